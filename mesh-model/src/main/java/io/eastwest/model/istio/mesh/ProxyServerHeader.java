package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The header {@code server}.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders.Server. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyServerHeaderBuilder.ImmutableProxyServerHeader.class)
@JsonDeserialize(as = ProxyServerHeaderBuilder.ImmutableProxyServerHeader.class)
public interface ProxyServerHeader {
    /** {@return whether it is left alone; empty: no} */
    Optional<Boolean> disabled();

    /** {@return its value; empty: {@code istio-envoy}} */
    Optional<String> value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyServerHeaderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyServerHeader empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyServerHeaderBuilder builder() {
        return new ProxyServerHeaderBuilder();
    }
}
