package io.eastwest.model.istio.networking;

/**
 * What a patch does with the object.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.Patch.Operation.
 */
public enum EnvoyPatchOperation {
    /** Nothing; refused by Istio's admission. */
    INVALID,
    /** The value is merged into the object. */
    MERGE,
    /** The value is added to its list. */
    ADD,
    /** The object is removed. */
    REMOVE,
    /** The value is put before the object. */
    INSERT_BEFORE,
    /** The value is put after the object. */
    INSERT_AFTER,
    /** The value is put at the start of the list. */
    INSERT_FIRST,
    /** The value takes the place of the object. */
    REPLACE
}
