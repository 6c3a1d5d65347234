/** Answers: does the code keep the rules of this project? */
@NullMarked
package io.eastwest.architecture;

import org.jspecify.annotations.NullMarked;
