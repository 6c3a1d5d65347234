package io.eastwest.model.istio.networking;

/**
 * What an Envoy route does.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/envoy_filter.proto:EnvoyFilter.RouteConfigurationMatch.RouteMatch.Action.
 */
public enum EnvoyRouteAction {
    /** Any of the three. */
    ANY,
    /** It forwards. */
    ROUTE,
    /** It redirects. */
    REDIRECT,
    /** It answers itself. */
    DIRECT_RESPONSE
}
