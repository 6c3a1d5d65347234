package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on a filter chain; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/envoy_filter.proto:EnvoyFilter.ListenerMatch.FilterChainMatch. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyFilterChainMatchBuilder.ImmutableEnvoyFilterChainMatch.class)
@JsonDeserialize(as = EnvoyFilterChainMatchBuilder.ImmutableEnvoyFilterChainMatch.class)
public interface EnvoyFilterChainMatch {
    /** {@return the name; empty: any} */
    Optional<String> name();

    /** {@return a server name of the chain; empty: any} */
    Optional<String> sni();

    /** {@return the transport, {@code raw_buffer} or {@code tls}; empty: any} */
    Optional<String> transportProtocol();

    /** {@return the application protocols, comma-separated; empty: any} */
    Optional<String> applicationProtocols();

    /** {@return the conditions on a network filter; empty: any} */
    Optional<EnvoyFilterMatch> filter();

    /** {@return the destination port of the chain; empty: any} */
    OptionalInt destinationPort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyFilterChainMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyFilterChainMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyFilterChainMatchBuilder builder() {
        return new EnvoyFilterChainMatchBuilder();
    }
}
