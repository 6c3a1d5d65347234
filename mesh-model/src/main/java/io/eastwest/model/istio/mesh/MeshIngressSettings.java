package io.eastwest.model.istio.mesh;

import java.util.Optional;

/**
 * The part of {@link MeshConfig} that concerns Kubernetes Ingress resources.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig. Not meant to be implemented by users.
 */
public interface MeshIngressSettings {
    /** {@return the class of Ingress resources that Istio takes; empty: {@code istio}} */
    Optional<String> ingressClass();

    /** {@return the service of the ingress gateway; empty: {@code istio-ingressgateway}} */
    Optional<String> ingressService();

    /** {@return which Ingress resources are taken; empty: {@code STRICT}} */
    Optional<IngressControllerMode> ingressControllerMode();

    /**
     * {@return the label {@code istio} of the gateway workloads for Ingress; empty: that of {@link
     * #ingressService()}}
     */
    Optional<String> ingressSelector();
}
