package io.eastwest.routing.destination;

import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBase;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.MergedDestinationRule.SourcedSubset;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lays the policy of a subset over that of the rule. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/util/util.go:MergeSubsetTrafficPolicy, mergeTrafficPolicy}.
 */
final class PolicyMerge {
    private final Optional<PolicyLayer> rule;
    private final Optional<PolicyLayer> subset;

    private PolicyMerge(Optional<PolicyLayer> rule, Optional<PolicyLayer> subset) {
        this.rule = rule;
        this.subset = subset;
    }

    static EffectivePolicy merge(MergedDestinationRule rule, int port, String subset) {
        Optional<PolicyLayer> top = rule.trafficPolicy()
                .map(policy -> PolicyLayer.of(
                        policy,
                        rule.trafficPolicyOrigin()
                                .orElseGet(() -> new Origin(rule.resources().get(0), "spec.trafficPolicy")),
                        port));
        Optional<PolicyLayer> own =
                subset.isEmpty() ? Optional.empty() : rule.subset(subset).flatMap(each -> layer(each, port));
        return new PolicyMerge(top, own).merged();
    }

    private static Optional<PolicyLayer> layer(SourcedSubset subset, int port) {
        Origin origin = subset.origin();
        return subset.subset()
                .trafficPolicy()
                .map(policy ->
                        PolicyLayer.of(policy, new Origin(origin.resource(), origin.path() + ".trafficPolicy"), port));
    }

    private EffectivePolicy merged() {
        return EffectivePolicy.builder()
                .connectionPool(part(TrafficPolicyBase::connectionPool, "connectionPool"))
                .outlierDetection(part(TrafficPolicyBase::outlierDetection, "outlierDetection"))
                .loadBalancer(part(TrafficPolicyBase::loadBalancer, "loadBalancer"))
                .tls(part(TrafficPolicyBase::tls, "tls"))
                .tunnel(wholePart(TrafficPolicy::tunnel, "tunnel"))
                .proxyProtocol(wholePart(TrafficPolicy::proxyProtocol, "proxyProtocol"))
                .retryBudget(wholePart(TrafficPolicy::retryBudget, "retryBudget"))
                .build();
    }

    private <T> Optional<Sourced<T>> part(Function<TrafficPolicyBase, Optional<T>> field, String name) {
        Optional<Sourced<T>> own = subset.flatMap(layer -> layer.part(field, name));
        if (own.isPresent() || subset.filter(PolicyLayer::isPortEntry).isPresent()) {
            return own;
        }
        return rule.flatMap(layer -> layer.part(field, name));
    }

    private <T> Optional<Sourced<T>> wholePart(Function<TrafficPolicy, Optional<T>> field, String name) {
        return subset.flatMap(layer -> layer.wholePart(field, name))
                .or(() -> rule.flatMap(layer -> layer.wholePart(field, name)));
    }
}
