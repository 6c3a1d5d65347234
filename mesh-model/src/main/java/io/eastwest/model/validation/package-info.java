/**
 * Answers: would a cluster take this object? Rules that one object alone can break: of its schema (by package {@code
 * schema}), of Istio's admission, of its metadata, and of the mesh configuration that it holds. Mirrors istio 1.30.3
 * {@code pkg/config/validation}.
 */
@NullMarked
package io.eastwest.model.validation;

import org.jspecify.annotations.NullMarked;
