package io.eastwest.model.istio.mesh;

/**
 * What a proxy does with the header {@code x-forwarded-client-cert}.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ForwardClientCertDetails.
 */
public enum ForwardClientCertDetails {
    /** By the kind of proxy. */
    UNDEFINED,
    /** It is removed. */
    SANITIZE,
    /** It is forwarded on mutual TLS connections. */
    FORWARD_ONLY,
    /** The certificate of the client is appended on mutual TLS connections. */
    APPEND_FORWARD,
    /** It is replaced by the certificate of the client on mutual TLS connections. */
    SANITIZE_SET,
    /** It is forwarded on all connections. */
    ALWAYS_FORWARD_ONLY
}
