package io.eastwest.routing.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.openshift.OpenShiftRouteSpec;
import io.eastwest.model.openshift.Route;
import io.eastwest.model.openshift.RouteTarget;
import io.eastwest.model.openshift.WildcardPolicy;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.ServiceEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the clusters themselves have: Routes, and pods that are ready behind Services. */
final class EntryServices {
    private static final int DEFAULT_WEIGHT = 100;
    private static final Comparator<Route> OLDEST_FIRST = Comparator.comparing(
                    (Route route) -> route.metadata().creationTimestamp().orElse(Instant.MAX))
            .thenComparing(route -> route.metadata().namespaceOrDefault())
            .thenComparing(route -> route.metadata().name());

    private final MeshRouter router;
    private final PlatformOutage outage;
    private final Map<String, List<String>> ready = new LinkedHashMap<>();

    EntryServices(MeshRouter router, PlatformOutage outage) {
        this.router = router;
        this.outage = outage;
    }

    /**
     * The Route of a host and path: the longest path of the namespace whose Route is the oldest of the host, an exact host
     * before a wildcard.
     */
    Optional<Route> route(String cluster, String host, String path) {
        List<Route> admitted = router.snapshot().resources(cluster, Route.class).stream()
                .filter(EntryServices::isAdmitted)
                .sorted(OLDEST_FIRST)
                .toList();
        List<Route> exact = admitted.stream()
                .filter(route -> route.spec().host().filter(host::equals).isPresent())
                .toList();
        List<Route> named = exact.isEmpty()
                ? admitted.stream().filter(route -> isWildcardOf(route, host)).toList()
                : exact;
        return named.stream()
                .filter(route -> route.metadata()
                                .namespaceOrDefault()
                                .equals(named.get(0).metadata().namespaceOrDefault())
                        && isBelow(path, route.spec().path().orElse("")))
                .max(Comparator.comparingInt(
                                (Route route) -> route.spec().path().orElse("").length())
                        .thenComparing(OLDEST_FIRST.reversed()));
    }

    private static boolean isWildcardOf(Route route, String host) {
        String own = route.spec().host().orElse("");
        int ownDot = own.indexOf('.');
        int dot = host.indexOf('.');
        return route.spec()
                        .wildcardPolicy()
                        .filter(WildcardPolicy.Subdomain::equals)
                        .isPresent()
                && ownDot > 0
                && dot > 0
                && own.substring(ownDot).equals(host.substring(dot));
    }

    private static boolean isBelow(String path, String prefix) {
        String clean = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
        String plain = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
        return plain.equals(clean) || plain.startsWith(clean + "/");
    }

    /** {@return whether no router says that it refused the Route} */
    static boolean isAdmitted(Route route) {
        boolean refused = false;
        for (JsonNode ingress : route.status()
                .map(status -> status.path("ingress"))
                .map(List::of)
                .orElse(List.of())) {
            for (JsonNode each : ingress) {
                for (JsonNode condition : each.path("conditions")) {
                    boolean said = condition.path("type").asText().equals("Admitted");
                    if (said && condition.path("status").asText().equals("True")) {
                        return true;
                    }
                    refused |= said && condition.path("status").asText().equals("False");
                }
            }
        }
        return !refused;
    }

    /** {@return services behind a Route that have ready pods, with their shares of its requests; none: 503} */
    Map<String, Share> backends(String cluster, Route route) {
        OpenShiftRouteSpec spec = route.spec();
        List<RouteTarget> targets = new ArrayList<>(List.of(spec.to()));
        targets.addAll(spec.alternateBackends());
        Map<String, Long> weights = new LinkedHashMap<>();
        long sum = 0;
        for (RouteTarget target : targets) {
            String service = route.metadata().namespaceOrDefault() + "/" + target.name();
            int weight = target.weight().orElse(DEFAULT_WEIGHT);
            if (weight > 0 && !ready(cluster, service).isEmpty()) {
                weights.merge(service, (long) weight, Long::sum);
                sum += weight;
            }
        }
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Map.Entry<String, Long> entry : weights.entrySet()) {
            shares.put(entry.getKey(), Share.of(entry.getValue(), sum));
        }
        return shares;
    }

    /** {@return pods (else addresses) of one cluster that are ready behind its Service, in the order of the endpoints} */
    List<String> ready(String cluster, String service) {
        return ready.computeIfAbsent(cluster + "/" + service, key -> find(cluster, service));
    }

    private List<String> find(String cluster, String service) {
        ControlPlaneView view = router.view(cluster);
        int slash = service.indexOf('/');
        String host = service.substring(slash + 1) + "." + service.substring(0, slash) + ".svc." + view.domainSuffix();
        Set<String> pods = new LinkedHashSet<>();
        for (MeshService each : view.servicesByHostname(host)) {
            for (ServiceEndpoint endpoint : view.endpoints(each)) {
                boolean up = endpoint.cluster().equals(cluster)
                        && endpoint.state() == EndpointState.HEALTHY
                        && endpoint.owner()
                                .filter(owner -> router.isDown(owner, outage.conditions()))
                                .isEmpty();
                if (up) {
                    pods.add(endpoint.owner().orElse(endpoint.address()));
                }
            }
        }
        return List.copyOf(pods);
    }

    /** {@return the share of requests to the ready pods of a service that these answer themselves} */
    Share working(String cluster, String service) {
        List<String> pods = ready(cluster, service);
        long broken = pods.stream().filter(outage.broken()::contains).count();
        return pods.isEmpty() ? Share.ZERO : Share.of(pods.size() - broken, pods.size());
    }
}
