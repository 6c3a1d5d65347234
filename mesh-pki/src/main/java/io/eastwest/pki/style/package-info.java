/** Answers: which shape do the value types of this module share? */
@NullMarked
package io.eastwest.pki.style;

import org.jspecify.annotations.NullMarked;
