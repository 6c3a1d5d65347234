package io.eastwest.model.gatewayapi;

/** What a {@link Listener} does with TLS. */
public enum ListenerTlsMode {
    /** it ends the TLS session with its own certificate */
    Terminate,
    /** it forwards the encrypted stream by server name */
    Passthrough
}
