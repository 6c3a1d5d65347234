package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How an endpoint is chosen. {@link #simple()} and {@link #consistentHash()} exclude each other.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:LoadBalancerSettings. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LoadBalancerSettingsBuilder.ImmutableLoadBalancerSettings.class)
@JsonDeserialize(as = LoadBalancerSettingsBuilder.ImmutableLoadBalancerSettings.class)
public interface LoadBalancerSettings {
    /** {@return the algorithm; empty: least requests} */
    Optional<SimpleLoadBalancer> simple();

    /** {@return the key and ring for affinity by hash} */
    Optional<ConsistentHash> consistentHash();

    /**
     * {@return the preference between localities; empty: that of the mesh; present and empty replaces that of
     * the mesh}
     */
    Optional<LocalityLoadBalancerSetting> localityLbSetting();

    /** {@return how long new endpoints get less traffic; superseded by {@link #warmup()}} */
    Optional<Duration> warmupDurationSecs();

    /** {@return how the share of new endpoints grows; empty: full share at once} */
    Optional<WarmupConfiguration> warmup();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LoadBalancerSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return settings with an algorithm}
     *
     * @param simple the algorithm
     */
    static LoadBalancerSettings simple(SimpleLoadBalancer simple) {
        return builder().simple(simple).build();
    }

    /**
     * {@return settings with affinity by hash}
     *
     * @param hash the key and ring
     */
    static LoadBalancerSettings consistentHash(ConsistentHash hash) {
        return builder().consistentHash(hash).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static LoadBalancerSettings empty() {
        return builder().build();
    }

    /**
     * {@return regions that stand in for others; nothing happens without {@link TrafficPolicyBase#outlierDetection()}}
     *
     * @param failover which region for which
     */
    static LoadBalancerSettings failover(LocalityFailover... failover) {
        return builder()
                .localityLbSetting(LocalityLoadBalancerSetting.failover(failover))
                .build();
    }

    /**
     * {@return shares of localities}
     *
     * @param distributions the shares by locality of the caller
     */
    static LoadBalancerSettings distribute(LocalityDistribution... distributions) {
        return builder()
                .localityLbSetting(LocalityLoadBalancerSetting.distribute(distributions))
                .build();
    }

    /** {@return an empty builder} */
    static LoadBalancerSettingsBuilder builder() {
        return new LoadBalancerSettingsBuilder();
    }
}
