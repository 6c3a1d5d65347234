/** Answers: what must be applied, and where? */
@NullMarked
package io.eastwest.render;

import org.jspecify.annotations.NullMarked;
