/**
 * Answers: What is traced, measured and logged? All values are immutable and thread-safe.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry.
 */
@NullMarked
package io.eastwest.model.istio.telemetry;

import org.jspecify.annotations.NullMarked;
