package io.eastwest.model.istio.networking;

/**
 * The kind of TLS towards a service.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:ClientTLSSettings.TLSmode.
 */
public enum ClientTlsMode {
    /** Plain text. */
    DISABLE,
    /** The server alone proves who it is. */
    SIMPLE,
    /** Both sides prove who they are, with given certificates. */
    MUTUAL,
    /** Both sides prove who they are, with the certificates of the mesh. */
    ISTIO_MUTUAL
}
