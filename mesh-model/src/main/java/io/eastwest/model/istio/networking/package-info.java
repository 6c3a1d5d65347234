/**
 * Answers: How is traffic routed, balanced and let in or out? All values are immutable and thread-safe.
 *
 * <p>Mirrors istio/api v1.30.3 networking.
 */
@NullMarked
package io.eastwest.model.istio.networking;

import org.jspecify.annotations.NullMarked;
