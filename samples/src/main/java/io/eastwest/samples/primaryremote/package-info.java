/** Answers: what stops in the remote cluster when the primary is gone? */
@NullMarked
package io.eastwest.samples.primaryremote;

import org.jspecify.annotations.NullMarked;
