package io.eastwest.routing.unmodelled;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.scalar.Hostname;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.proxy.NotModelled;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * DestinationRules that wrap what is sent: bytes into HTTP requests to a proxy outside of the mesh, or anything behind a header of
 * the PROXY protocol, which the server has to expect. A subset has a tunnel of its own or none; what is passed on by SNI is not
 * wrapped.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/tunnelingconfig/apply.go:Apply} and {@code
 * pilot/pkg/networking/core/cluster_traffic_policy.go:applyTrafficPolicy}.
 */
final class TunnelledTraffic implements UnmodelledSource {
    private static final Wrapping TUNNEL = new Wrapping(
            "tunnel",
            policy -> policy.tunnel().isPresent(),
            false,
            "sends the bytes of this call through an HTTP tunnel");
    private static final Wrapping HEADER = new Wrapping(
            "proxyProtocol",
            policy -> policy.proxyProtocol().isPresent(),
            true,
            "sends a header of the PROXY protocol before this call");

    private final ControlPlaneView view;
    private final List<Configured<DestinationRule>> rules;

    /** One way to wrap, with the field that says so. */
    private record Wrapping(String field, Predicate<TrafficPolicy> isSaid, boolean inherited, String effect) {}

    TunnelledTraffic(ControlPlaneView view) {
        this.view = view;
        this.rules = view.configuration(DestinationRule.class).stream()
                .filter(rule -> policies(rule.resource().spec())
                        .anyMatch(TUNNEL.isSaid().or(HEADER.isSaid())))
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
        for (Configured<DestinationRule> rule : rules) {
            if (!call.isHttp()) {
                add(rule, call, TUNNEL, found);
            }
            add(rule, call, HEADER, found);
        }
        return found;
    }

    private void add(
            Configured<DestinationRule> rule, UnmodelledCall call, Wrapping wrapping, List<NotModelled> found) {
        DestinationRuleSpec spec = rule.resource().spec();
        String host = Hostname.resolve(spec.host(), rule.namespace(), view.domainSuffix());
        call.answer().clusters().stream()
                .filter(cluster -> !SubsetKey.isServerName(cluster.name()))
                .map(cluster -> SubsetKey.parse(cluster.name()))
                .filter(target -> !target.host().isEmpty() && Hostname.subsetOf(target.host(), host))
                .flatMap(target -> path(spec, target.subset(), wrapping).stream())
                .map(path -> new Origin(rule.resource().key(), path + "." + wrapping.field()))
                .forEach(origin -> found.add(new NotModelled(origin, wrapping.effect())));
    }

    private static Optional<String> path(DestinationRuleSpec spec, String subset, Wrapping wrapping) {
        List<Subset> subsets = spec.subsets();
        for (int i = 0; i < subsets.size(); i++) {
            if (subsets.get(i).name().equals(subset)
                    && subsets.get(i).trafficPolicy().filter(wrapping.isSaid()).isPresent()) {
                return Optional.of("spec.subsets[" + i + "].trafficPolicy");
            }
        }
        return spec.trafficPolicy()
                .filter(policy -> subset.isEmpty() || wrapping.inherited())
                .filter(wrapping.isSaid())
                .map(policy -> "spec.trafficPolicy");
    }
}
