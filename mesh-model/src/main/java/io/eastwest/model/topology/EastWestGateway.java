package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Where the east-west gateway of a cluster is reached from other networks. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EastWestGatewayBuilder.ImmutableEastWestGateway.class)
@JsonDeserialize(as = EastWestGatewayBuilder.ImmutableEastWestGateway.class)
public interface EastWestGateway {
    /** {@return IP addresses or DNS names of its load balancer} */
    List<String> addresses();

    /** {@return port of mutual TLS traffic, 1..65535; empty: 15443} */
    OptionalInt port();

    /** {@return how it is made when manifests are rendered; empty: {@link EastWestGatewayForm#deployment}, ambient: the other} */
    Optional<EastWestGatewayForm> form();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default EastWestGatewayBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static EastWestGatewayBuilder builder() {
        return new EastWestGatewayBuilder();
    }
}
