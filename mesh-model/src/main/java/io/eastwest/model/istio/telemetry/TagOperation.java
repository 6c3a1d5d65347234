package io.eastwest.model.istio.telemetry;

/**
 * A change of a tag.
 *
 * <p>Mirrors istio/api v1.30.3 telemetry/v1alpha1/telemetry.proto:MetricsOverrides.TagOverride.Operation.
 */
public enum TagOperation {
    /** The tag is set. */
    UPSERT,
    /** The tag is removed. */
    REMOVE
}
