package io.eastwest.model.istio.networking;

/**
 * How the endpoints of a ServiceEntry are found.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServiceEntry.Resolution.
 */
public enum ServiceEntryResolution {
    /** The address that was called is used. */
    NONE,
    /** The addresses of the endpoints. */
    STATIC,
    /** A DNS name is resolved, all answers are used. */
    DNS,
    /** A DNS name is resolved, the first answer is used for a new connection. */
    DNS_ROUND_ROBIN,
    /** The name of each request is resolved, for hosts with wildcard. */
    DYNAMIC_DNS
}
