package io.eastwest.model.istio.networking;

/**
 * How traffic gets to a listener of a sidecar.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/sidecar.proto:CaptureMode.
 */
public enum CaptureMode {
    /** As the environment is set up. */
    DEFAULT,
    /** By redirection. */
    IPTABLES,
    /** The application connects to the listener itself. */
    NONE
}
