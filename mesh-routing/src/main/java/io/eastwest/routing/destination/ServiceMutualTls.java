package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.SimpleLoadBalancer;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.model.istio.security.MutualTlsMode;
import io.eastwest.routing.security.PeerAuthenticationModes;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a service can be called with mutual TLS, from what is known without looking at single endpoints; for the address
 * dialled, at all of them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/push_context.go:BestEffortInferServiceMTLSMode}.
 */
final class ServiceMutualTls {
    private final PeerAuthenticationModes modes;
    private final Function<MeshService, List<ServiceEndpoint>> endpoints;

    ServiceMutualTls(PeerAuthenticationModes modes, Function<MeshService, List<ServiceEndpoint>> endpoints) {
        this.modes = modes;
        this.endpoints = endpoints;
    }

    /**
     * Whether mutual TLS is worth a try.
     *
     * @param service the service
     * @param port its port
     * @param unmerged policy as written at one level: of the rule, or of the subset; port entries are not looked at
     */
    boolean isPossible(MeshService service, MeshServicePort port, Optional<TrafficPolicy> unmerged) {
        if (service.meshExternal()) {
            return false;
        }
        boolean dialled = service.resolution() == Resolution.PASSTHROUGH || isPassthrough(unmerged);
        if (dialled && !allEndpointsSpeakIt(service, port)) {
            return false;
        }
        return modes.namespaceMode(service.namespace()) != MutualTlsMode.DISABLE;
    }

    static boolean isPassthrough(Optional<? extends TrafficPolicyBase> policy) {
        return policy.flatMap(TrafficPolicyBase::loadBalancer)
                .flatMap(LoadBalancerSettings::simple)
                .filter(simple -> simple == SimpleLoadBalancer.PASSTHROUGH)
                .isPresent();
    }

    private boolean allEndpointsSpeakIt(MeshService service, MeshServicePort port) {
        List<ServiceEndpoint> ofPort = endpoints.apply(service).stream()
                .filter(endpoint -> endpoint.isOfPort(port))
                .toList();
        return !ofPort.isEmpty() && ofPort.stream().allMatch(ServiceEndpoint::mutualTls);
    }
}
