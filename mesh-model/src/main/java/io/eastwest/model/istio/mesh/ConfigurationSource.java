package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A source of configuration.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:ConfigSource. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ConfigurationSourceBuilder.ImmutableConfigurationSource.class)
@JsonDeserialize(as = ConfigurationSourceBuilder.ImmutableConfigurationSource.class)
public interface ConfigurationSource {
    /** {@return the address, such as {@code k8s://}, {@code fs:///path} or {@code xds://host:port}} */
    Optional<String> address();

    /** {@return how the connection is secured; empty: plain text} */
    Optional<ClientTlsSettings> tlsSettings();

    /** {@return the further resources taken from the source} */
    List<ConfigurationResource> subscribedResources();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ConfigurationSourceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ConfigurationSource empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ConfigurationSourceBuilder builder() {
        return new ConfigurationSourceBuilder();
    }
}
