package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.Destination;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.view.MeshService;
import java.util.Optional;

/** Cluster names of destinations. Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/route/route.go:GetDestinationCluster}. */
public final class Destinations {
    private static final String UNKNOWN = "UnknownService";

    private Destinations() {}

    /**
     * The cluster of a destination. That it exists is not checked.
     *
     * @param destination where to
     * @param service service of the host as the context looks it up
     * @param listenerPort port when neither the destination nor the service says one
     * @return cluster name
     */
    public static String cluster(Destination destination, Optional<MeshService> service, int listenerPort) {
        if (destination.host().isEmpty()) {
            return UNKNOWN;
        }
        String host = service.flatMap(MeshService::externalName).orElse(destination.host());
        return SubsetKey.outbound(
                        port(destination, service, listenerPort),
                        destination.subset().orElse(""),
                        host)
                .clusterName();
    }

    private static int port(Destination destination, Optional<MeshService> service, int listenerPort) {
        if (destination.port().isPresent()) {
            return destination.port().get().number().orElse(0);
        }
        return service.filter(each -> each.ports().size() == 1)
                .map(each -> each.ports().get(0).number())
                .orElse(listenerPort);
    }
}
