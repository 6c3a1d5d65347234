package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.ListenerSet;
import io.eastwest.model.gatewayapi.TcpRoute;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.model.gatewayapi.UdpRoute;
import io.eastwest.model.gatewayapi.XBackendTrafficPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Resources as an API server stores them: with the defaults of their schema. */
final class StoredResources {
    private static final Map<Class<?>, Function<MeshResource, MeshResource>> DEFAULTS = defaults();

    private StoredResources() {}

    static <T extends MeshResource> T of(Class<T> kind, T resource) {
        return kind.cast(DEFAULTS.getOrDefault(kind, Function.identity()).apply(resource));
    }

    private static Map<Class<?>, Function<MeshResource, MeshResource>> defaults() {
        Map<Class<?>, Function<MeshResource, MeshResource>> all = new LinkedHashMap<>();
        all.put(Gateway.class, resource -> ((Gateway) resource).withDefaults());
        all.put(ListenerSet.class, resource -> ((ListenerSet) resource).withDefaults());
        all.put(HttpRoute.class, resource -> ((HttpRoute) resource).withDefaults());
        all.put(GrpcRoute.class, resource -> ((GrpcRoute) resource).withDefaults());
        all.put(TlsRoute.class, resource -> ((TlsRoute) resource).withDefaults());
        all.put(TcpRoute.class, resource -> ((TcpRoute) resource).withDefaults());
        all.put(UdpRoute.class, resource -> ((UdpRoute) resource).withDefaults());
        all.put(XBackendTrafficPolicy.class, resource -> ((XBackendTrafficPolicy) resource).withDefaults());
        return Collections.unmodifiableMap(all);
    }
}
