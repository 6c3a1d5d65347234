package io.eastwest.model.istio.networking;

/**
 * A version of TLS.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:ServerTLSSettings.TLSProtocol.
 */
public enum TlsProtocolVersion {
    /** The choice of Istio. */
    TLS_AUTO,
    /** TLS 1.0. */
    TLSV1_0,
    /** TLS 1.1. */
    TLSV1_1,
    /** TLS 1.2. */
    TLSV1_2,
    /** TLS 1.3. */
    TLSV1_3
}
