package io.eastwest.model.istio.networking;

/**
 * Where a filter is put relative to those of Istio.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.Patch.FilterClass.
 */
public enum EnvoyFilterClass {
    /** By the operation alone. */
    UNSPECIFIED,
    /** After the filters of authentication. */
    AUTHN,
    /** After the filters of authorisation. */
    AUTHZ,
    /** Before the filters of statistics. */
    STATS
}
