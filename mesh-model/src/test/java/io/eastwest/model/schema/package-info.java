/** Answers: do the types hold every field that the real schemas have? */
@NullMarked
package io.eastwest.model.schema;

import org.jspecify.annotations.NullMarked;
