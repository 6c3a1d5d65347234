package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Conditions that must all hold for a call. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcRouteMatchBuilder.ImmutableGrpcRouteMatch.class)
@JsonDeserialize(as = GrpcRouteMatchBuilder.ImmutableGrpcRouteMatch.class)
public interface GrpcRouteMatch {
    /** {@return condition on service and method; empty: any} */
    Optional<GrpcMethodMatch> method();

    /** {@return conditions on headers, at most 16; of two with one name the first counts} */
    List<GrpcHeaderMatch> headers();

    /** {@return a builder that starts with the content of this value} */
    default GrpcRouteMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GrpcRouteMatchBuilder builder() {
        return new GrpcRouteMatchBuilder();
    }
}
