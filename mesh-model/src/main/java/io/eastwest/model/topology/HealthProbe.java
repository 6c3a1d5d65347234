package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** How a load balancer finds out that something is down. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HealthProbeBuilder.ImmutableHealthProbe.class)
@JsonDeserialize(as = HealthProbeBuilder.ImmutableHealthProbe.class)
public interface HealthProbe {
    /** {@return what it looks at} */
    ProbeLevel level();

    /** {@return time between two probes; empty: 30 s} */
    Optional<Duration> interval();

    /** {@return time after which a probe has failed; empty: 10 s} */
    Optional<Duration> timeout();

    /** {@return failures in a row before the target is down, 1 or more; empty: 1} */
    OptionalInt failThreshold();

    /** {@return the longest time between a loss and its detection: all intervals and one timeout} */
    default Duration detection() {
        return interval()
                .orElse(Duration.ofSeconds(30))
                .multipliedBy(failThreshold().orElse(1))
                .plus(timeout().orElse(Duration.ofSeconds(10)));
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HealthProbeBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static HealthProbeBuilder builder() {
        return new HealthProbeBuilder();
    }
}
