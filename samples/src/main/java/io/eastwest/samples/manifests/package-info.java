/** Answers: how do manifests come from code, and are they right before anybody applies them? */
@NullMarked
package io.eastwest.samples.manifests;

import org.jspecify.annotations.NullMarked;
