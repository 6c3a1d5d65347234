package io.eastwest.model.gatewayapi;

import java.util.List;

/** The defaults of references, as the schemas of Gateway API v1.6.1 state them. */
final class ReferenceDefaults {
    private static final String GATEWAY_GROUP = "gateway.networking.k8s.io";
    private static final String CORE_GROUP = "";

    private ReferenceDefaults() {}

    static List<ParentReference> parents(List<ParentReference> references) {
        return references.stream().map(ReferenceDefaults::of).toList();
    }

    static ParentReference of(ParentReference reference) {
        return reference.toBuilder()
                .group(reference.group().orElse(GATEWAY_GROUP))
                .kind(reference.kind().orElse("Gateway"))
                .build();
    }

    static RouteGroupKind of(RouteGroupKind kind) {
        return kind.toBuilder().group(kind.group().orElse(GATEWAY_GROUP)).build();
    }

    static SecretObjectReference of(SecretObjectReference reference) {
        return reference.toBuilder()
                .group(reference.group().orElse(CORE_GROUP))
                .kind(reference.kind().orElse("Secret"))
                .build();
    }

    static BackendObjectReference of(BackendObjectReference reference) {
        return reference.toBuilder()
                .group(group(reference))
                .kind(kind(reference))
                .build();
    }

    static BackendReference of(BackendReference reference) {
        return reference.toBuilder()
                .group(group(reference))
                .kind(kind(reference))
                .weight(reference.weight().orElse(1))
                .build();
    }

    static HttpBackendReference of(HttpBackendReference reference) {
        return reference.toBuilder()
                .group(group(reference))
                .kind(kind(reference))
                .weight(reference.weight().orElse(1))
                .filters(FilterDefaults.http(reference.filters()))
                .build();
    }

    static GrpcBackendReference of(GrpcBackendReference reference) {
        return reference.toBuilder()
                .group(group(reference))
                .kind(kind(reference))
                .weight(reference.weight().orElse(1))
                .filters(FilterDefaults.grpc(reference.filters()))
                .build();
    }

    private static String group(BackendTarget target) {
        return target.group().orElse(CORE_GROUP);
    }

    private static String kind(BackendTarget target) {
        return target.kind().orElse("Service");
    }
}
