package io.eastwest.routing.proxy;

/** Which side of a proxy is asked. */
public enum ProxyLeg {
    /** A workload opens a connection; its sidecar decides. */
    OUTBOUND,

    /** A connection arrives at a workload; its sidecar decides. */
    INBOUND,

    /** A client opens a connection to a gateway; the gateway decides. */
    GATEWAY
}
