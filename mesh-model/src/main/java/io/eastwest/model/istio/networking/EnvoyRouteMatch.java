package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a route.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/envoy_filter.proto:EnvoyFilter.RouteConfigurationMatch.RouteMatch. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyRouteMatchBuilder.ImmutableEnvoyRouteMatch.class)
@JsonDeserialize(as = EnvoyRouteMatchBuilder.ImmutableEnvoyRouteMatch.class)
public interface EnvoyRouteMatch {
    /** {@return the name of the route; empty: any} */
    Optional<String> name();

    /** {@return what the route does; empty: any} */
    Optional<EnvoyRouteAction> action();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyRouteMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyRouteMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyRouteMatchBuilder builder() {
        return new EnvoyRouteMatchBuilder();
    }
}
