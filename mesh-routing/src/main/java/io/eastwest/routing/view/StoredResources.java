package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.gatewayapi.GatewayApiKinds;
import io.eastwest.model.kubernetes.CustomResourceDefinition;
import java.util.List;
import java.util.Optional;

/** Resources as the API server of one cluster stores them: by the channel of the Gateway API that it has. */
final class StoredResources {
    private static final String GROUP = "gateway.networking.k8s.io";
    private static final String EXPERIMENTAL_GROUP = "gateway.networking.x-k8s.io";

    private final GatewayApiChannel channel;

    private StoredResources(GatewayApiChannel channel) {
        this.channel = channel;
    }

    /** Any definition of the Gateway API that was installed from the experimental channel stands for all. */
    static StoredResources of(MeshSnapshot snapshot, String cluster) {
        boolean experimental = snapshot.resources(cluster, CustomResourceDefinition.class).stream()
                .filter(definition -> isGatewayApi(definition.metadata().name()))
                .anyMatch(definition -> GatewayApiChannel.of(definition) == GatewayApiChannel.EXPERIMENTAL);
        return new StoredResources(experimental ? GatewayApiChannel.EXPERIMENTAL : GatewayApiChannel.STANDARD);
    }

    private static boolean isGatewayApi(String definition) {
        return definition.endsWith("." + GROUP) || definition.endsWith("." + EXPERIMENTAL_GROUP);
    }

    /** {@return the resource with the defaults of its schema; empty: the API server does not take it} */
    <T extends MeshResource> Optional<T> store(Class<T> kind, T resource) {
        if (!resource.group().equals(GROUP) && !resource.group().equals(EXPERIMENTAL_GROUP)) {
            return Optional.of(resource);
        }
        String version = resource.apiVersion().substring(resource.apiVersion().indexOf('/') + 1);
        boolean served = GatewayApiKinds.all().stream()
                .filter(definition -> definition.kind().equals(resource.kind()))
                .allMatch(definition -> channel.serves(definition, version));
        List<?> refused = channel.refused(resource);
        return served && refused.isEmpty() ? Optional.of(kind.cast(channel.store(resource))) : Optional.empty();
    }
}
