package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on the object that a patch changes. At most one of the four object conditions may be set.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.EnvoyConfigObjectMatch. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyConfigMatchBuilder.ImmutableEnvoyConfigMatch.class)
@JsonDeserialize(as = EnvoyConfigMatchBuilder.ImmutableEnvoyConfigMatch.class)
public interface EnvoyConfigMatch {
    /** {@return the direction of traffic; empty: any} */
    Optional<EnvoyPatchContext> context();

    /** {@return the conditions on the proxy; empty: any} */
    Optional<EnvoyProxyMatch> proxy();

    /** {@return the conditions on a listener} */
    Optional<EnvoyListenerMatch> listener();

    /** {@return the conditions on a route table} */
    Optional<EnvoyRouteConfigurationMatch> routeConfiguration();

    /** {@return the conditions on a cluster} */
    Optional<EnvoyClusterMatch> cluster();

    /** {@return the conditions on the configuration of a waypoint} */
    Optional<EnvoyWaypointMatch> waypoint();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyConfigMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyConfigMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyConfigMatchBuilder builder() {
        return new EnvoyConfigMatchBuilder();
    }
}
