package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on a cluster; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.ClusterMatch. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyClusterMatchBuilder.ImmutableEnvoyClusterMatch.class)
@JsonDeserialize(as = EnvoyClusterMatchBuilder.ImmutableEnvoyClusterMatch.class)
public interface EnvoyClusterMatch {
    /** {@return the service port; empty: any} */
    OptionalInt portNumber();

    /** {@return the full name of the service; empty: any} */
    Optional<String> service();

    /** {@return the subset; empty: any} */
    Optional<String> subset();

    /** {@return the exact name of the cluster; empty: any} */
    Optional<String> name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyClusterMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyClusterMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyClusterMatchBuilder builder() {
        return new EnvoyClusterMatchBuilder();
    }
}
