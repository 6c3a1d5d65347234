/**
 * Answers: how do the resources of the Sail operator install Istio?
 *
 * <p>Helm values that a mesh of several clusters depends on are typed; all others are kept as they stand.
 *
 * <p>Mirrors sail-operator 1.30.3 chart/crds.
 */
@NullMarked
package io.eastwest.model.sail;

import org.jspecify.annotations.NullMarked;
