/** Answers: what is wrong with a resource, and where? */
@NullMarked
package io.eastwest.model.issue;

import org.jspecify.annotations.NullMarked;
