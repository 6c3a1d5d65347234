package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The image of a proxy.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1beta1/proxy_config.proto:ProxyImage. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyImageBuilder.ImmutableProxyImage.class)
@JsonDeserialize(as = ProxyImageBuilder.ImmutableProxyImage.class)
public interface ProxyImage {
    /** {@return the type, such as {@code default} or {@code distroless}; empty: {@code default}} */
    Optional<String> imageType();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyImageBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyImage empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyImageBuilder builder() {
        return new ProxyImageBuilder();
    }
}
