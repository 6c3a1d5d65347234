/**
 * Answers: would Istio's admission take this object? Rules that one object alone can break. Mirrors istio 1.30.3 {@code
 * pkg/config/validation}.
 */
@NullMarked
package io.eastwest.model.validation;

import org.jspecify.annotations.NullMarked;
