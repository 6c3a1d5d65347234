package io.eastwest.render.proof;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.render.intent.EndpointPlace;
import io.eastwest.routing.Call;
import io.eastwest.routing.Condition;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.NetworkGatewayAddress;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which endpoints could answer a call, whatever the configuration of traffic says: those that are up, in the network of the
 * caller or in one with a gateway that works.
 */
final class OpenWays {
    private final MeshRouter router;

    OpenWays(MeshRouter router) {
        this.router = router;
    }

    /** {@return the endpoints of the port that is called, with what each answers} */
    List<EndpointPlace> places(Call call, Conditions conditions, List<EndpointTarget> answering) {
        Map<String, Share> answered = new TreeMap<>();
        answering.forEach(target -> answered.merge(target.owner(), target.share(), Share::plus));
        ControlPlaneView view = router.view(call.caller().cluster());
        String network = router.workload(call.caller()).network();
        List<EndpointPlace> places = new ArrayList<>();
        for (ServiceEndpoint endpoint : endpoints(view, call.host(), call.port())) {
            boolean own = endpoint.cluster().equals(call.caller().cluster());
            boolean up = endpoint.state() == EndpointState.HEALTHY
                    && endpoint.owner()
                            .filter(id -> router.isDown(id, conditions))
                            .isEmpty();
            boolean reached = (own || endpoint.discoverable())
                    && (endpoint.network().equals(network) || isOpen(view, network, endpoint.network(), conditions));
            String owner = endpoint.owner().orElse(endpoint.address() + ":" + endpoint.port());
            places.add(EndpointPlace.builder()
                    .cluster(endpoint.cluster())
                    .locality(endpoint.locality())
                    .labels(endpoint.labels())
                    .usable(up && reached)
                    .answered(Optional.ofNullable(answered.remove(owner)).orElse(Share.ZERO))
                    .build());
        }
        return places;
    }

    static List<ServiceEndpoint> endpoints(ControlPlaneView view, String host, int port) {
        List<ServiceEndpoint> endpoints = new ArrayList<>();
        for (MeshService service : view.servicesByHostname(host)) {
            service.port(port)
                    .ifPresent(called -> view.endpoints(service).stream()
                            .filter(endpoint -> endpoint.isOfPort(called))
                            .forEach(endpoints::add));
        }
        return endpoints;
    }

    private boolean isOpen(ControlPlaneView view, String from, String to, Conditions conditions) {
        for (Condition condition : conditions.all()) {
            boolean cut = condition instanceof Condition.LinkCut link
                    && List.of(link.one(), link.other()).containsAll(List.of(from, to));
            if (cut
                    || condition instanceof Condition.GatewaysDown down
                            && down.network().equals(to)
                    || condition instanceof Condition.NetworkDown lost
                            && lost.network().equals(to)) {
                return false;
            }
        }
        return view.networkGateways().stream()
                .filter(gateway -> gateway.network().equals(to))
                .anyMatch(gateway -> works(gateway, conditions));
    }

    /** Whether a gateway answers: some pod behind its address does. An address that no Service has is taken to be up. */
    private boolean works(NetworkGatewayAddress gateway, Conditions conditions) {
        boolean down = conditions.all().stream()
                .anyMatch(condition -> condition instanceof Condition.GatewayDown gone
                        && gone.address().equals(gateway.address()));
        if (down) {
            return false;
        }
        boolean served = false;
        for (String cluster : router.snapshot().clusters()) {
            for (KubernetesService service : router.snapshot().resources(cluster, KubernetesService.class)) {
                if (hasAddress(service, gateway.address())) {
                    served = true;
                    if (router.view(cluster).workloads().stream()
                            .filter(pod -> pod.cluster().equals(cluster) && selects(service, pod))
                            .anyMatch(pod -> !router.isDown(id(pod), conditions))) {
                        return true;
                    }
                }
            }
        }
        return !served;
    }

    private static boolean hasAddress(KubernetesService service, String address) {
        return service.spec().externalIPs().contains(address)
                || service.loadBalancerIngress().stream()
                        .anyMatch(ingress -> ingress.ip()
                                        .filter(address::equals)
                                        .isPresent()
                                || ingress.hostname().filter(address::equals).isPresent());
    }

    private static boolean selects(KubernetesService service, WorkloadInstance pod) {
        return service.metadata().namespaceOrDefault().equals(pod.namespace())
                && !service.spec().selector().isEmpty()
                && pod.labels().entrySet().containsAll(service.spec().selector().entrySet());
    }

    static String id(WorkloadInstance pod) {
        return pod.cluster() + "/" + pod.namespace() + "/" + pod.name();
    }
}
