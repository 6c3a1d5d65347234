package io.eastwest.model.gatewayapi;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What the standard channel lacks. Derived from the two sets of definitions of Gateway API v1.6.1. */
final class StandardChannel {
    private static final String DEFAULT_GATEWAYS = "spec.useDefaultGateways";

    private StandardChannel() {}

    static boolean serves(String kind, String version) {
        return switch (kind) {
            case "TLSRoute", "TCPRoute", "UDPRoute", "BackendTLSPolicy" -> version.equals("v1");
            case "XBackendTrafficPolicy" -> false;
            default -> true;
        };
    }

    static List<String> prunedFields(String kind) {
        return switch (kind) {
            case "Gateway" -> List.of("spec.defaultScope");
            case "HTTPRoute" ->
                List.of(
                        DEFAULT_GATEWAYS,
                        "spec.rules[].retry",
                        "spec.rules[].sessionPersistence",
                        "spec.rules[].filters[].externalAuth",
                        "spec.rules[].backendRefs[].filters[].externalAuth");
            case "GRPCRoute" -> List.of(DEFAULT_GATEWAYS, "spec.rules[].sessionPersistence");
            case "TLSRoute", "TCPRoute", "UDPRoute" -> List.of(DEFAULT_GATEWAYS);
            default -> List.of();
        };
    }

    static MeshResource prune(MeshResource resource) {
        if (resource instanceof HttpRoute route) {
            return prune(route);
        }
        if (resource instanceof GrpcRoute route) {
            return prune(route);
        }
        if (resource instanceof TlsRoute route) {
            TlsRouteSpec spec = route.spec();
            return route.toBuilder()
                    .spec(spec.toBuilder().useDefaultGateways(Optional.empty()).build())
                    .build();
        }
        if (resource instanceof TcpRoute route) {
            TcpRouteSpec spec = route.spec();
            return route.toBuilder()
                    .spec(spec.toBuilder().useDefaultGateways(Optional.empty()).build())
                    .build();
        }
        if (resource instanceof UdpRoute route) {
            UdpRouteSpec spec = route.spec();
            return route.toBuilder()
                    .spec(spec.toBuilder().useDefaultGateways(Optional.empty()).build())
                    .build();
        }
        if (resource instanceof Gateway gateway) {
            GatewaySpec spec = gateway.spec();
            return gateway.toBuilder()
                    .spec(spec.toBuilder().defaultScope(Optional.empty()).build())
                    .build();
        }
        return resource;
    }

    private static HttpRoute prune(HttpRoute route) {
        HttpRouteSpec spec = route.spec();
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .useDefaultGateways(Optional.empty())
                        .rules(spec.rules()
                                .map(rules -> rules.stream()
                                        .map(rule -> rule.toBuilder()
                                                .retry(Optional.empty())
                                                .sessionPersistence(Optional.empty())
                                                .build())
                                        .toList()))
                        .build())
                .build();
    }

    private static GrpcRoute prune(GrpcRoute route) {
        GrpcRouteSpec spec = route.spec();
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .useDefaultGateways(Optional.empty())
                        .rules(spec.rules().stream()
                                .map(rule -> rule.toBuilder()
                                        .sessionPersistence(Optional.empty())
                                        .build())
                                .toList())
                        .build())
                .build();
    }

    static List<DocumentPath> refused(HttpRoute route) {
        List<DocumentPath> refused = new ArrayList<>();
        List<HttpRouteRule> rules = route.spec().rules().orElse(List.of());
        for (int i = 0; i < rules.size(); i++) {
            DocumentPath rule = DocumentPath.root().field("spec").field("rules").index(i);
            addExternalAuth(refused, rule, rules.get(i).filters());
            List<HttpBackendReference> backends = rules.get(i).backendRefs();
            for (int j = 0; j < backends.size(); j++) {
                addExternalAuth(
                        refused,
                        rule.field("backendRefs").index(j),
                        backends.get(j).filters());
            }
        }
        return Collections.unmodifiableList(refused);
    }

    private static void addExternalAuth(List<DocumentPath> refused, DocumentPath owner, List<HttpRouteFilter> filters) {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i).type() == HttpRouteFilterType.ExternalAuth) {
                refused.add(owner.field("filters").index(i).field("type"));
            }
        }
    }
}
