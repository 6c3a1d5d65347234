package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A check by opening a connection.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:TCPHealthCheckConfig. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TcpHealthCheckBuilder.ImmutableTcpHealthCheck.class)
@JsonDeserialize(as = TcpHealthCheckBuilder.ImmutableTcpHealthCheck.class)
public interface TcpHealthCheck {
    /** {@return the host; empty: the local one} */
    Optional<String> host();

    /** {@return the port, 1..65535} */
    int port();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TcpHealthCheckBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TcpHealthCheckBuilder builder() {
        return new TcpHealthCheckBuilder();
    }
}
