package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Labels, annotations and parameters for what the controller creates for a {@link Gateway}. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayInfrastructureBuilder.ImmutableGatewayInfrastructure.class)
@JsonDeserialize(as = GatewayInfrastructureBuilder.ImmutableGatewayInfrastructure.class)
public interface GatewayInfrastructure {
    /** {@return labels, at most 8} */
    Map<String, String> labels();

    /** {@return annotations, at most 16} */
    Map<String, String> annotations();

    /** {@return parameters of the controller} */
    Optional<LocalObjectReference> parametersRef();

    /** {@return a builder that starts with the content of this value} */
    default GatewayInfrastructureBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayInfrastructureBuilder builder() {
        return new GatewayInfrastructureBuilder();
    }
}
