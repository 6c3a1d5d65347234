package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Condition on service and method of a call. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcMethodMatchBuilder.ImmutableGrpcMethodMatch.class)
@JsonDeserialize(as = GrpcMethodMatchBuilder.ImmutableGrpcMethodMatch.class)
public interface GrpcMethodMatch {
    /** {@return how both are compared; empty: the API server writes Exact} */
    Optional<GrpcMethodMatchType> type();

    /** {@return full name of the service, at most 1024 characters; empty: any} */
    Optional<String> service();

    /** {@return name of the method, at most 1024 characters; empty: any} */
    Optional<String> method();

    /** {@return a builder that starts with the content of this value} */
    default GrpcMethodMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GrpcMethodMatchBuilder builder() {
        return new GrpcMethodMatchBuilder();
    }
}
