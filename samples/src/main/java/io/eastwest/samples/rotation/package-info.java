/** Answers: how is the root of a mesh replaced without an outage, and what if nobody does it? */
@NullMarked
package io.eastwest.samples.rotation;

import org.jspecify.annotations.NullMarked;
