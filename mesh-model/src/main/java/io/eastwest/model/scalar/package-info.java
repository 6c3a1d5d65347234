/** Answers: what does a small text such as a duration or a host name mean? */
@NullMarked
package io.eastwest.model.scalar;

import org.jspecify.annotations.NullMarked;
