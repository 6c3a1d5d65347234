package io.eastwest.routing.view;

import io.eastwest.model.kubernetes.KubernetesService;
import java.util.Map;

/**
 * Health of an endpoint by its conditions. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/kube/controller/endpointslice.go:endpointHealthStatus}.
 */
final class EndpointStates {
    private static final String COOKIE_SESSION = "istio.io/persistent-session";
    private static final String HEADER_SESSION = "istio.io/persistent-session-header";

    private EndpointStates() {}

    static EndpointState of(boolean ready, boolean serving, boolean terminating, boolean supportsDraining) {
        if (ready) {
            return EndpointState.HEALTHY;
        }
        if (supportsDraining && serving && terminating) {
            return EndpointState.DRAINING;
        }
        return terminating ? EndpointState.TERMINATING : EndpointState.UNHEALTHY;
    }

    /** {@return whether sessions stick to an endpoint, so that it can be drained} */
    static boolean supportsDraining(KubernetesService service) {
        Map<String, String> labels = service.metadata().labels();
        return !labels.getOrDefault(COOKIE_SESSION, "").isEmpty()
                || !labels.getOrDefault(HEADER_SESSION, "").isEmpty();
    }
}
