package io.eastwest.model.kubernetes;

/** Transport protocol of a port. Kubernetes uses {@code TCP} where a document names none. */
public enum TransportProtocol {
    /** a byte stream */
    TCP,
    /** datagrams */
    UDP,
    /** a message stream; Istio does not proxy it */
    SCTP
}
