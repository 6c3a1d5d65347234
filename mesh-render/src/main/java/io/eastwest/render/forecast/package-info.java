/**
 * Answers: what becomes of the values of an installation? What the charts of Istio and the Sail operator make of them, and
 * which identity a pod is injected with. Mirrors istio 1.30.3 {@code manifests/charts} and sail-operator 1.30.3 {@code
 * pkg/istiovalues}. Pure and immutable.
 */
@NullMarked
package io.eastwest.render.forecast;

import org.jspecify.annotations.NullMarked;
