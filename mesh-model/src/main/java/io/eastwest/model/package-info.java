/** Answers: what does this manifest say? */
@NullMarked
package io.eastwest.model;

import org.jspecify.annotations.NullMarked;
