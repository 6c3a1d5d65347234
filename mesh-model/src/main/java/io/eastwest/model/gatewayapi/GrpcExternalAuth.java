package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * What an external authorization service is told over gRPC. Experimental channel. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcExternalAuthBuilder.ImmutableGrpcExternalAuth.class)
@JsonDeserialize(as = GrpcExternalAuthBuilder.ImmutableGrpcExternalAuth.class)
public interface GrpcExternalAuth {
    /** {@return request headers that are sent, at most 64; empty: all} */
    List<String> allowedHeaders();

    /** {@return a builder that starts with the content of this value} */
    default GrpcExternalAuthBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GrpcExternalAuthBuilder builder() {
        return new GrpcExternalAuthBuilder();
    }
}
