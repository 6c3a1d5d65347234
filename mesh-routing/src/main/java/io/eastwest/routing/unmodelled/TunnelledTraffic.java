package io.eastwest.routing.unmodelled;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * DestinationRules that wrap what is sent: bytes into HTTP requests to a proxy outside of the mesh, or anything behind a header of
 * the PROXY protocol, which the server has to expect.
 */
final class TunnelledTraffic implements UnmodelledSource {
    private final ControlPlaneView view;
    private final List<Configured<DestinationRule>> tunnels;
    private final List<Configured<DestinationRule>> headers;

    TunnelledTraffic(ControlPlaneView view) {
        this.view = view;
        this.tunnels = with(TrafficPolicy::tunnel);
        this.headers = with(TrafficPolicy::proxyProtocol);
    }

    private <T> List<Configured<DestinationRule>> with(Function<TrafficPolicy, Optional<T>> field) {
        return view.configuration(DestinationRule.class).stream()
                .filter(rule -> policies(rule.resource().spec()).map(field).anyMatch(Optional::isPresent))
                .toList();
    }

    private static Stream<TrafficPolicy> policies(DestinationRuleSpec spec) {
        return Stream.concat(
                spec.trafficPolicy().stream(),
                spec.subsets().stream().flatMap(subset -> subset.trafficPolicy().stream()));
    }

    @Override
    public List<NotModelled> of(UnmodelledCall call) {
        List<NotModelled> found = new ArrayList<>();
        if (!call.isHttp()) {
            add(tunnels, call, "tunnel", "sends the bytes of this call through an HTTP tunnel", found);
        }
        add(headers, call, "proxyProtocol", "sends a header of the PROXY protocol before this call", found);
        return found;
    }

    private void add(
            List<Configured<DestinationRule>> rules,
            UnmodelledCall call,
            String field,
            String what,
            List<NotModelled> found) {
        for (Configured<DestinationRule> rule : rules) {
            if (isFor(rule, call)) {
                found.add(new NotModelled(new Origin(rule.resource().key(), "spec.trafficPolicy." + field), what));
            }
        }
    }

    private boolean isFor(Configured<DestinationRule> rule, UnmodelledCall call) {
        String host = Hostname.resolve(rule.resource().spec().host(), rule.namespace(), view.domainSuffix());
        return call.targets().stream()
                .anyMatch(target -> !target.host().isEmpty() && Hostname.subsetOf(target.host(), host));
    }
}
