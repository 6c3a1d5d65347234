package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Limits on HTTP requests.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:ConnectionPoolSettings.HTTPSettings.
 * Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpConnectionPoolBuilder.ImmutableHttpConnectionPool.class)
@JsonDeserialize(as = HttpConnectionPoolBuilder.ImmutableHttpConnectionPool.class)
public interface HttpConnectionPool {
    /** {@return the most requests that wait for a connection; empty or 0: 2^32-1} */
    OptionalInt http1MaxPendingRequests();

    /** {@return the most active requests to a service; empty or 0: 2^32-1} */
    OptionalInt http2MaxRequests();

    /** {@return the most requests on one connection; empty or 0: without limit} */
    OptionalInt maxRequestsPerConnection();

    /** {@return the most concurrent retries to a service; empty or 0: 2^32-1} */
    OptionalInt maxRetries();

    /** {@return how long a connection may be without request; empty: that of TCP, else 1 h} */
    Optional<Duration> idleTimeout();

    /** {@return whether HTTP/1.1 is upgraded to HTTP/2; empty: that of the mesh} */
    Optional<H2UpgradePolicy> h2UpgradePolicy();

    /** {@return whether the protocol of the caller is kept; empty: no} */
    Optional<Boolean> useClientProtocol();

    /** {@return the most streams on one HTTP/2 connection; empty or 0: 2^31-1} */
    OptionalInt maxConcurrentStreams();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpConnectionPoolBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static HttpConnectionPool empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static HttpConnectionPoolBuilder builder() {
        return new HttpConnectionPoolBuilder();
    }
}
