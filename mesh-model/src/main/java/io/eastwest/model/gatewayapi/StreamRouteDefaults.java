package io.eastwest.model.gatewayapi;

import java.util.List;

/** The defaults of TLS, TCP and UDP routes, as the schemas of Gateway API v1.6.1 state them. */
final class StreamRouteDefaults {
    private StreamRouteDefaults() {}

    static TlsRoute of(TlsRoute route) {
        TlsRouteSpec spec = route.spec();
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .parentRefs(ReferenceDefaults.parents(spec.parentRefs()))
                        .rules(spec.rules().stream()
                                .map(rule -> rule.toBuilder()
                                        .backendRefs(backends(rule.backendRefs()))
                                        .build())
                                .toList())
                        .build())
                .build();
    }

    static TcpRoute of(TcpRoute route) {
        TcpRouteSpec spec = route.spec();
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .parentRefs(ReferenceDefaults.parents(spec.parentRefs()))
                        .rules(spec.rules().stream()
                                .map(rule -> rule.toBuilder()
                                        .backendRefs(backends(rule.backendRefs()))
                                        .build())
                                .toList())
                        .build())
                .build();
    }

    static UdpRoute of(UdpRoute route) {
        UdpRouteSpec spec = route.spec();
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .parentRefs(ReferenceDefaults.parents(spec.parentRefs()))
                        .rules(spec.rules().stream()
                                .map(rule -> rule.toBuilder()
                                        .backendRefs(backends(rule.backendRefs()))
                                        .build())
                                .toList())
                        .build())
                .build();
    }

    private static List<BackendReference> backends(List<BackendReference> references) {
        return references.stream().map(ReferenceDefaults::of).toList();
    }
}
