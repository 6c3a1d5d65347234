package io.eastwest.routing.ambient;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A waypoint that is ready: a Gateway with an address. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface Waypoint {
    /** Port on which every waypoint takes HBONE. */
    int HBONE_PORT = 15008;

    /** {@return cluster id} */
    String cluster();

    /** {@return namespace} */
    String namespace();

    /** {@return name} */
    String name();

    /** {@return its Gateway} */
    ResourceKey resource();

    /** {@return class of its Gateway} */
    String className();

    /** {@return hostname of its Service; empty: it is reached by address} */
    Optional<String> hostname();

    /** {@return its address; empty: it is reached by hostname} */
    Optional<String> address();

    /** {@return whether calls to services may go through it} */
    boolean forServices();

    /** {@return whether calls to workloads may go through it} */
    boolean forWorkloads();

    /** {@return identities of its pods, without {@code spiffe://}, sorted} */
    List<String> principals();

    /** {@return a builder that starts from this value} */
    default WaypointBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static WaypointBuilder builder() {
        return new WaypointBuilder();
    }
}
