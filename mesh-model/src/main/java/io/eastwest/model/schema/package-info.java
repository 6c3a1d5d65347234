/**
 * Answers: would an API server with the custom resource definitions take this object?
 *
 * <p>Mirrors the definitions of istio 1.30.3, gateway-api v1.6.1 and sail-operator 1.30.3: bounds, forms, unions, keys of
 * lists and rules in CEL, after the defaults of the definition; and of kubernetes v1.35.3, library-go of OpenShift and
 * mcs-api v0.4.0 what a user plausibly gets wrong. What needs the stored object (rules on {@code oldSelf})
 * is not checked, nor is the status, which an API server drops from what is created. Thread-safe.
 */
@NullMarked
package io.eastwest.model.schema;

import org.jspecify.annotations.NullMarked;
