package io.eastwest.routing.waypoint;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.ambient.NetworkAddress;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.destination.FixedClusters;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainBuilder;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.FilterChainMatchBuilder;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.inbound.InboundRoutes;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityFilters;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.table.PathNormalizations;
import io.eastwest.routing.table.TcpDestinations;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The listeners of a waypoint for what comes out of its tunnels: one for each address and port of a service that it serves, one
 * for the addresses of workloads. Upstream it is one listener that first looks at the address, then at the port. Mirrors istio
 * 1.30.3 {@code pilot/pkg/networking/core/listener_waypoint.go:buildWaypointInternal}.
 */
public final class WaypointTables {
    private static final String NAME = "main_internal";
    /** Port of the listener that gets what no other takes. */
    private static final int ANY_PORT = 15006;

    /** Without PILOT_HTTP10 a request of HTTP/1.0 is forwarded as bytes. */
    private static final List<String> PLAIN_HTTP = List.of("http/1.1", "h2c");

    private static final ForwardedFor BEHIND_PROXIES = new ForwardedFor(false, 0);

    private final ProxyScope scope;
    private final SecurityPolicies policies;
    private final WaypointRules rules;
    private final PathNormalizationLevel pathNormalization;
    private final List<ProxyListener> listeners = new ArrayList<>();

    private WaypointTables(ProxyScope scope, AmbientIndex index, Waypoint waypoint, SecurityPolicies policies) {
        this.scope = scope;
        this.policies = policies;
        this.pathNormalization = PathNormalizations.of(scope.view().meshConfig());
        List<AmbientService> services = index.servedBy(waypoint).stream()
                .filter(each -> each.service().resolution() != Resolution.DYNAMIC_DNS
                        || each.service().meshExternal())
                .toList();
        this.rules = new WaypointRules(
                scope,
                new ServedServices(
                        services.stream().map(AmbientService::service).toList()));
        services.forEach(this::add);
        addWorkloads(index.workloadsBehind(waypoint));
    }

    /**
     * Makes the listeners of a waypoint.
     *
     * @param scope the waypoint's proxy and what its control plane knows
     * @param index what the control plane sends to ztunnels
     * @param waypoint the waypoint
     * @param policies the security policies of the control plane
     * @return its listeners
     */
    public static WaypointTables of(
            ProxyScope scope, AmbientIndex index, Waypoint waypoint, SecurityPolicies policies) {
        return new WaypointTables(scope, index, waypoint, policies);
    }

    /** {@return the listeners, those of services first} */
    public List<ProxyListener> listeners() {
        return List.copyOf(listeners);
    }

    /**
     * Tells which VirtualServices a port of a service has, by making its routes once more.
     *
     * @param name name of its route configuration, which is that of its cluster
     * @param trace the hosts, and what takes the steps
     */
    public void trace(String name, VirtualServiceTrace trace) {
        SubsetKey key = SubsetKey.parse(name);
        scope.service(key.host()).ifPresent(service -> rules.trace(service, key.port(), trace));
    }

    private void add(AmbientService served) {
        MeshService service = served.service();
        SecurityFilters filters = policies.filters(scope.proxy(), Optional.of(service));
        for (MeshServicePort port : service.ports()) {
            if (port.protocol() == PortProtocol.UDP) {
                continue;
            }
            List<FilterChain> chains = chains(service, port, filters);
            for (NetworkAddress address : served.addresses()) {
                listeners.add(ProxyListener.builder()
                        .name(NAME)
                        .address(address.address())
                        .port(port.number())
                        .filterChains(chains)
                        .detectsTls(port.protocol().isTls())
                        .detectsHttp(port.protocol() == PortProtocol.UNSUPPORTED)
                        .build());
            }
        }
    }

    private List<FilterChain> chains(MeshService service, MeshServicePort port, SecurityFilters filters) {
        Origin origin = new Origin(service.resource(), "");
        if (port.protocol().isTls() && isWildcardByName(service)) {
            return List.of();
        }
        if (port.protocol() == PortProtocol.UNSUPPORTED) {
            return List.of(
                    http(service, port, filters, origin).match(detectedHttp()).build(),
                    tcp(service, port, filters, origin).build());
        }
        return List.of(
                port.protocol().isHttp()
                        ? http(service, port, filters, origin).build()
                        : tcp(service, port, filters, origin).build());
    }

    /** {@return whether the name in the handshake would have to be resolved, which is off by default} */
    private static boolean isWildcardByName(MeshService service) {
        return service.resolution() == Resolution.DYNAMIC_DNS
                && service.hostname().startsWith("*");
    }

    private static FilterChainMatch detectedHttp() {
        return FilterChainMatch.builder().applicationProtocols(PLAIN_HTTP).build();
    }

    private FilterChainBuilder http(MeshService service, MeshServicePort port, SecurityFilters filters, Origin origin) {
        String cluster = ServedServices.http(service, port.number());
        List<ProxyRoute> routes = rules.http(service, port.number());
        RouteConfiguration configuration = routes.isEmpty()
                ? ofService(service, InboundRoutes.of(cluster, port.number(), port.protocol(), List.of(origin)))
                : new RouteConfiguration(cluster, List.of(host(service, port, routes, origin)));
        return chain(cluster, origin).filter(manager(configuration, filters));
    }

    private static RouteConfiguration ofService(MeshService service, RouteConfiguration routes) {
        return new RouteConfiguration(
                routes.name(),
                routes.virtualHosts().stream()
                        .map(host -> host.toBuilder()
                                .domains(List.of(domain(service)))
                                .build())
                        .toList());
    }

    /** The host header of names that the waypoint resolves must be one of them. */
    private static String domain(MeshService service) {
        return service.resolution() == Resolution.DYNAMIC_DNS ? service.hostname() : "*";
    }

    /** Else the host header does not matter: the service was chosen by its address. */
    private static VirtualHost host(MeshService service, MeshServicePort port, List<ProxyRoute> routes, Origin origin) {
        return VirtualHost.builder()
                .name("inbound|http|" + port.number())
                .addDomain(domain(service))
                .addAllRoutes(routes)
                .addOrigin(origin)
                .build();
    }

    private HttpConnectionManager manager(RouteConfiguration configuration, SecurityFilters filters) {
        return new HttpConnectionManager(
                configuration.name(), Optional.of(configuration), pathNormalization, BEHIND_PROXIES, filters.http());
    }

    private FilterChainBuilder tcp(MeshService service, MeshServicePort port, SecurityFilters filters, Origin origin) {
        String cluster = ServedServices.tcp(service, port.number());
        TcpProxy proxy = rules.tcp(service, port.number())
                .orElseGet(() -> TcpDestinations.ofService(cluster, scope, service, ""));
        return chain(cluster, origin).networkRbac(filters.tcp()).filter(proxy);
    }

    private static FilterChainBuilder chain(String name, Origin origin) {
        return FilterChain.builder().name(name).tunnelled(true).addOrigin(origin);
    }

    private void addWorkloads(List<AmbientWorkload> workloads) {
        List<String> ranges = workloads.stream()
                .flatMap(workload -> workload.addresses().stream())
                .map(address -> address + (address.indexOf(':') >= 0 ? "/128" : "/32"))
                .toList();
        if (ranges.isEmpty()) {
            return;
        }
        SecurityFilters filters = policies.filters(scope.proxy());
        FilterChainMatchBuilder any = FilterChainMatch.builder().prefixRanges(ranges);
        RouteConfiguration routes = InboundRoutes.of(FixedClusters.ENCAPSULATION, 0, PortProtocol.TCP, List.of());
        TcpProxy bytes = new TcpProxy(List.of(WeightedCluster.of(FixedClusters.ENCAPSULATION, 1)), false, List.of());
        listeners.add(ProxyListener.builder()
                .name(NAME)
                .address("0.0.0.0")
                .port(ANY_PORT)
                .detectsTls(false)
                .addFilterChain(FilterChain.builder()
                        .name("direct-http")
                        .tunnelled(true)
                        .match(FilterChainMatch.builder()
                                .prefixRanges(ranges)
                                .applicationProtocols(PLAIN_HTTP)
                                .build())
                        .filter(manager(routes, filters))
                        .build())
                .addFilterChain(FilterChain.builder()
                        .name("direct-tcp")
                        .tunnelled(true)
                        .match(any.build())
                        .networkRbac(filters.tcp())
                        .filter(bytes)
                        .build())
                .build());
    }
}
