package io.eastwest.routing.rules;

import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioTcpRoute;
import io.eastwest.model.istio.networking.IstioTlsRoute;
import io.eastwest.model.istio.networking.L4MatchAttributes;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.TlsMatchAttributes;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import java.util.List;

/**
 * Short names of a VirtualService in full. Mirrors istio 1.30.3 {@code
 * pilot/pkg/model/virtualservice.go:resolveVirtualServiceShortnames} and {@code
 * pilot/pkg/model/config.go:resolveGatewayName}.
 */
final class NameResolution {
    private final String domainSuffix;

    NameResolution(String domainSuffix) {
        this.domainSuffix = domainSuffix;
    }

    MeshVirtualService resolve(Configured<VirtualService> virtualService) {
        VirtualServiceSpec spec = virtualService.resource().spec();
        String namespace = virtualService.namespace();
        MeshVirtualServiceBuilder builder = MeshVirtualService.builder()
                .resource(virtualService.resource().key())
                .namespace(namespace)
                .name(virtualService.name())
                .creationTime(virtualService.creationTime())
                .hosts(spec.hosts().stream().map(host -> host(host, namespace)).toList())
                .gateways(
                        spec.gateways().isEmpty()
                                ? List.of(VirtualServiceSpec.MESH_GATEWAY)
                                : gateways(spec.gateways(), namespace))
                .exportTo(spec.exportTo());
        for (int i = 0; i < spec.http().size(); i++) {
            builder.addHttp(new HttpRule(http(spec.http().get(i), namespace), origin(virtualService, "http", i)));
        }
        for (int i = 0; i < spec.tls().size(); i++) {
            builder.addTl(new TlsRule(tls(spec.tls().get(i), namespace), origin(virtualService, "tls", i)));
        }
        for (int i = 0; i < spec.tcp().size(); i++) {
            builder.addTcp(new TcpRule(tcp(spec.tcp().get(i), namespace), origin(virtualService, "tcp", i)));
        }
        return builder.build();
    }

    private static Origin origin(Configured<VirtualService> virtualService, String section, int index) {
        return new Origin(virtualService.resource().key(), "spec." + section + "[" + index + "]");
    }

    private String host(String host, String namespace) {
        return Hostname.resolve(host, namespace, domainSuffix);
    }

    private List<String> gateways(List<String> gateways, String namespace) {
        return gateways.stream().map(gateway -> gateway(gateway, namespace)).toList();
    }

    private static String gateway(String gateway, String namespace) {
        if (gateway.equals(VirtualServiceSpec.MESH_GATEWAY)) {
            return gateway;
        }
        if (gateway.indexOf('/') >= 0) {
            return gateway.startsWith("./") ? namespace + gateway.substring(1) : gateway;
        }
        int dot = gateway.indexOf('.');
        if (dot < 0) {
            return namespace + "/" + gateway;
        }
        int end = gateway.indexOf('.', dot + 1);
        return gateway.substring(dot + 1, end < 0 ? gateway.length() : end) + "/" + gateway.substring(0, dot);
    }

    private IstioHttpRoute http(IstioHttpRoute rule, String namespace) {
        return rule.toBuilder()
                .match(rule.match().stream()
                        .map(match -> match(match, namespace))
                        .toList())
                .route(rule.route().stream()
                        .map(route -> destination(route, namespace))
                        .toList())
                .mirror(rule.mirror().map(mirror -> destination(mirror, namespace)))
                .mirrors(rule.mirrors().stream()
                        .map(mirror -> mirror(mirror, namespace))
                        .toList())
                .build();
    }

    private HttpMatchRequest match(HttpMatchRequest match, String namespace) {
        return match.gateways().isEmpty()
                ? match
                : match.toBuilder()
                        .gateways(gateways(match.gateways(), namespace))
                        .build();
    }

    private HttpRouteDestination destination(HttpRouteDestination route, String namespace) {
        return route.toBuilder()
                .destination(destination(route.destination(), namespace))
                .build();
    }

    private HttpMirrorPolicy mirror(HttpMirrorPolicy mirror, String namespace) {
        return mirror.toBuilder()
                .destination(destination(mirror.destination(), namespace))
                .build();
    }

    private IstioTlsRoute tls(IstioTlsRoute rule, String namespace) {
        return rule.toBuilder()
                .match(rule.match().stream()
                        .map(match -> tlsMatch(match, namespace))
                        .toList())
                .route(routes(rule.route(), namespace))
                .build();
    }

    private TlsMatchAttributes tlsMatch(TlsMatchAttributes match, String namespace) {
        return match.toBuilder().gateways(gateways(match.gateways(), namespace)).build();
    }

    private IstioTcpRoute tcp(IstioTcpRoute rule, String namespace) {
        return rule.toBuilder()
                .match(rule.match().stream()
                        .map(match -> tcpMatch(match, namespace))
                        .toList())
                .route(routes(rule.route(), namespace))
                .build();
    }

    private L4MatchAttributes tcpMatch(L4MatchAttributes match, String namespace) {
        return match.toBuilder().gateways(gateways(match.gateways(), namespace)).build();
    }

    private List<RouteDestination> routes(List<RouteDestination> routes, String namespace) {
        return routes.stream()
                .map(route -> route.toBuilder()
                        .destination(destination(route.destination(), namespace))
                        .build())
                .toList();
    }

    private Destination destination(Destination destination, String namespace) {
        return destination.toBuilder().host(host(destination.host(), namespace)).build();
    }
}
