package io.eastwest.routing.gateway;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.table.RouteContext;
import io.eastwest.routing.table.RouteTranslation;
import io.eastwest.routing.table.VirtualServiceTrace;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The route configuration of the servers of a port. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/gateway.go:buildGatewayHTTPRouteConfig, collapseDuplicateRoutes}.
 */
final class GatewayRoutes {
    private final ProxyScope scope;
    private final VirtualServiceTrace trace;
    private final Map<String, List<ProxyRoute>> translated = new LinkedHashMap<>();
    private final Map<String, HostRoutes> hosts = new LinkedHashMap<>();

    /** What a virtual host gathers. */
    private static final class HostRoutes {
        private final int port;
        private final List<List<ProxyRoute>> parts = new ArrayList<>();
        private final List<String> domains = new ArrayList<>();
        private final Set<Origin> origins = new LinkedHashSet<>();
        private boolean requiresTls;

        HostRoutes(int port, String domain) {
            this.port = port;
            this.domains.add(domain);
        }
    }

    private GatewayRoutes(ProxyScope scope, VirtualServiceTrace trace) {
        this.scope = scope;
        this.trace = trace;
    }

    static RouteConfiguration of(ProxyScope scope, String name, List<BoundServer> servers, VirtualServiceTrace trace) {
        GatewayRoutes routes = new GatewayRoutes(scope, trace);
        servers.forEach(routes::add);
        if (routes.hosts.isEmpty()) {
            VirtualHost blackhole = VirtualHost.builder()
                    .name("blackhole:" + servers.get(0).server().port().number())
                    .domains(List.of("*"))
                    .build();
            return new RouteConfiguration(name, List.of(blackhole));
        }
        return new RouteConfiguration(name, routes.collapsed());
    }

    private void add(BoundServer server) {
        int port = server.server().port().number();
        List<MeshVirtualService> bound = scope.virtualServices(server.gateway().reference());
        scope.traceAbsentRules(server.gateway().reference(), bound, trace::wants, trace::left);
        for (MeshVirtualService virtualService : bound) {
            List<String> common =
                    Hostname.intersection(server.hostsFor(virtualService.namespace()), virtualService.hosts());
            List<ProxyRoute> routes = common.isEmpty() ? List.of() : routes(server, virtualService);
            if (common.isEmpty()) {
                trace.left(
                        virtualService,
                        new Mismatch(
                                "hosts",
                                "one of " + server.hostsFor(virtualService.namespace()) + " of Gateway "
                                        + server.gateway().reference(),
                                virtualService.hosts().toString()));
            } else if (routes.isEmpty()) {
                trace.empty(virtualService, port);
            } else {
                for (String host : common) {
                    add(host.toLowerCase(Locale.ROOT), port, routes, server, virtualService);
                }
            }
        }
        if (server.redirectsToHttps()) {
            for (String host : server.hosts()) {
                String domain = host.toLowerCase(Locale.ROOT);
                hosts.computeIfAbsent(domain, key -> new HostRoutes(port, domain)).requiresTls = true;
            }
        }
    }

    private void add(
            String host, int port, List<ProxyRoute> routes, BoundServer server, MeshVirtualService virtualService) {
        HostRoutes entry = hosts.computeIfAbsent(host, key -> new HostRoutes(port, host));
        trace.taken(host, new Origin(virtualService.resource(), ""));
        entry.parts.add(routes);
        entry.origins.add(new Origin(virtualService.resource(), ""));
        entry.requiresTls |= server.redirectsToHttps();
    }

    private List<ProxyRoute> routes(BoundServer server, MeshVirtualService virtualService) {
        String gateway = server.gateway().reference();
        String key = gateway + " " + virtualService.namespace() + "/" + virtualService.name();
        return translated.computeIfAbsent(
                key,
                each -> RouteTranslation.routes(
                        virtualService,
                        new RouteContext(
                                scope,
                                List.of(gateway),
                                server.server().port().number(),
                                server.tls().isPresent(),
                                host -> scope.service(host, virtualService.namespace()),
                                trace.sink(virtualService))));
    }

    /** Hosts with the same routes become one virtual host, named after the most specific of them. */
    private List<VirtualHost> collapsed() {
        List<String> names = new ArrayList<>(hosts.keySet());
        names.sort(Hostname.MORE_SPECIFIC_FIRST);
        Map<String, HostRoutes> kept = new LinkedHashMap<>();
        for (String name : names) {
            HostRoutes entry = requireNonNull(hosts.get(name));
            kept.values().stream()
                    .filter(other -> other.requiresTls == entry.requiresTls && sameParts(other.parts, entry.parts))
                    .findFirst()
                    .ifPresentOrElse(
                            other -> {
                                other.domains.addAll(entry.domains);
                                other.origins.addAll(entry.origins);
                            },
                            () -> kept.put(name, entry));
        }
        return kept.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> virtualHost(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean sameParts(List<List<ProxyRoute>> one, List<List<ProxyRoute>> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (one.get(i) != other.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static VirtualHost virtualHost(String name, HostRoutes entry) {
        List<ProxyRoute> routes = new ArrayList<>();
        List<ProxyRoute> catchAlls = new ArrayList<>();
        for (List<ProxyRoute> part : entry.parts) {
            for (ProxyRoute route : part) {
                (RouteTranslation.isCatchAll(route) ? catchAlls : routes).add(route);
            }
        }
        routes.addAll(catchAlls);
        return VirtualHost.builder()
                .name(name + ":" + entry.port)
                .domains(entry.domains)
                .requiresTls(entry.requiresTls)
                .routes(routes)
                .origins(entry.origins)
                .build();
    }
}
