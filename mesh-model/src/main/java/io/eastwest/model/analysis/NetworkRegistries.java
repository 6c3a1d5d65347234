package io.eastwest.model.analysis;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.mesh.NetworkEndpoints;
import io.eastwest.model.kubernetes.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Mesh networks that name a registry: is it a cluster that the control plane knows? Upstream knows neither its own cluster
 * nor one that no secret of its own names; here all clusters that the control plane reads are known. Mirrors istio 1.30.3
 * {@code pkg/config/analysis/analyzers/multicluster/meshnetworks.go}.
 */
final class NetworkRegistries {
    private static final List<String> BUILT_IN = List.of("Mock", "Kubernetes", "External");

    private NetworkRegistries() {}

    static void check(ControlPlaneScope scope, Findings findings) {
        ControlPlaneSettings settings = scope.settings();
        settings.source().ifPresent(source -> {
            Set<String> known = known(scope);
            settings.networks().forEach((name, network) -> {
                DocumentPath path = settings.networksPath().field(name).field("endpoints");
                for (int i = 0; i < network.endpoints().size(); i++) {
                    Optional<String> registry = registry(network.endpoints().get(i));
                    if (registry.isPresent() && !known.contains(registry.get())) {
                        findings.error(
                                IssueCode.NETWORK_REGISTRY_UNKNOWN,
                                source,
                                path.index(i).field("fromRegistry"),
                                "registry " + IssueText.quote(registry.get()) + " of network " + IssueText.quote(name)
                                        + " is not among the clusters " + Texts.list(scope.clusters()),
                                "name a cluster, in upper and lower case as there");
                    }
                }
            });
        });
    }

    private static Set<String> known(ControlPlaneScope scope) {
        Set<String> known = new LinkedHashSet<>(BUILT_IN);
        known.addAll(scope.clusters());
        for (Found<Secret> secret : scope.discovered(Secret.class)) {
            if (DiscoveredClusters.isRemoteSecret(secret.resource())) {
                known.addAll(DiscoveredClusters.keys(secret.resource()));
            }
        }
        return known;
    }

    private static Optional<String> registry(NetworkEndpoints endpoints) {
        return endpoints.match(
                cidr -> Optional.empty(), registry -> Optional.of(registry.value()), none -> Optional.empty());
    }
}
