package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Listeners and addresses of a {@link Gateway}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewaySpecBuilder.ImmutableGatewaySpec.class)
@JsonDeserialize(as = GatewaySpecBuilder.ImmutableGatewaySpec.class)
public interface GatewaySpec {
    /** {@return class that serves the gateway, for example {@code istio} or {@code istio-waypoint}} */
    String gatewayClassName();

    /** {@return listeners in document order, 1..64} */
    List<Listener> listeners();

    /** {@return addresses that are asked for, at most 16; empty: assigned by the controller} */
    List<GatewayAddress> addresses();

    /** {@return labels, annotations and parameters of what is created} */
    Optional<GatewayInfrastructure> infrastructure();

    /** {@return listener sets that may attach; empty: none} */
    Optional<AllowedListeners> allowedListeners();

    /** {@return TLS settings of the whole gateway} */
    Optional<GatewayTls> tls();

    /** {@return experimental channel: which routes without a parent are served; empty: none} */
    Optional<GatewayDefaultScope> defaultScope();

    /** {@return a builder that starts with the content of this value} */
    default GatewaySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static GatewaySpecBuilder builder() {
        return new GatewaySpecBuilder();
    }
}
