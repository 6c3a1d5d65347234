package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header that can be switched on.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders.XForwardedHost. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyHeaderOptionBuilder.ImmutableProxyHeaderOption.class)
@JsonDeserialize(as = ProxyHeaderOptionBuilder.ImmutableProxyHeaderOption.class)
public interface ProxyHeaderOption {
    /** {@return whether it is on; empty: no} */
    Optional<Boolean> enabled();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyHeaderOptionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyHeaderOption empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyHeaderOptionBuilder builder() {
        return new ProxyHeaderOptionBuilder();
    }
}
