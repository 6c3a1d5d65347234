package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** Parents, host names and rules of a {@link GrpcRoute}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GrpcRouteSpecBuilder.ImmutableGrpcRouteSpec.class)
@JsonDeserialize(as = GrpcRouteSpecBuilder.ImmutableGrpcRouteSpec.class)
public interface GrpcRouteSpec extends RouteSpec {
    /** {@return host names, perhaps with a leading {@code *.}, at most 16; empty: those of the parents} */
    List<String> hostnames();

    /** {@return rules, at most 16} */
    List<GrpcRouteRule> rules();

    /** {@return a builder that starts with the content of this value} */
    default GrpcRouteSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GrpcRouteSpecBuilder builder() {
        return new GrpcRouteSpecBuilder();
    }
}
