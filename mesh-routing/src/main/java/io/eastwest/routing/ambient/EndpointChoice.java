package io.eastwest.routing.ambient;

import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.List;

/**
 * How ztunnel chooses an endpoint. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/services.go:constructService, constructServiceEntries}.
 *
 * @param mode what the scopes mean
 * @param scopes what an endpoint should share with the client, the widest first
 */
public record EndpointChoice(Mode mode, List<Scope> scopes) {
    private static final List<Scope> ZONE = List.of(Scope.NETWORK, Scope.REGION, Scope.ZONE);
    private static final List<Scope> NODE = List.of(Scope.NETWORK, Scope.REGION, Scope.ZONE, Scope.SUBZONE, Scope.NODE);

    /**
     * Copies the list.
     *
     * @param mode what the scopes mean
     * @param scopes what an endpoint should share with the client
     */
    public EndpointChoice {
        scopes = List.copyOf(scopes);
    }

    /** What scopes mean. */
    public enum Mode {
        /** Nothing: every endpoint is as good. */
        STANDARD,

        /** Only endpoints that share all. */
        STRICT,

        /** Only endpoints that share the most. */
        FAILOVER,

        /** The address that was dialled is the endpoint. */
        PASSTHROUGH
    }

    /** What an endpoint may share with the client. */
    public enum Scope {
        /** Network. */
        NETWORK,

        /** Region. */
        REGION,

        /** Zone. */
        ZONE,

        /** Subzone. */
        SUBZONE,

        /** Node. */
        NODE
    }

    static EndpointChoice of(MeshService service) {
        if (service.registry() == Registry.EXTERNAL && service.resolution() == Resolution.PASSTHROUGH) {
            return new EndpointChoice(Mode.PASSTHROUGH, List.of());
        }
        if (service.nodeLocal()) {
            return new EndpointChoice(Mode.STRICT, List.of(Scope.NODE));
        }
        return switch (service.trafficDistribution()) {
            case ANY -> new EndpointChoice(Mode.STANDARD, List.of());
            case PREFER_SAME_ZONE -> new EndpointChoice(Mode.FAILOVER, ZONE);
            case PREFER_SAME_NODE -> new EndpointChoice(Mode.FAILOVER, NODE);
        };
    }
}
