package io.eastwest.model.validation;

import io.eastwest.model.gatewayapi.GatewayApiChannel;
import io.eastwest.model.kubernetes.CustomResourceDefinition;
import io.eastwest.model.reader.Manifest;
import java.util.List;
import java.util.Optional;

/** Which channel of the Gateway API a cluster has, as the definitions among its objects say. */
final class InstalledChannel {
    private static final String GROUP = ".gateway.networking.k8s.io";

    private InstalledChannel() {}

    /** Empty when none of the objects is a definition of the Gateway API. */
    static Optional<GatewayApiChannel> of(List<Manifest> manifests) {
        Optional<GatewayApiChannel> found = Optional.empty();
        for (Manifest manifest : manifests) {
            if (manifest.resource() instanceof CustomResourceDefinition definition
                    && definition.metadata().name().endsWith(GROUP)
                    && !found.equals(Optional.of(GatewayApiChannel.EXPERIMENTAL))) {
                found = Optional.of(GatewayApiChannel.of(definition));
            }
        }
        return found;
    }
}
