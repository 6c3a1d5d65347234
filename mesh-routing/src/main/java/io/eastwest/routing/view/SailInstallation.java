package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a Sail {@code Istio} makes of the mesh configuration of its cluster.
 *
 * @param key the resource
 * @param namespace namespace of the control plane
 * @param profile named values that the values refine; empty: the default
 * @param values Helm values
 */
record SailInstallation(ResourceKey key, String namespace, Optional<InstallProfile> profile, IstioValues values) {
    private static final String DEFAULT = "default";

    /** {@return the installation named default, else the first by name; a remote one has no mesh configuration} */
    static Optional<SailInstallation> find(MeshSnapshot snapshot, String cluster, Consumer<Issue> issues) {
        List<Istio> all = snapshot.resources(cluster, Istio.class).stream()
                .filter(istio -> istio.spec()
                        .profile()
                        .filter(InstallProfile.remote::equals)
                        .isEmpty())
                .sorted((a, b) -> a.metadata().name().compareTo(b.metadata().name()))
                .toList();
        Optional<Istio> chosen = all.stream()
                .filter(istio -> istio.metadata().name().equals(DEFAULT))
                .findFirst()
                .or(() -> all.stream().findFirst());
        if (all.size() > 1) {
            issues.accept(Issue.warning(
                            IssueCode.MESH_CONFIG_CONFLICT,
                            DocumentPath.root(),
                            "cluster \"" + cluster + "\" holds " + all.size() + " control planes; only \""
                                    + chosen.get().metadata().name() + "\" is looked at",
                            "keep one Istio per cluster")
                    .about(chosen.get().key()));
        }
        return chosen.map(istio -> new SailInstallation(
                istio.key(),
                istio.spec().namespace().orElse(ClusterNamespaces.SYSTEM),
                istio.spec().profile(),
                istio.spec().values().orElse(IstioValues.empty())));
    }

    MeshConfig meshConfig() {
        return values.meshConfig().orElse(MeshConfig.empty());
    }

    Optional<MeshNetworks> networks() {
        return values.global()
                .map(GlobalValues::meshNetworks)
                .filter(networks -> !networks.isEmpty())
                .map(networks -> MeshNetworks.builder().putAllNetworks(networks).build());
    }

    Optional<String> network() {
        return values.global().flatMap(GlobalValues::network).filter(network -> !network.isEmpty());
    }
}
