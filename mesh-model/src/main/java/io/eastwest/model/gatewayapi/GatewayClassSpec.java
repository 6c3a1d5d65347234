package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Which controller serves the gateways of a {@link GatewayClass}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayClassSpecBuilder.ImmutableGatewayClassSpec.class)
@JsonDeserialize(as = GatewayClassSpecBuilder.ImmutableGatewayClassSpec.class)
public interface GatewayClassSpec {
    /** {@return controller as {@code domain/path}, for example {@code istio.io/gateway-controller}; immutable} */
    String controllerName();

    /** {@return parameters of the controller} */
    Optional<ObjectReference> parametersRef();

    /** {@return description, at most 64 characters} */
    Optional<String> description();

    /** {@return a builder that starts with the content of this value} */
    default GatewayClassSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewayClassSpecBuilder builder() {
        return new GatewayClassSpecBuilder();
    }
}
