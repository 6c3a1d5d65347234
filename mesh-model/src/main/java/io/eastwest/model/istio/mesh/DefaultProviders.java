package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * The providers that are used where no Telemetry names one.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/config.proto:MeshConfig.DefaultProviders. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DefaultProvidersBuilder.ImmutableDefaultProviders.class)
@JsonDeserialize(as = DefaultProvidersBuilder.ImmutableDefaultProviders.class)
public interface DefaultProviders {
    /** {@return the names of the providers of traces} */
    List<String> tracing();

    /** {@return the names of the providers of metrics} */
    List<String> metrics();

    /** {@return the names of the providers of access logs} */
    List<String> accessLogging();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default DefaultProvidersBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static DefaultProviders empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static DefaultProvidersBuilder builder() {
        return new DefaultProvidersBuilder();
    }
}
