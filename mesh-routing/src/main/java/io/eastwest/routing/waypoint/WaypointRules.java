package io.eastwest.routing.waypoint;

import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.rules.HttpRule;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.rules.TcpRule;
import io.eastwest.routing.rules.TlsRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.table.RouteContext;
import io.eastwest.routing.table.RouteTranslation;
import io.eastwest.routing.table.TcpDestinations;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The VirtualServices that a waypoint applies to a service: those of the namespaces of both, all of them, one after the other.
 * Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/listener_waypoint.go:getVirtualServiceForWaypoint,
 * waypointInboundRoute, getWaypointTCPRoutes}.
 */
final class WaypointRules {
    /** A name that no proxy has: a match on the labels of clients is taken for one that holds nowhere. */
    private static final String NOWHERE = " ";

    private final ProxyScope scope;
    private final ServedServices served;

    WaypointRules(ProxyScope scope, ServedServices served) {
        this.scope = scope;
        this.served = served;
    }

    private List<MeshVirtualService> of(MeshService service) {
        return scope.virtualServices(VirtualServiceSpec.MESH_GATEWAY).stream()
                .filter(each -> each.namespace().equals(scope.proxy().namespace())
                        || each.namespace().equals(service.namespace()))
                .filter(each -> each.hosts().stream().anyMatch(host -> Hostname.matches(host, service.hostname())))
                .toList();
    }

    /** {@return the routes of a port of a service; empty: no rule says anything} */
    List<ProxyRoute> http(MeshService service, int port) {
        return http(service, port, VirtualServiceTrace.of(List.of(), TraceSink.NONE));
    }

    /** Tells which VirtualServices count for a port of a service, and why not others. */
    void trace(MeshService service, int port, VirtualServiceTrace trace) {
        List<MeshVirtualService> present = scope.virtualServices(VirtualServiceSpec.MESH_GATEWAY);
        scope.traceAbsentRules(VirtualServiceSpec.MESH_GATEWAY, present, trace::wants, trace::left);
        List<MeshVirtualService> used = of(service);
        String wanted = scope.proxy().namespace() + " or " + service.namespace();
        present.stream()
                .filter(each -> !used.contains(each))
                .forEach(each -> trace.left(each, new Mismatch("namespace", wanted, each.namespace())));
        http(service, port, trace);
    }

    private List<ProxyRoute> http(MeshService service, int port, VirtualServiceTrace trace) {
        List<ProxyRoute> routes = new ArrayList<>();
        RouteContext context =
                new RouteContext(scope, List.of(VirtualServiceSpec.MESH_GATEWAY), port, false, scope::service);
        for (MeshVirtualService virtualService : of(service)) {
            List<ProxyRoute> made = RouteTranslation.routes(
                    withoutSourceLabels(virtualService), context.with(trace.sink(virtualService)));
            made.forEach(route -> routes.add(served.renamed(route)));
            if (made.isEmpty()) {
                trace.empty(virtualService, port);
            } else {
                trace.taken(service.hostname(), new Origin(virtualService.resource(), ""));
            }
        }
        return routes;
    }

    private static MeshVirtualService withoutSourceLabels(MeshVirtualService virtualService) {
        return MeshVirtualService.builder()
                .from(virtualService)
                .http(virtualService.http().stream()
                        .map(WaypointRules::withoutSourceLabels)
                        .toList())
                .build();
    }

    private static HttpRule withoutSourceLabels(HttpRule rule) {
        if (rule.rule().match().stream().allMatch(match -> match.sourceLabels().isEmpty())) {
            return rule;
        }
        IstioHttpRoute changed = IstioHttpRoute.builder()
                .from(rule.rule())
                .match(rule.rule().match().stream()
                        .map(match -> match.sourceLabels().isEmpty() ? match : nowhere(match))
                        .toList())
                .build();
        return new HttpRule(changed, rule.origin());
    }

    private static HttpMatchRequest nowhere(HttpMatchRequest match) {
        return HttpMatchRequest.builder().from(match).gateways(List.of(NOWHERE)).build();
    }

    /** {@return where connections to a port of a service go; empty: no rule says anything} */
    Optional<TcpProxy> tcp(MeshService service, int port) {
        List<MeshVirtualService> virtualServices = of(service);
        for (MeshVirtualService virtualService : virtualServices) {
            for (TlsRule rule : virtualService.tls()) {
                if (rule.rule().match().isEmpty()
                        || rule.rule().match().stream().anyMatch(match -> holds(match, service, port))) {
                    return Optional.of(
                            served.renamed(TcpDestinations.of(rule.rule().route(), scope, port, rule.origin())));
                }
            }
        }
        for (MeshVirtualService virtualService : virtualServices) {
            for (TcpRule rule : virtualService.tcp()) {
                if (rule.rule().match().isEmpty()
                        || rule.rule().match().stream().anyMatch(match -> holds(match, port))) {
                    return Optional.of(
                            served.renamed(TcpDestinations.of(rule.rule().route(), scope, port, rule.origin())));
                }
            }
        }
        return Optional.empty();
    }

    /** Names are not looked at: a rule counts if its one name is that of the service. */
    private static boolean holds(TlsMatchAttributes match, MeshService service, int port) {
        return match.sniHosts().equals(List.of(service.hostname()))
                && isForMesh(match.gateways())
                && match.sourceLabels().isEmpty()
                && match.sourceNamespace().orElse("").isEmpty()
                && isPort(match.port().orElse(0), port);
    }

    private static boolean holds(L4MatchAttributes match, int port) {
        return isForMesh(match.gateways())
                && match.sourceLabels().isEmpty()
                && match.sourceNamespace().orElse("").isEmpty()
                && isPort(match.port().orElse(0), port);
    }

    private static boolean isForMesh(List<String> gateways) {
        return gateways.isEmpty() || gateways.contains(VirtualServiceSpec.MESH_GATEWAY);
    }

    private static boolean isPort(int wanted, int port) {
        return wanted == 0 || wanted == port;
    }
}
