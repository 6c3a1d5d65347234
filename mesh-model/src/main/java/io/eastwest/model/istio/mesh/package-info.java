/**
 * Answers: What does the control plane of a mesh assume where no resource says anything? All values are immutable and
 * thread-safe.
 *
 * <p>Mirrors istio/api v1.30.3 mesh.
 */
@NullMarked
package io.eastwest.model.istio.mesh;

import org.jspecify.annotations.NullMarked;
