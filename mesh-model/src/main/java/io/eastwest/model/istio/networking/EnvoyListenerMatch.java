package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on a listener; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.ListenerMatch. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyListenerMatchBuilder.ImmutableEnvoyListenerMatch.class)
@JsonDeserialize(as = EnvoyListenerMatchBuilder.ImmutableEnvoyListenerMatch.class)
public interface EnvoyListenerMatch {
    /** {@return the port; empty: any} */
    OptionalInt portNumber();

    /** {@return the name of the port; not used by Istio} */
    Optional<String> portName();

    /** {@return the conditions on a filter chain; empty: any} */
    Optional<EnvoyFilterChainMatch> filterChain();

    /** {@return the name of a listener filter; empty: any} */
    Optional<String> listenerFilter();

    /** {@return the exact name of the listener; empty: any} */
    Optional<String> name();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyListenerMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyListenerMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyListenerMatchBuilder builder() {
        return new EnvoyListenerMatchBuilder();
    }
}
