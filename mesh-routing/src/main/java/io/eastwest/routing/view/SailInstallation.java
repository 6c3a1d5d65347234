package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.sail.GlobalValues;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.sail.MultiClusterValues;
import io.eastwest.model.sail.PilotValues;
import io.eastwest.model.sail.ProxyValues;
import io.eastwest.model.sail.UpdateStrategyType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Sail {@code Istio} that installs the control plane of a cluster.
 *
 * @param host cluster in which it lies
 * @param resource the resource
 */
record SailInstallation(String host, Istio resource) {
    private static final String DEFAULT = "default";
    private static final String VERSION = "v1.30.3";

    /**
     * The installation named default, else the first by name. One that names another cluster of the mesh as its own is that of the other
     * cluster, unless that has one itself: an external control plane. A remote one installs no control plane.
     */
    static Optional<SailInstallation> find(MeshSnapshot snapshot, String cluster, Consumer<Issue> issues) {
        List<SailInstallation> all = snapshot.clusters().stream()
                .flatMap(host ->
                        snapshot.resources(host, Istio.class).stream().map(istio -> new SailInstallation(host, istio)))
                .filter(found ->
                        found.profile().filter(InstallProfile.remote::equals).isEmpty())
                .filter(found -> IstiodInstallation.isFor(snapshot, cluster, found.host(), found.clusterName()))
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        List<SailInstallation> own =
                all.stream().filter(found -> found.host().equals(cluster)).toList();
        List<SailInstallation> candidates = own.isEmpty() ? all : own;
        Optional<SailInstallation> chosen = candidates.stream()
                .filter(found -> found.name().equals(DEFAULT))
                .findFirst()
                .or(() -> candidates.stream().findFirst());
        if (candidates.size() > 1) {
            issues.accept(Issue.warning(
                            IssueCode.MESH_CONFIG_CONFLICT,
                            DocumentPath.root(),
                            "cluster \"" + cluster + "\" holds " + candidates.size() + " control planes; only \""
                                    + chosen.get().name() + "\" is looked at",
                            "keep one Istio per cluster")
                    .about(chosen.get().key()));
        }
        return chosen;
    }

    ResourceKey key() {
        return resource.key();
    }

    private String name() {
        return resource.metadata().name();
    }

    private IstioSpec spec() {
        return resource.spec();
    }

    /** {@return namespace of the control plane} */
    String namespace() {
        return spec().namespace().orElse(ClusterNamespaces.SYSTEM);
    }

    /** {@return named values that the values refine; empty: the default} */
    Optional<InstallProfile> profile() {
        return spec().profile();
    }

    IstioValues values() {
        return spec().values().orElse(IstioValues.empty());
    }

    Map<String, String> environment() {
        return values().pilot().map(PilotValues::env).orElse(Collections.emptyMap());
    }

    /** {@return the cluster id that it gives its control plane; empty: it does not say} */
    Optional<String> clusterName() {
        return values().global()
                .flatMap(GlobalValues::multiCluster)
                .flatMap(MultiClusterValues::clusterName)
                .filter(name -> !name.isEmpty());
    }

    /** {@return its revision: the name, with the version where each version is one. Mirrors sail-operator 1.30.3 {@code pkg/revision}} */
    String revision() {
        boolean ofVersion = spec().updateStrategy()
                .flatMap(strategy -> strategy.type())
                .filter(UpdateStrategyType.RevisionBased::equals)
                .isPresent();
        return ofVersion ? name() + "-" + spec().version().orElse(VERSION).replace('.', '-') : name();
    }

    /** {@return DNS domain of services; empty: it does not say} */
    Optional<String> domain() {
        return values().global()
                .flatMap(GlobalValues::proxy)
                .flatMap(ProxyValues::clusterDomain)
                .filter(domain -> !domain.isEmpty());
    }

    /** {@return the mesh configuration as it is written} */
    MeshConfig written() {
        return values().meshConfig().orElse(MeshConfig.empty());
    }

    /** {@return the mesh configuration that it renders: what depends on its own name and namespace is filled in} */
    MeshConfig meshConfig() {
        MeshConfig written = written();
        MeshProxyConfig proxies = written.defaultConfig().orElse(MeshProxyConfig.empty());
        boolean root = written.rootNamespace().isEmpty() && spec().namespace().isPresent();
        return written.toBuilder()
                .rootNamespace(root ? spec().namespace() : written.rootNamespace())
                .defaultConfig(proxies.toBuilder()
                        .discoveryAddress(proxies.discoveryAddress().orElseGet(this::discoveryAddress))
                        .build())
                .build();
    }

    private String discoveryAddress() {
        boolean plain = revision().equals(DEFAULT)
                || values().global()
                        .flatMap(GlobalValues::remotePilotAddress)
                        .filter(address -> !address.isEmpty())
                        .isPresent();
        return "istiod" + (plain ? "" : "-" + revision()) + "." + namespace() + ".svc:15012";
    }

    Optional<MeshNetworks> networks() {
        return values().global()
                .map(GlobalValues::meshNetworks)
                .filter(networks -> !networks.isEmpty())
                .map(networks -> MeshNetworks.builder().putAllNetworks(networks).build());
    }

    Optional<String> network() {
        return values().global().flatMap(GlobalValues::network).filter(network -> !network.isEmpty());
    }
}
