package io.eastwest.routing.envoy;

/** Transport condition of a filter chain. */
public enum TransportProtocol {
    /** No condition. */
    ANY,

    /** Plaintext. */
    RAW_BUFFER,

    /** TLS. */
    TLS
}
