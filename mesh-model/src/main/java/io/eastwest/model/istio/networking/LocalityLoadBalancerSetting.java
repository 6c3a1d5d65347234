package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The preference between localities, for a service or for the mesh.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:LocalityLoadBalancerSetting. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = LocalityLoadBalancerSettingBuilder.ImmutableLocalityLoadBalancerSetting.class)
@JsonDeserialize(as = LocalityLoadBalancerSettingBuilder.ImmutableLocalityLoadBalancerSetting.class)
public interface LocalityLoadBalancerSetting {
    /** {@return the explicit shares by locality of the caller; excludes the two kinds of failover} */
    List<LocalityDistribution> distribute();

    /** {@return the region that takes over when a region has no healthy endpoint} */
    List<LocalityFailover> failover();

    /**
     * {@return the labels, as {@code key} or {@code key=value}, in whose order endpoints that agree with the
     * caller come first}
     */
    List<String> failoverPriority();

    /** {@return whether locality is looked at; empty: that of the mesh, which is yes} */
    Optional<Boolean> enabled();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default LocalityLoadBalancerSettingBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static LocalityLoadBalancerSetting empty() {
        return builder().build();
    }

    /**
     * {@return regions that stand in for others}
     *
     * @param failover which region for which
     */
    static LocalityLoadBalancerSetting failover(LocalityFailover... failover) {
        return builder().addFailover(failover).build();
    }

    /**
     * {@return shares of localities}
     *
     * @param distributions the shares by locality of the caller
     */
    static LocalityLoadBalancerSetting distribute(LocalityDistribution... distributions) {
        return builder().addDistribute(distributions).build();
    }

    /**
     * {@return labels that an endpoint must share with the caller to be preferred}
     *
     * @param labels names of labels, or {@code name=value}, the most important first
     */
    static LocalityLoadBalancerSetting failoverPriority(String... labels) {
        return builder().addFailoverPriority(labels).build();
    }

    /** {@return an empty builder} */
    static LocalityLoadBalancerSettingBuilder builder() {
        return new LocalityLoadBalancerSettingBuilder();
    }
}
