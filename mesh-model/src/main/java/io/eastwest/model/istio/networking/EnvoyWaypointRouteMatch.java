package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a route of a waypoint.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.WaypointMatch.RouteMatch. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyWaypointRouteMatchBuilder.ImmutableEnvoyWaypointRouteMatch.class)
@JsonDeserialize(as = EnvoyWaypointRouteMatchBuilder.ImmutableEnvoyWaypointRouteMatch.class)
public interface EnvoyWaypointRouteMatch {
    /** {@return the name of the route; empty: any} */
    Optional<String> name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyWaypointRouteMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyWaypointRouteMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyWaypointRouteMatchBuilder builder() {
        return new EnvoyWaypointRouteMatchBuilder();
    }
}
