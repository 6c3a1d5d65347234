package io.eastwest.model.istio.mesh;

/**
 * How the name of a service in traces is found.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.TracingServiceName.
 */
public enum TracingServiceName {
    /** From the label {@code app} and the namespace. */
    APP_LABEL_AND_NAMESPACE,
    /** From the canonical name. */
    CANONICAL_NAME_ONLY,
    /** From the canonical name and the namespace. */
    CANONICAL_NAME_AND_NAMESPACE
}
