package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/** Parents and rules of {@code TCPRoute}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TcpRouteSpecBuilder.ImmutableTcpRouteSpec.class)
@JsonDeserialize(as = TcpRouteSpecBuilder.ImmutableTcpRouteSpec.class)
public interface TcpRouteSpec extends RouteSpec {
    /** {@return rules: exactly one in v1, up to 16 before} */
    List<TcpRouteRule> rules();

    /** {@return a builder that starts with the content of this value} */
    default TcpRouteSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static TcpRouteSpecBuilder builder() {
        return new TcpRouteSpecBuilder();
    }
}
