package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.scope.EgressListener;
import io.eastwest.routing.scope.EgressListener.Port;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Virtual hosts of a sidecar for one listener port. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/httproute.go:BuildSidecarOutboundVirtualHosts} and {@code
 * pilot/pkg/networking/core/route/route.go:BuildSidecarVirtualHostWrapper}; where istiod walks a map, hosts are taken in
 * alphabetical order.
 */
final class RouteTables {
    private static final int HTTP_PORT = 80;

    private final ProxyScope scope;
    private final EgressListener listener;
    private final int port;
    private final VirtualServiceTrace trace;
    private final Map<String, MeshService> services = new TreeMap<>();

    private RouteTables(ProxyScope scope, EgressListener listener, int port, VirtualServiceTrace trace) {
        this.scope = scope;
        this.trace = trace;
        this.listener = listener;
        this.port = isProxyPort(listener) ? 0 : port;
        for (MeshService service : listener.services()) {
            if (this.port == 0) {
                services.put(service.hostname(), service);
            } else {
                onPort(service).ifPresent(each -> services.put(each.hostname(), each));
            }
        }
    }

    /**
     * Builds a route configuration.
     *
     * @param scope what the proxy sees
     * @param name {@code <port>}, {@code <hostname>:<port>} of a service with its own listener, or a socket path
     * @return the configuration; empty when no listener is of that name
     */
    static Optional<RouteConfiguration> of(ProxyScope scope, String name) {
        return of(scope, name, VirtualServiceTrace.NONE);
    }

    /**
     * Builds a route configuration; see {@link #of(ProxyScope, String)}.
     *
     * @param scope what the proxy sees
     * @param name name of the configuration
     * @param trace takes each VirtualService that is considered
     * @return the configuration; empty when no listener is of that name
     */
    static Optional<RouteConfiguration> of(ProxyScope scope, String name, VirtualServiceTrace trace) {
        int colon = name.startsWith("unix:") ? -1 : name.lastIndexOf(':');
        int port = number(name.substring(colon + 1));
        boolean detected = colon >= 0;
        return egressListener(scope, port, name).map(listener -> {
            scope.traceAbsentRules(
                    VirtualServiceSpec.MESH_GATEWAY, listener.virtualServices(), trace::wants, trace::left);
            List<VirtualHost> hosts = new RouteTables(scope, listener, port, trace).virtualHosts();
            if (detected) {
                return new RouteConfiguration(name, only(hosts, name, name.substring(0, colon)));
            }
            hosts.add(CatchAll.virtualHost(scope.outboundPolicy()));
            return new RouteConfiguration(name, hosts);
        });
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Optional<EgressListener> egressListener(ProxyScope scope, int port, String name) {
        return scope.egressListeners().stream()
                .filter(each -> each.port().isEmpty() || isFor(each.port().get(), port, name))
                .findFirst();
    }

    private static boolean isFor(Port declared, int port, String name) {
        return declared.number() == port
                && (port != 0 || declared.bind().orElse("").equals(name));
    }

    private static boolean isProxyPort(EgressListener listener) {
        return listener.port()
                .map(Port::protocol)
                .filter(PortProtocol.HTTP_PROXY::equals)
                .isPresent();
    }

    /** The virtual host of a service with a listener of its own takes every authority. */
    private static List<VirtualHost> only(List<VirtualHost> hosts, String name, String hostname) {
        return hosts.stream()
                .filter(host -> host.domains().contains(name) || host.domains().contains(hostname))
                .map(host -> host.toBuilder().domains(List.of("*")).build())
                .limit(1)
                .toList();
    }

    private Optional<MeshService> onPort(MeshService service) {
        return service.port(port)
                .map(declared -> service.toBuilder()
                        .hostname(service.hostname().toLowerCase(Locale.ROOT))
                        .ports(List.of(declared))
                        .build());
    }

    private List<VirtualHost> virtualHosts() {
        List<HostGroup> groups = new ArrayList<>();
        Set<String> claimed = new LinkedHashSet<>();
        Map<String, String> best = mostSpecific();
        for (MeshVirtualService virtualService : listener.virtualServices()) {
            if (port == HTTP_PORT || matchesService(virtualService)) {
                group(virtualService, best).forEach(group -> {
                    groups.add(group);
                    group.services().forEach(service -> claimed.add(service.hostname()));
                });
            } else {
                trace.left(
                        virtualService,
                        new Mismatch(
                                "hosts",
                                "one of a service with port " + port,
                                virtualService.hosts().toString()));
            }
        }
        for (MeshService service : services.values()) {
            if (!claimed.contains(service.hostname()) && service.resolution() != Resolution.ALIAS) {
                service.ports().stream()
                        .filter(each -> isHttpOrDetected(each))
                        .forEach(each -> groups.add(new HostGroup(
                                each.number(),
                                List.of(),
                                List.of(service),
                                List.of(DefaultRoutes.of(scope, service, each.number())),
                                new Origin(service.resource(), ""))));
            }
        }
        return new HostTable(scope, port, trace).virtualHosts(groups);
    }

    private static boolean isHttpOrDetected(MeshServicePort port) {
        return port.protocol().isHttp() || port.protocol() == PortProtocol.UNSUPPORTED;
    }

    private boolean matchesService(MeshVirtualService virtualService) {
        return virtualService.hosts().stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .anyMatch(host -> services.containsKey(host)
                        || services.keySet().stream().anyMatch(name -> Hostname.matches(host, name)));
    }

    /** For each service of the listener the VirtualService with the most specific host. */
    private Map<String, String> mostSpecific() {
        Map<String, String> exact = new LinkedHashMap<>();
        Map<String, String> wildcards = new LinkedHashMap<>();
        for (MeshVirtualService virtualService : listener.virtualServices()) {
            for (String host : virtualService.hosts()) {
                (Hostname.isWildcard(host) ? wildcards : exact).putIfAbsent(host, id(virtualService));
            }
        }
        Map<String, String> best = new LinkedHashMap<>();
        for (MeshService service : listener.services()) {
            Hostname.mostSpecificMatch(service.hostname(), exact.keySet(), wildcards.keySet())
                    .map(host -> Hostname.isWildcard(host) ? wildcards.get(host) : exact.get(host))
                    .ifPresent(id -> best.put(service.hostname(), id));
        }
        return best;
    }

    private static String id(MeshVirtualService virtualService) {
        return virtualService.namespace() + "/" + virtualService.name();
    }

    private List<HostGroup> group(MeshVirtualService virtualService, Map<String, String> best) {
        RouteContext context = new RouteContext(
                scope,
                List.of(VirtualServiceSpec.MESH_GATEWAY),
                port,
                false,
                host -> Optional.ofNullable(services.get(host)),
                trace.sink(virtualService));
        List<ProxyRoute> routes = RouteTranslation.routes(virtualService, context);
        if (routes.isEmpty()) {
            trace.empty(virtualService, port);
            return List.of();
        }
        List<String> hosts = new ArrayList<>();
        List<MeshService> claimed = new ArrayList<>();
        separate(virtualService, best, hosts, claimed);
        if (virtualService.gatewaySemantics() && claimed.stream().noneMatch(each -> isOwn(each, virtualService))) {
            trace.left(virtualService, new Mismatch("its routes are for callers of its own namespace", "", ""));
            return List.of();
        }
        Origin origin = new Origin(virtualService.resource(), "");
        Map<Integer, List<MeshService>> byPort = new TreeMap<>();
        for (MeshService service : claimed) {
            service.ports().stream()
                    .filter(RouteTables::isHttpOrDetected)
                    .forEach(each -> byPort.computeIfAbsent(each.number(), key -> new ArrayList<>())
                            .add(service));
        }
        if (byPort.isEmpty() && port == HTTP_PORT) {
            byPort.put(HTTP_PORT, List.of());
        }
        if (claimed.isEmpty() && hosts.isEmpty()) {
            trace.left(
                    virtualService,
                    new Mismatch(
                            "hosts",
                            "the most specific ones for a service",
                            virtualService.hosts().toString()));
        } else if (byPort.isEmpty()) {
            trace.left(virtualService, new Mismatch("protocol of port " + port, "HTTP", "another"));
        }
        return byPort.entrySet().stream()
                .map(entry -> new HostGroup(entry.getKey(), hosts, entry.getValue(), routes, origin))
                .toList();
    }

    private boolean isOwn(MeshService service, MeshVirtualService virtualService) {
        return service.namespace().equals(virtualService.namespace())
                || scope.proxy().namespace().equals(virtualService.namespace());
    }

    private void separate(
            MeshVirtualService virtualService,
            Map<String, String> best,
            List<String> hosts,
            List<MeshService> claimed) {
        List<String> wildcards = new ArrayList<>();
        for (String host : virtualService.hosts()) {
            String name = host.toLowerCase(Locale.ROOT);
            MeshService service = services.get(name);
            if (Hostname.isWildcard(name)) {
                wildcards.add(name);
            } else if (service != null) {
                claimed.add(service);
            } else {
                hosts.add(host);
            }
        }
        for (String wildcard : wildcards) {
            List<MeshService> matching = virtualService.gatewaySemantics()
                    ? List.of()
                    : services.values().stream()
                            .filter(service -> Hostname.matches(service.hostname(), wildcard))
                            .toList();
            if (matching.isEmpty()) {
                hosts.add(wildcard);
            }
            matching.stream()
                    .filter(service -> id(virtualService).equals(best.get(service.hostname())))
                    .forEach(claimed::add);
        }
    }
}
