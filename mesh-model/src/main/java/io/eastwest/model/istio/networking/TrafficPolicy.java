package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The policies for traffic to a service.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TrafficPolicyBuilder.ImmutableTrafficPolicy.class)
@JsonDeserialize(as = TrafficPolicyBuilder.ImmutableTrafficPolicy.class)
public interface TrafficPolicy extends TrafficPolicyBase {
    /** {@return the policies of single ports; the first entry for a port replaces the whole policy of that port} */
    List<PortTrafficPolicy> portLevelSettings();

    /** {@return the tunnel that connections are put into; empty: none} */
    Optional<TunnelSettings> tunnel();

    /** {@return the PROXY protocol header that is sent first; empty: none} */
    Optional<ProxyProtocol> proxyProtocol();

    /** {@return the limit on concurrent retries; empty: {@link HttpConnectionPool#maxRetries()} decides} */
    Optional<RetryBudget> retryBudget();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default TrafficPolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static TrafficPolicy empty() {
        return builder().build();
    }

    /**
     * {@return a policy that says how an endpoint is chosen and nothing else}
     *
     * @param loadBalancer how it is chosen
     */
    static TrafficPolicy of(LoadBalancerSettings loadBalancer) {
        return builder().loadBalancer(loadBalancer).build();
    }

    /** {@return an empty builder} */
    static TrafficPolicyBuilder builder() {
        return new TrafficPolicyBuilder();
    }
}
