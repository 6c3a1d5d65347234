package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Conditions on a proxy.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/envoy_filter.proto:EnvoyFilter.ProxyMatch. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EnvoyProxyMatchBuilder.ImmutableEnvoyProxyMatch.class)
@JsonDeserialize(as = EnvoyProxyMatchBuilder.ImmutableEnvoyProxyMatch.class)
public interface EnvoyProxyMatch {
    /** {@return an RE2 expression on the version; empty: any} */
    Optional<String> proxyVersion();

    /** {@return the metadata the proxy has to have; empty: any} */
    Map<String, String> metadata();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EnvoyProxyMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static EnvoyProxyMatch empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static EnvoyProxyMatchBuilder builder() {
        return new EnvoyProxyMatchBuilder();
    }
}
