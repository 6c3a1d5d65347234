package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.kubernetes.CustomResourceDefinition;

/** Resources as the API server of a cluster stores them: pruned and with the defaults of their schema. */
final class StoredResources {
    private static final String GATEWAY_API = ".gateway.networking.k8s.io";

    private final GatewayApiChannel channel;

    private StoredResources(GatewayApiChannel channel) {
        this.channel = channel;
    }

    /** The channel of the Gateway API is the experimental one if a definition of the cluster says so. */
    static StoredResources of(MeshSnapshot snapshot, String cluster) {
        boolean experimental = snapshot.resources(cluster, CustomResourceDefinition.class).stream()
                .filter(definition -> definition.metadata().name().endsWith(GATEWAY_API))
                .anyMatch(definition -> GatewayApiChannel.of(definition) == GatewayApiChannel.EXPERIMENTAL);
        return new StoredResources(experimental ? GatewayApiChannel.EXPERIMENTAL : GatewayApiChannel.STANDARD);
    }

    <T extends MeshResource> T store(Class<T> kind, T resource) {
        return kind.cast(channel.store(resource));
    }
}
