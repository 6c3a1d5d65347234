/** Answers: how do clusters come to trust each other, and how long does it last? */
@NullMarked
package io.eastwest.samples.trust;

import org.jspecify.annotations.NullMarked;
