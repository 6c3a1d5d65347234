package io.eastwest.routing.ambient;

import io.eastwest.routing.style.RoutingValue;
import io.eastwest.routing.view.MeshService;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A service as ztunnels see it. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface AmbientService {
    /** {@return the service, as the cluster that defines it has it} */
    MeshService service();

    /** {@return its virtual addresses} */
    List<NetworkAddress> addresses();

    /** {@return waypoint for calls to it} */
    Optional<Waypoint> waypoint();

    /** {@return why a waypoint that it names is not used} */
    Optional<String> waypointProblem();

    /** {@return whether gateways send to its waypoint too} */
    @Value.Default
    default boolean gatewaysUseWaypoint() {
        return false;
    }

    /** {@return whether its endpoints are those of all clusters} */
    @Value.Default
    default boolean global() {
        return false;
    }

    /** {@return how an endpoint is chosen} */
    EndpointChoice choice();

    /** {@return its endpoints, those that are not ready too} */
    List<AmbientEndpoint> endpoints();

    /** {@return identities of endpoints in other networks, without {@code spiffe://}, sorted} */
    List<String> remotePrincipals();

    /** {@return a builder that starts from this value} */
    default AmbientServiceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static AmbientServiceBuilder builder() {
        return new AmbientServiceBuilder();
    }
}
