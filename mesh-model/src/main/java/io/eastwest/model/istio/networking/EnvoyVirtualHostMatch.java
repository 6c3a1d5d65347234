package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a virtual host.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/envoy_filter.proto:EnvoyFilter.RouteConfigurationMatch.VirtualHostMatch. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyVirtualHostMatchBuilder.ImmutableEnvoyVirtualHostMatch.class)
@JsonDeserialize(as = EnvoyVirtualHostMatchBuilder.ImmutableEnvoyVirtualHostMatch.class)
public interface EnvoyVirtualHostMatch {
    /** {@return the name as {@code host:port}; empty: any} */
    Optional<String> name();

    /** {@return a domain of the virtual host; empty: any} */
    Optional<String> domainName();

    /** {@return the conditions on a route; empty: any} */
    Optional<EnvoyRouteMatch> route();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyVirtualHostMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyVirtualHostMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyVirtualHostMatchBuilder builder() {
        return new EnvoyVirtualHostMatchBuilder();
    }
}
