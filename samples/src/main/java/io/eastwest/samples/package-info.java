/** Answers: how do I start? */
@NullMarked
package io.eastwest.samples;

import org.jspecify.annotations.NullMarked;
