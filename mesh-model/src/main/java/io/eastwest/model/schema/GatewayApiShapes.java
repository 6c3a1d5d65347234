package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.object;

import io.eastwest.model.KindDefinition;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.gatewayapi.GatewayApiKinds;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a kind of the Gateway API v1.6.1 in a version and channel. */
final class GatewayApiShapes {
    private GatewayApiShapes() {}

    static boolean isGroup(String group) {
        return group.equals("gateway.networking.k8s.io") || group.equals("gateway.networking.x-k8s.io");
    }

    /** The shape of a whole object; null for a kind that is not modelled and a version that the channel does not serve. */
    static @Nullable Shape find(String kind, String version, GatewayApiChannel channel) {
        Map<String, Shape> shapes = channel == GatewayApiChannel.STANDARD ? Channels.STANDARD : Channels.EXPERIMENTAL;
        return shapes.get(kind + "/" + version);
    }

    private static Map<String, Shape> shapes(GatewayApiChannel channel) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (KindDefinition<?> definition : GatewayApiKinds.all()) {
            for (String version : definition.servedVersions()) {
                if (channel.serves(definition, version)) {
                    Shape spec = spec(definition.kind(), version, channel);
                    shapes.put(
                            definition.kind() + "/" + version,
                            object().require("spec").field("spec", spec));
                }
            }
        }
        return shapes;
    }

    private static Shape spec(String kind, String version, GatewayApiChannel channel) {
        return switch (kind) {
            case "GatewayClass" -> GatewayShapes.gatewayClass();
            case "Gateway" -> GatewayShapes.gateway(channel);
            case "ListenerSet" -> GatewayShapes.listenerSet();
            case "HTTPRoute" -> HttpRouteShapes.route(channel);
            case "GRPCRoute" -> RouteShapes.grpc(channel);
            case "TLSRoute" -> RouteShapes.tls(channel, version);
            case "TCPRoute", "UDPRoute" -> RouteShapes.stream(channel, version);
            case "ReferenceGrant" -> PolicyShapes.referenceGrant();
            case "BackendTLSPolicy" -> PolicyShapes.backendTls();
            case "XBackendTrafficPolicy" -> PolicyShapes.backendTraffic();
            default -> throw new IllegalArgumentException("no shape for " + kind);
        };
    }

    /** Made when the first object of the Gateway API is checked. */
    private static final class Channels {
        static final Map<String, Shape> STANDARD = shapes(GatewayApiChannel.STANDARD);
        static final Map<String, Shape> EXPERIMENTAL = shapes(GatewayApiChannel.EXPERIMENTAL);
    }
}
