package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** The service that is asked for permission. Experimental channel. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpExternalAuthBuilder.ImmutableHttpExternalAuth.class)
@JsonDeserialize(as = HttpExternalAuthBuilder.ImmutableHttpExternalAuth.class)
public interface HttpExternalAuth {
    /** {@return how it is asked} */
    ExternalAuthProtocol protocol();

    /** {@return where it is} */
    BackendObjectReference backendRef();

    /** {@return settings for gRPC; only with protocol GRPC} */
    Optional<GrpcExternalAuth> grpc();

    /** {@return settings for HTTP; only with protocol HTTP} */
    Optional<HttpExternalAuthRequest> http();

    /** {@return whether the body is sent along; empty: no} */
    Optional<ExternalAuthBody> forwardBody();

    /** {@return a builder that starts with the content of this value} */
    default HttpExternalAuthBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static HttpExternalAuthBuilder builder() {
        return new HttpExternalAuthBuilder();
    }
}
