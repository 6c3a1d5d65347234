package io.eastwest.model.istio.mesh;

/**
 * How inbound traffic is redirected to a proxy.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.InboundInterceptionMode.
 */
public enum InterceptionMode {
    /** By address translation; the address of the caller is lost. */
    REDIRECT,
    /** Transparently; the address of the caller is kept. */
    TPROXY,
    /** Not at all. */
    NONE
}
