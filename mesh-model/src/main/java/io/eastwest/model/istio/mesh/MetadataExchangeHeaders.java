package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The headers that exchange metadata.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:ProxyConfig.ProxyHeaders.MetadataExchangeHeaders. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MetadataExchangeHeadersBuilder.ImmutableMetadataExchangeHeaders.class)
@JsonDeserialize(as = MetadataExchangeHeadersBuilder.ImmutableMetadataExchangeHeaders.class)
public interface MetadataExchangeHeaders {
    /** {@return where they are sent; empty: everywhere} */
    Optional<MetadataExchangeMode> mode();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MetadataExchangeHeadersBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MetadataExchangeHeaders empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MetadataExchangeHeadersBuilder builder() {
        return new MetadataExchangeHeadersBuilder();
    }
}
