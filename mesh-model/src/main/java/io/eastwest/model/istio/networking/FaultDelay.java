package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A delay that is injected into a share of the requests.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPFaultInjection.Delay. Not meant to
 * be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = FaultDelayBuilder.ImmutableFaultDelay.class)
@JsonDeserialize(as = FaultDelayBuilder.ImmutableFaultDelay.class)
public interface FaultDelay {
    /** {@return the share of requests, 0..100; deprecated in favour of {@link #percentage()}} */
    OptionalInt percent();

    /** {@return how long a request is held; excludes {@link #exponentialDelay()}} */
    Optional<Duration> fixedDelay();

    /** {@return a mean delay; refused by Istio's admission and without effect} */
    Optional<Duration> exponentialDelay();

    /** {@return the share of requests that are delayed; empty: {@link #percent()} decides} */
    Optional<Percent> percentage();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default FaultDelayBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a fixed delay for a share of the requests}
     *
     * @param fixedDelay how long, 1 ms or more
     * @param percentage the share
     */
    static FaultDelay fixed(Duration fixedDelay, Percent percentage) {
        return builder().fixedDelay(fixedDelay).percentage(percentage).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static FaultDelay empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static FaultDelayBuilder builder() {
        return new FaultDelayBuilder();
    }
}
