package io.eastwest.routing.scope;

import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Hosts that the rules of a VirtualService send to, with the ports they name. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/virtualservice.go:virtualServiceDestinationsFilteredBySourceNamespace}.
 */
final class RuleDestinations {
    private RuleDestinations() {}

    /** {@return ports by host; an empty set: all ports} */
    static Map<String, Set<Integer>> of(MeshVirtualService virtualService, String namespace) {
        Map<String, Set<Integer>> ports = new LinkedHashMap<>();
        Set<String> allPorts = new LinkedHashSet<>();
        for (HttpRule http : virtualService.http()) {
            if (mayComeFrom(http.rule(), namespace)) {
                http.rule().route().stream()
                        .map(HttpRouteDestination::destination)
                        .forEach(each -> add(each, ports, allPorts));
                http.rule().mirror().ifPresent(each -> add(each, ports, allPorts));
                http.rule().mirrors().stream()
                        .map(HttpMirrorPolicy::destination)
                        .forEach(each -> add(each, ports, allPorts));
            }
        }
        virtualService.tcp().forEach(tcp -> add(tcp.rule().route(), ports, allPorts));
        virtualService.tls().forEach(tls -> add(tls.rule().route(), ports, allPorts));
        allPorts.forEach(host -> ports.put(host, new LinkedHashSet<>()));
        return ports;
    }

    private static boolean mayComeFrom(IstioHttpRoute rule, String namespace) {
        List<String> sources = rule.match().stream()
                .map(HttpMatchRequest::sourceNamespace)
                .flatMap(source -> source.filter(name -> !name.isEmpty()).stream())
                .toList();
        return sources.isEmpty() || sources.contains(namespace);
    }

    private static void add(List<RouteDestination> routes, Map<String, Set<Integer>> ports, Set<String> allPorts) {
        routes.stream().map(RouteDestination::destination).forEach(each -> add(each, ports, allPorts));
    }

    private static void add(Destination destination, Map<String, Set<Integer>> ports, Set<String> allPorts) {
        Set<Integer> named = ports.computeIfAbsent(destination.host(), key -> new LinkedHashSet<>());
        int port = destination.port().map(each -> each.number().orElse(0)).orElse(0);
        if (port == 0) {
            allPorts.add(destination.host());
        } else {
            named.add(port);
        }
    }
}
