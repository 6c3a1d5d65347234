/** Answers: how is the answer of a sample printed? */
@NullMarked
package io.eastwest.samples.text;

import org.jspecify.annotations.NullMarked;
