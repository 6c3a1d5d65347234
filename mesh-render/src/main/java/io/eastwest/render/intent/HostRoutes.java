package io.eastwest.render.intent;

import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpMatchRequestBuilder;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.istio.networking.VirtualServiceSpecBuilder;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The routes of a host on one control plane. They are in one VirtualService: of several for a host, the oldest alone counts. */
final class HostRoutes {
    private final ControlPlaneView view;
    private final MeshService service;

    HostRoutes(ControlPlaneView view, MeshService service) {
        this.view = view;
        this.service = service;
    }

    /** {@return rules for every port of the service; those that ask for a header are for HTTP alone} */
    VirtualService of(String suffix, List<VariantRule> rules) {
        VirtualServiceSpecBuilder spec =
                VirtualServiceSpec.builder().addHost(service.hostname()).addExportTo("*");
        List<MeshServicePort> ports = service.ports().stream()
                .filter(port -> port.protocol() != PortProtocol.UDP)
                .toList();
        requireRoutable(service);
        for (MeshServicePort port : ports) {
            boolean unknown = port.protocol() == PortProtocol.UNSUPPORTED;
            for (VariantRule rule : rules) {
                if (port.protocol().isHttp() || unknown) {
                    spec.addHttp(http(rule, port, ports.size() > 1));
                }
                if ((port.protocol().isTcp() || unknown) && rule.header().isEmpty()) {
                    spec.addTcp(tcp(rule, port, ports.size() > 1));
                }
            }
        }
        return of(suffix, spec.build());
    }

    /**
     * Refuses what no rule of a whole port can route.
     *
     * <p>Mirrors istio 1.30.3 pilot/pkg/networking/core/tls.go:buildSidecarOutboundTCPFilterChainOpts: no {@code tcp} rule counts on
     * a port of protocol HTTPS or TLS.
     *
     * @throws IllegalArgumentException if a port carries TLS of its applications
     */
    static void requireRoutable(MeshService service) {
        for (MeshServicePort port : service.ports()) {
            if (port.protocol().isTls()) {
                throw new IllegalArgumentException("port " + port.number() + " of " + service.hostname()
                        + " carries TLS of its applications, which is routed by server name alone; take it out of the"
                        + " service or name its protocol tcp");
            }
        }
    }

    /** {@return the only routes of the host} */
    VirtualService of(String suffix, VirtualServiceSpec spec) {
        String name = service.name() + "-" + suffix;
        for (Configured<VirtualService> other : view.configuration(VirtualService.class)) {
            boolean own = other.namespace().equals(service.namespace())
                    && other.name().equals(name);
            if (!own
                    && other.resource().spec().appliesToMesh()
                    && other.resource().spec().hosts().stream()
                            .anyMatch(
                                    host -> full(host, other.namespace(), view).equals(service.hostname()))) {
                throw taken("VirtualService", other);
            }
        }
        view.configuration(HttpRoute.class).stream()
                .filter(route -> isAttached(route.resource().spec().parentRefs(), route.namespace()))
                .forEach(route -> {
                    throw taken("HTTPRoute", route);
                });
        view.configuration(GrpcRoute.class).stream()
                .filter(route -> isAttached(route.resource().spec().parentRefs(), route.namespace()))
                .forEach(route -> {
                    throw taken("GRPCRoute", route);
                });
        return VirtualService.of(service.namespace(), name, spec);
    }

    private boolean isAttached(List<ParentReference> parents, String namespace) {
        return parents.stream()
                .anyMatch(parent -> parent.kind().filter("Service"::equals).isPresent()
                        && parent.name().equals(service.name())
                        && parent.namespace().orElse(namespace).equals(service.namespace()));
    }

    private IllegalArgumentException taken(String kind, Configured<?> other) {
        return new IllegalArgumentException(kind + " " + other.namespace() + "/" + other.name() + " of cluster \""
                + view.cluster() + "\" routes " + service.hostname()
                + " already, and one alone can; remove it or leave the intent out");
    }

    private IstioHttpRoute http(VariantRule rule, MeshServicePort port, boolean several) {
        HttpMatchRequestBuilder match = HttpMatchRequest.builder();
        rule.header()
                .ifPresent(header ->
                        match.putHeader(header.name().toLowerCase(Locale.ROOT), StringMatch.exact(header.value())));
        if (several) {
            match.port(port.number());
        }
        boolean single = rule.weights().size() == 1;
        List<HttpRouteDestination> route = rule.weights().entrySet().stream()
                .map(each -> single
                        ? HttpRouteDestination.to(destination(each, port, several))
                        : HttpRouteDestination.to(destination(each, port, several), each.getValue()))
                .toList();
        return IstioHttpRoute.builder()
                .name(rule.name() + (several ? "-" + port.number() : ""))
                .match(several || rule.header().isPresent() ? List.of(match.build()) : List.of())
                .route(route)
                .mirrors(rule.mirrors().stream()
                        .map(mirror -> several
                                ? mirror.toBuilder()
                                        .destination(mirror.destination().onPort(port.number()))
                                        .build()
                                : mirror)
                        .toList())
                .build();
    }

    private IstioTcpRoute tcp(VariantRule rule, MeshServicePort port, boolean several) {
        boolean single = rule.weights().size() == 1;
        List<RouteDestination> route = rule.weights().entrySet().stream()
                .map(each -> RouteDestination.builder()
                        .destination(destination(each, port, several))
                        .weight(single ? OptionalInt.empty() : OptionalInt.of(each.getValue()))
                        .build())
                .toList();
        return IstioTcpRoute.builder()
                .match(
                        several
                                ? List.of(L4MatchAttributes.builder()
                                        .port(port.number())
                                        .build())
                                : List.of())
                .route(route)
                .build();
    }

    private Destination destination(Map.Entry<Variant, Integer> weighted, MeshServicePort port, boolean several) {
        Destination destination =
                Destination.subset(service.hostname(), weighted.getKey().name());
        return several ? destination.onPort(port.number()) : destination;
    }

    /** {@return a host as istiod completes it: the namespace is added where there is no dot} */
    static String full(String host, String namespace, ControlPlaneView view) {
        String lower = host.toLowerCase(Locale.ROOT);
        return host.contains(".") || host.startsWith("*")
                ? lower
                : lower + "." + namespace + ".svc." + view.domainSuffix();
    }
}
