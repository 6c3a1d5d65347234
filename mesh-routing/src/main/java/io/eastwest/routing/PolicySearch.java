package io.eastwest.routing;

import io.eastwest.routing.cluster.ClusterFactory;
import io.eastwest.routing.cluster.ClusterInputs;
import io.eastwest.routing.cluster.ClusterPolicy;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.scope.MergedDestinationRule;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import java.util.List;
import java.util.Optional;

/** Finds the cluster of a proxy that a host, port and subset mean, or tells which of them it does not know. */
final class PolicySearch {
    private final ProxyScope scope;
    private final ClusterInputs inputs;

    PolicySearch(ProxyScope scope, ClusterInputs inputs) {
        this.scope = scope;
        this.inputs = inputs;
    }

    ClusterPolicy find(String host, int port, String subset) {
        String id = scope.proxy().id();
        String suffix = scope.view().domainSuffix();
        MeshService service = List.of(
                        host,
                        host + "." + scope.proxy().namespace() + ".svc." + suffix,
                        host + ".svc." + suffix,
                        host + "." + suffix)
                .stream()
                .flatMap(name -> scope.service(name).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " knows no service \"" + host + "\""));
        if (service.port(port).isEmpty()) {
            throw new IllegalArgumentException("service " + service.hostname() + " has no port " + port + "; it has "
                    + service.ports().stream().map(MeshServicePort::number).toList());
        }
        Optional<MergedDestinationRule> rule = scope.destinationRule(service);
        if (!subset.isEmpty() && rule.flatMap(each -> each.subset(subset)).isEmpty()) {
            List<String> names = rule.map(each -> each.subsets().stream()
                            .map(known -> known.subset().name())
                            .toList())
                    .orElse(List.of());
            throw new IllegalArgumentException(
                    "the rules of " + service.hostname() + " have no subset \"" + subset + "\"; they have " + names);
        }
        return ClusterFactory.of(scope, inputs)
                .policy(SubsetKey.outbound(port, subset, service.hostname()))
                .orElseThrow(() -> new IllegalArgumentException(
                        id + " has no cluster for port " + port + " of " + service.hostname()));
    }
}
