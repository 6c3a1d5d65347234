/** Answers: which shape do the value types of this module share? */
@NullMarked
package io.eastwest.render.style;

import org.jspecify.annotations.NullMarked;
