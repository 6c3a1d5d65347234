package io.eastwest.model.istio.networking;

/**
 * The kind of Envoy object that a patch changes.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.ApplyTo.
 */
public enum EnvoyApplyTo {
    /** None; refused by Istio's admission. */
    INVALID,
    /** A listener. */
    LISTENER,
    /** A filter chain of a listener. */
    FILTER_CHAIN,
    /** A network filter of a filter chain. */
    NETWORK_FILTER,
    /** An HTTP filter of the connection manager. */
    HTTP_FILTER,
    /** A route table. */
    ROUTE_CONFIGURATION,
    /** A virtual host of a route table. */
    VIRTUAL_HOST,
    /** A route of a virtual host. */
    HTTP_ROUTE,
    /** A cluster. */
    CLUSTER,
    /** An extension that is discovered by name. */
    EXTENSION_CONFIG,
    /** The bootstrap configuration. */
    BOOTSTRAP,
    /** A listener filter. */
    LISTENER_FILTER
}
