package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on the configuration of a waypoint.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.WaypointMatch. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyWaypointMatchBuilder.ImmutableEnvoyWaypointMatch.class)
@JsonDeserialize(as = EnvoyWaypointMatchBuilder.ImmutableEnvoyWaypointMatch.class)
public interface EnvoyWaypointMatch {
    /** {@return the service port, 1..65535; empty: any} */
    OptionalInt portNumber();

    /** {@return the conditions on a filter; empty: any} */
    Optional<EnvoyFilterMatch> filter();

    /** {@return the conditions on a route; empty: any} */
    Optional<EnvoyWaypointRouteMatch> route();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyWaypointMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyWaypointMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyWaypointMatchBuilder builder() {
        return new EnvoyWaypointMatchBuilder();
    }
}
