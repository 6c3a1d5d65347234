package io.eastwest.routing.view;

/** How a workload takes mutual TLS that is not its sidecar's own. */
public enum TunnelProtocol {
    /** It does not. */
    NONE,

    /** HBONE, at the ztunnel of its node. */
    HBONE,

    /** HBONE, at its own proxy. */
    NATIVE_HBONE
}
