package io.eastwest.routing.unmodelled;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** DestinationRules that wrap bytes into HTTP requests to a proxy outside of the mesh. */
final class TunnelledTraffic implements UnmodelledSource {
    private final ControlPlaneView view;
    private final List<Configured<DestinationRule>> rules;

    TunnelledTraffic(ControlPlaneView view) {
        this.view = view;
        this.rules = view.configuration(DestinationRule.class).stream()
                .filter(rule -> tunnels(rule.resource().spec()))
                .toList();
    }

    private static boolean tunnels(DestinationRuleSpec spec) {
        return Stream.concat(
                        spec.trafficPolicy().stream(),
                        spec.subsets().stream().flatMap(subset -> subset.trafficPolicy().stream()))
                .map(TrafficPolicy::tunnel)
                .anyMatch(Optional::isPresent);
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        if (rules.isEmpty() || call.isHttp()) {
            return List.of();
        }
        return rules.stream()
                .filter(rule -> isFor(rule, call))
                .map(rule -> new NotModelled(
                        new Origin(rule.resource().key(), "spec.trafficPolicy.tunnel"),
                        "sends the bytes of this call through an HTTP tunnel"))
                .toList();
    }

    private boolean isFor(Configured<DestinationRule> rule, UnmodelledCall call) {
        String host = Hostname.resolve(rule.resource().spec().host(), rule.namespace(), view.domainSuffix());
        return call.targets().stream()
                .anyMatch(target -> !target.host().isEmpty() && Hostname.subsetOf(target.host(), host));
    }
}
