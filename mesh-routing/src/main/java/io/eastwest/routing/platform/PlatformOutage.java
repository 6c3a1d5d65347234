package io.eastwest.routing.platform;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.style.RoutingValue;
import java.util.Set;
import org.immutables.value.Value;

/** What is broken, as the platform and the mesh meet it. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface PlatformOutage {
    /** {@return what does not answer; Kubernetes has taken such pods out of their Services} */
    @Value.Default
    default Conditions conditions() {
        return Conditions.healthy();
    }

    /** {@return pods that are ready, but answer with errors, {@code <cluster>/<namespace>/<pod>}; outlier detection takes them for down} */
    Set<String> broken();

    /** {@return load balancers of sites that do not answer, by name} */
    Set<String> sitesDown();

    /** {@return clusters whose routers do not run, though their hosts do} */
    Set<String> routersDown();

    /** {@return whether probes have noticed; {@code false}: the time before} */
    @Value.Default
    default boolean detected() {
        return true;
    }

    /**
     * What does not answer, after its detection.
     *
     * @param conditions what does not answer
     * @return the outage
     */
    static PlatformOutage of(Conditions conditions) {
        return builder().conditions(conditions).build();
    }

    /** {@return a builder that starts from this value} */
    default PlatformOutageBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder: nothing is broken} */
    static PlatformOutageBuilder builder() {
        return new PlatformOutageBuilder();
    }
}
