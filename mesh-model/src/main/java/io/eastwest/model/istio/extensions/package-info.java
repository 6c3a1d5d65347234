/**
 * Answers: Which filters run in the proxies besides those of Istio? All values are immutable and thread-safe.
 *
 * <p>Mirrors istio/api v1.30.3 extensions.
 */
@NullMarked
package io.eastwest.model.istio.extensions;

import org.jspecify.annotations.NullMarked;
