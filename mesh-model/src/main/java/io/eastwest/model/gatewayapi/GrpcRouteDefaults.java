package io.eastwest.model.gatewayapi;

/** The defaults of {@code GRPCRoute}, as the schema of Gateway API v1.6.1 states them; no rule or match is added. */
final class GrpcRouteDefaults {
    private GrpcRouteDefaults() {}

    static GrpcRoute of(GrpcRoute route) {
        GrpcRouteSpec spec = route.spec();
        return route.toBuilder()
                .spec(spec.toBuilder()
                        .parentRefs(ReferenceDefaults.parents(spec.parentRefs()))
                        .rules(spec.rules().stream().map(GrpcRouteDefaults::of).toList())
                        .build())
                .build();
    }

    private static GrpcRouteRule of(GrpcRouteRule rule) {
        return rule.toBuilder()
                .matches(rule.matches().stream().map(GrpcRouteDefaults::of).toList())
                .filters(FilterDefaults.grpc(rule.filters()))
                .backendRefs(
                        rule.backendRefs().stream().map(ReferenceDefaults::of).toList())
                .sessionPersistence(rule.sessionPersistence().map(FilterDefaults::of))
                .build();
    }

    private static GrpcRouteMatch of(GrpcRouteMatch match) {
        return match.toBuilder()
                .method(match.method().map(GrpcRouteDefaults::of))
                .headers(match.headers().stream().map(GrpcRouteDefaults::of).toList())
                .build();
    }

    private static GrpcMethodMatch of(GrpcMethodMatch method) {
        return method.toBuilder()
                .type(method.type().orElse(GrpcMethodMatchType.Exact))
                .build();
    }

    private static GrpcHeaderMatch of(GrpcHeaderMatch header) {
        return header.toBuilder()
                .type(header.type().orElse(HeaderMatchType.Exact))
                .build();
    }
}
