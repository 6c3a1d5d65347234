package io.eastwest.model.istio.networking;

/**
 * What happens to preflight requests whose origin is not allowed.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:CorsPolicy.UnmatchedPreflights.
 */
public enum UnmatchedPreflights {
    /** Istio decides, which is to forward. */
    UNSPECIFIED,
    /** They are sent to the service. */
    FORWARD,
    /** The proxy answers them without the headers of an allowed origin. */
    IGNORE
}
