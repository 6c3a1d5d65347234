/**
 * Answers: how does a value of this module look as JSON, and what is wrong with a text that shall be one? The form follows the
 * value: a field for each of its attributes, nothing that is derived, and a schema of the same.
 */
@NullMarked
package io.eastwest.routing.json;

import org.jspecify.annotations.NullMarked;
