package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * When and how often a failed request is sent again.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPRetry. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRetryBuilder.ImmutableHttpRetry.class)
@JsonDeserialize(as = HttpRetryBuilder.ImmutableHttpRetry.class)
public interface HttpRetry {
    /** {@return the number of retries after the first try; empty or 0: no retries} */
    OptionalInt attempts();

    /** {@return the timeout of each try; empty: the timeout of the route} */
    Optional<Duration> perTryTimeout();

    /**
     * {@return the conditions under which a retry is made, comma-separated Envoy policies or status codes;
     * empty: Istio's default list}
     */
    Optional<String> retryOn();

    /** {@return whether retries may go to other localities; empty: no} */
    Optional<Boolean> retryRemoteLocalities();

    /** {@return whether retries avoid hosts that already failed; empty: yes} */
    Optional<Boolean> retryIgnorePreviousHosts();

    /** {@return the least pause between tries; empty: 25 ms in Envoy} */
    Optional<Duration> backoff();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpRetryBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a policy with a number of retries and defaults otherwise}
     *
     * @param attempts the number of retries
     */
    static HttpRetry attempts(int attempts) {
        return builder().attempts(attempts).build();
    }

    /**
     * {@return the policy that switches retries off}
     */
    static HttpRetry disabled() {
        return attempts(0);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static HttpRetry empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static HttpRetryBuilder builder() {
        return new HttpRetryBuilder();
    }
}
