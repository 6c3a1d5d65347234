package io.eastwest.routing.ambient;

import io.eastwest.routing.security.L4Policy;
import io.eastwest.routing.style.RoutingValue;
import io.eastwest.routing.view.TunnelProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A workload as ztunnels see it: a pod, an entry, or all pods of a service in another network. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface AmbientWorkload {
    /** {@return {@code <cluster>/<namespace>/<name>}; for one that stands for another network a name of its own} */
    String id();

    /** {@return cluster id} */
    String cluster();

    /** {@return namespace} */
    String namespace();

    /** {@return labels} */
    Map<String, String> labels();

    /** {@return IP addresses; empty: it is reached through {@link #gateway()}} */
    List<String> addresses();

    /** {@return network; empty text: none} */
    String network();

    /** {@return raw locality, {@code region/zone/subzone}} */
    String locality();

    /** {@return node; empty text: none} */
    String node();

    /** {@return identity, without {@code spiffe://}; empty: unknown} */
    Optional<String> principal();

    /** {@return how it takes tunnels} */
    TunnelProtocol tunnel();

    /** {@return weight among endpoints, at least 1} */
    @Value.Default
    default long capacity() {
        return 1;
    }

    /** {@return waypoint for calls to its address} */
    Optional<Waypoint> waypoint();

    /** {@return why a waypoint that it names is not used} */
    Optional<String> waypointProblem();

    /** {@return the gateway through which it is reached; empty: it is reached by its address} */
    Optional<AmbientGateway> gateway();

    /** {@return policies that its ztunnel enforces; those for its waypoints come from {@link AmbientIndex#policies}} */
    List<L4Policy> policies();

    /** {@return what of the policies near it its ztunnel does not enforce, one line each} */
    List<String> findings();

    /** {@return a builder that starts from this value} */
    default AmbientWorkloadBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static AmbientWorkloadBuilder builder() {
        return new AmbientWorkloadBuilder();
    }
}
