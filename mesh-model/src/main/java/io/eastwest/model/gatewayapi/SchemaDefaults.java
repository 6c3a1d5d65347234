package io.eastwest.model.gatewayapi;

import io.eastwest.model.MeshResource;

/** Finds the defaults of any object of this package. */
final class SchemaDefaults {
    private SchemaDefaults() {}

    static MeshResource of(MeshResource resource) {
        if (resource instanceof HttpRoute route) {
            return route.withDefaults();
        }
        if (resource instanceof GrpcRoute route) {
            return route.withDefaults();
        }
        if (resource instanceof TlsRoute route) {
            return route.withDefaults();
        }
        if (resource instanceof TcpRoute route) {
            return route.withDefaults();
        }
        if (resource instanceof UdpRoute route) {
            return route.withDefaults();
        }
        if (resource instanceof Gateway gateway) {
            return gateway.withDefaults();
        }
        if (resource instanceof ListenerSet set) {
            return set.withDefaults();
        }
        return resource instanceof XBackendTrafficPolicy policy ? policy.withDefaults() : resource;
    }
}
