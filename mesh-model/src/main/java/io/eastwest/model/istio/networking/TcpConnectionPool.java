package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Limits on connections.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:ConnectionPoolSettings.TCPSettings.
 * Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TcpConnectionPoolBuilder.ImmutableTcpConnectionPool.class)
@JsonDeserialize(as = TcpConnectionPoolBuilder.ImmutableTcpConnectionPool.class)
public interface TcpConnectionPool {
    /** {@return the most connections to a service; empty or 0: 2^32-1} */
    OptionalInt maxConnections();

    /** {@return how long a connection may take to open; empty: that of the mesh, 10 s} */
    Optional<Duration> connectTimeout();

    /** {@return the keepalive probes; empty: those of the mesh} */
    Optional<TcpKeepalive> tcpKeepalive();

    /** {@return how long a connection may live; empty: without limit} */
    Optional<Duration> maxConnectionDuration();

    /** {@return how long a connection may be idle, 0 for ever; empty: 1 h} */
    Optional<Duration> idleTimeout();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TcpConnectionPoolBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TcpConnectionPool empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TcpConnectionPoolBuilder builder() {
        return new TcpConnectionPoolBuilder();
    }
}
