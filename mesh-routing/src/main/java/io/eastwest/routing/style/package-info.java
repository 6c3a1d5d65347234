/** Answers: what does a value type of this module look like? */
@NullMarked
package io.eastwest.routing.style;

import org.jspecify.annotations.NullMarked;
