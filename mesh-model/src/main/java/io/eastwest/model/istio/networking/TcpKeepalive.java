package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Keepalive probes of a connection; each member left out takes the setting of the operating system.
 *
 * <p>Mirrors istio/api v1.30.3
 * networking/v1alpha3/destination_rule.proto:ConnectionPoolSettings.TCPSettings.TcpKeepalive. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TcpKeepaliveBuilder.ImmutableTcpKeepalive.class)
@JsonDeserialize(as = TcpKeepaliveBuilder.ImmutableTcpKeepalive.class)
public interface TcpKeepalive {
    /** {@return the number of unanswered probes after which a connection is dead} */
    OptionalInt probes();

    /** {@return how long a connection is idle before probes start} */
    Optional<Duration> time();

    /** {@return the time between probes} */
    Optional<Duration> interval();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TcpKeepaliveBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TcpKeepalive empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static TcpKeepaliveBuilder builder() {
        return new TcpKeepaliveBuilder();
    }
}
