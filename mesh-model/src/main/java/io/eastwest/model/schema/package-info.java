/**
 * Answers: would an API server with the custom resource definitions take this object?
 *
 * <p>Mirrors the definitions of istio 1.30.3, gateway-api v1.6.1 and sail-operator 1.30.3: bounds, forms, unions, keys of
 * lists and rules in CEL, after the defaults of the definition. What needs the stored object (rules on {@code oldSelf})
 * is not checked, nor is the status, which an API server drops from what is created. Thread-safe.
 */
@NullMarked
package io.eastwest.model.schema;

import org.jspecify.annotations.NullMarked;
