package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** One Envoy cluster with its endpoints. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface Cluster {
    /** {@return name as istiod gives it} */
    String name();

    /** {@return how endpoints are found} */
    ClusterType type();

    /** {@return load balancing policy} */
    LoadBalancingPolicy loadBalancing();

    /** {@return how connections are secured} */
    UpstreamTls tls();

    /** {@return connect timeout} */
    @Value.Default
    default Duration connectTimeout() {
        return Duration.ofSeconds(10);
    }

    /** {@return limits} */
    @Value.Default
    default CircuitBreakers circuitBreakers() {
        return CircuitBreakers.NONE;
    }

    /** {@return outlier detection; empty: off} */
    Optional<OutlierSettings> outlierDetection();

    /** {@return percent sent; empty: Envoy's 50} */
    OptionalInt panicThreshold();

    /** {@return whether locality weights count} */
    @Value.Default
    default boolean localityWeighted() {
        return false;
    }

    /** {@return idle timeout of upstream connections} */
    Optional<Duration> idleTimeout();

    /** {@return requests per connection} */
    OptionalInt maxRequestsPerConnection();

    /** {@return HTTP version to the upstream} */
    @Value.Default
    default UpstreamProtocol protocol() {
        return UpstreamProtocol.HTTP_1;
    }

    /** {@return warm-up of new endpoints} */
    Optional<WarmUp> slowStart();

    /** {@return port that takes the place of the one that was dialled; empty, and wherever endpoints are chosen: none} */
    OptionalInt upstreamPort();

    /** {@return endpoints by locality and priority, in the order sent} */
    List<LocalityEndpoints> assignment();

    /** {@return the resources it comes from: service, DestinationRules} */
    List<Origin> origins();

    /** {@return settings that nothing comes of, each as one line of text} */
    List<String> findings();

    /** {@return a builder that starts from this value} */
    default ClusterBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ClusterBuilder builder() {
        return new ClusterBuilder();
    }
}
