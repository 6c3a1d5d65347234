package io.eastwest.model.istio.networking;

/**
 * The version of the PROXY protocol.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy.ProxyProtocol.VERSION.
 */
public enum ProxyProtocolVersion {
    /** The text form. */
    V1,
    /** The binary form. */
    V2
}
