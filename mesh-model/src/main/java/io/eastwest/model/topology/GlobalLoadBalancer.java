package io.eastwest.model.topology;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A name that global DNS (GSLB) answers with the addresses of sites. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GlobalLoadBalancerBuilder.ImmutableGlobalLoadBalancer.class)
@JsonDeserialize(as = GlobalLoadBalancerBuilder.ImmutableGlobalLoadBalancer.class)
public interface GlobalLoadBalancer {
    /** {@return the name, such as {@code shop.example.com}} */
    String host();

    /** {@return how a site is chosen among those that are up; empty: {@link GlobalMethod#ROUND_ROBIN}} */
    Optional<GlobalMethod> method();

    /** {@return how long clients keep an answer; empty: 30 s} */
    Optional<Duration> ttl();

    /** {@return what is answered when no site is up; empty: {@link AllDownPolicy#RETURN_ALL}} */
    Optional<AllDownPolicy> whenAllDown();

    /** {@return how sites are probed; empty: they count as up} */
    Optional<HealthProbe> probe();

    /** {@return the sites} */
    List<GlobalPoolMember> pool();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default GlobalLoadBalancerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static GlobalLoadBalancerBuilder builder() {
        return new GlobalLoadBalancerBuilder();
    }
}
