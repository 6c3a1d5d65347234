/**
 * Answers: do the objects of a mesh fit together? The checks across objects, which one object alone cannot break. Mirrors
 * istio 1.30.3 {@code pkg/config/analysis}.
 *
 * <p>Each control plane is looked at alone: its own configuration with the services, workloads and secrets of all clusters
 * that it discovers. A kind of which the mesh holds no object at all is not judged: checks that need it are left out.
 */
@NullMarked
package io.eastwest.model.analysis;

import org.jspecify.annotations.NullMarked;
