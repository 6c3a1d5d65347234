package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * An authoriser that is asked by gRPC.
 *
 * <p>Mirrors istio/api v1.30.3
 * mesh/v1alpha1/config.proto:MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationGrpcProvider. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcExternalAuthorizerBuilder.ImmutableGrpcExternalAuthorizer.class)
@JsonDeserialize(as = GrpcExternalAuthorizerBuilder.ImmutableGrpcExternalAuthorizer.class)
public interface GrpcExternalAuthorizer extends ExternalAuthorizerSettings {
    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default GrpcExternalAuthorizerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static GrpcExternalAuthorizer empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static GrpcExternalAuthorizerBuilder builder() {
        return new GrpcExternalAuthorizerBuilder();
    }
}
