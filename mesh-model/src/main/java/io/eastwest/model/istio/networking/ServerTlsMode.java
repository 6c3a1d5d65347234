package io.eastwest.model.istio.networking;

/**
 * The kind of TLS of a server.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:ServerTLSSettings.TLSmode.
 */
public enum ServerTlsMode {
    /** The connection is forwarded by server name without being opened. */
    PASSTHROUGH,
    /** The server alone proves who it is. */
    SIMPLE,
    /** Both sides prove who they are, with given certificates. */
    MUTUAL,
    /**
     * The connection is forwarded by a server name that encodes the target, without VirtualService; used
     * between networks.
     */
    AUTO_PASSTHROUGH,
    /** Both sides prove who they are, with the certificates of the mesh. */
    ISTIO_MUTUAL,
    /** As {@code MUTUAL}, but a client without certificate is let in. */
    OPTIONAL_MUTUAL;

    /**
     * {@return whether the connection is forwarded without being opened}
     */
    public boolean isPassthrough() {
        return this == PASSTHROUGH || this == AUTO_PASSTHROUGH;
    }
}
