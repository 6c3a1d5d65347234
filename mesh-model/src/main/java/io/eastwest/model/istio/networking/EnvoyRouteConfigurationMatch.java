package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on a route table; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.RouteConfigurationMatch. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyRouteConfigurationMatchBuilder.ImmutableEnvoyRouteConfigurationMatch.class)
@JsonDeserialize(as = EnvoyRouteConfigurationMatchBuilder.ImmutableEnvoyRouteConfigurationMatch.class)
public interface EnvoyRouteConfigurationMatch {
    /** {@return the port; empty: any} */
    OptionalInt portNumber();

    /** {@return the name of the gateway port; empty: any} */
    Optional<String> portName();

    /** {@return the gateway as {@code namespace/name}; empty: any} */
    Optional<String> gateway();

    /** {@return the conditions on a virtual host; empty: any} */
    Optional<EnvoyVirtualHostMatch> vhost();

    /** {@return the exact name of the route table; empty: any} */
    Optional<String> name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyRouteConfigurationMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyRouteConfigurationMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyRouteConfigurationMatchBuilder builder() {
        return new EnvoyRouteConfigurationMatchBuilder();
    }
}
