package io.eastwest.model.openshift;

/**
 * What the router does with plain HTTP for a host that has TLS. OpenShift uses {@code None} where a document names
 * none.
 */
public enum InsecureEdgePolicy {
    /** it is refused */
    None,
    /** it is served like TLS */
    Allow,
    /** it is redirected to TLS */
    Redirect
}
