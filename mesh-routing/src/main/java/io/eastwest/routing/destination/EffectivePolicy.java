package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.ProxyProtocol;
import io.eastwest.model.istio.networking.RetryBudget;
import io.eastwest.model.istio.networking.SimpleLoadBalancer;
import io.eastwest.model.istio.networking.TunnelSettings;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.style.RoutingValue;
import java.util.Optional;
import org.immutables.value.Value;

/** What a DestinationRule says about one port and subset; each part is replaced as a whole. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface EffectivePolicy {
    /** No rule. */
    EffectivePolicy NONE = builder().build();

    /** {@return limits on connections and requests; empty: defaults of the mesh} */
    Optional<Sourced<ConnectionPoolSettings>> connectionPool();

    /** {@return when endpoints are ejected; empty: never} */
    Optional<Sourced<OutlierDetection>> outlierDetection();

    /** {@return how an endpoint is chosen; empty: least requests} */
    Optional<Sourced<LoadBalancerSettings>> loadBalancer();

    /** {@return how connections are secured; empty: mutual TLS where both ends can} */
    Optional<Sourced<ClientTlsSettings>> tls();

    /** {@return tunnel; empty: none} */
    Optional<Sourced<TunnelSettings>> tunnel();

    /** {@return PROXY protocol header; empty: none} */
    Optional<Sourced<ProxyProtocol>> proxyProtocol();

    /** {@return limit on concurrent retries; empty: none} */
    Optional<Sourced<RetryBudget>> retryBudget();

    /** {@return whether the address that was dialled is used} */
    default boolean isPassthrough() {
        return loadBalancer()
                .flatMap(each -> each.value().simple())
                .filter(simple -> simple == SimpleLoadBalancer.PASSTHROUGH)
                .isPresent();
    }

    /**
     * The policy of a port and subset. Mirrors istio 1.30.3 {@code
     * pilot/pkg/networking/util/util.go:MergeSubsetTrafficPolicy}.
     *
     * @param rule the rule for the host; empty: none
     * @param port service port
     * @param subset name of the subset; empty, or unknown to the rule: none
     * @return its parts
     */
    static EffectivePolicy of(Optional<MergedDestinationRule> rule, int port, String subset) {
        return rule.map(each -> PolicyMerge.merge(each, port, subset)).orElse(NONE);
    }

    /** {@return a builder that starts from this value} */
    default EffectivePolicyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static EffectivePolicyBuilder builder() {
        return new EffectivePolicyBuilder();
    }
}
