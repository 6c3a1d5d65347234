package io.eastwest.model.gatewayapi;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import java.util.List;

/** The kinds of this package. */
public final class GatewayApiKinds {
    private static final String GROUP = "gateway.networking.k8s.io";

    private GatewayApiKinds() {}

    /** {@return the definitions of all kinds of this package, in a fixed order, with the versions of both channels} */
    public static List<KindDefinition<?>> all() {
        return List.of(
                new KindDefinition<>(GROUP, "GatewayClass", List.of("v1", "v1beta1"), "v1", false, GatewayClass.class),
                of("Gateway", Gateway.class, "v1", "v1beta1"),
                of("ListenerSet", ListenerSet.class, "v1"),
                of("HTTPRoute", HttpRoute.class, "v1", "v1beta1"),
                of("GRPCRoute", GrpcRoute.class, "v1"),
                of("TLSRoute", TlsRoute.class, "v1", "v1alpha2", "v1alpha3"),
                of("TCPRoute", TcpRoute.class, "v1", "v1alpha2"),
                of("UDPRoute", UdpRoute.class, "v1", "v1alpha2"),
                of("ReferenceGrant", ReferenceGrant.class, "v1beta1", "v1"),
                of("BackendTLSPolicy", BackendTlsPolicy.class, "v1", "v1alpha3"),
                new KindDefinition<>(
                        "gateway.networking.x-k8s.io",
                        "XBackendTrafficPolicy",
                        List.of("v1alpha1"),
                        "v1alpha1",
                        true,
                        XBackendTrafficPolicy.class));
    }

    /** The first version is the storage version. */
    private static <T extends MeshResource> KindDefinition<T> of(String kind, Class<T> type, String... versions) {
        return new KindDefinition<>(GROUP, kind, List.of(versions), versions[0], true, type);
    }
}
