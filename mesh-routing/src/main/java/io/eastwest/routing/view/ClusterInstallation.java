package io.eastwest.routing.view;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.sail.IstiodRemoteValues;
import io.eastwest.model.topology.ClusterTopology;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How Istio is installed for one cluster.
 *
 * @param topology the cluster, with the network that proxies get by its installation
 * @param istiod the istiod that serves its proxies
 * @param sail the Sail resource of its own control plane; empty: it has none, or the manifests do not hold it
 * @param settings its mesh configuration
 */
record ClusterInstallation(
        ClusterTopology topology, IstiodInstallation istiod, Optional<SailInstallation> sail, MeshSettings settings) {
    private static final DocumentPath VALUES = DocumentPath.root().field("spec").field("values");
    private static final DocumentPath CLUSTER_NAME =
            VALUES.field("global").field("multiCluster").field("clusterName");
    private static final DocumentPath INJECTION_PATH =
            VALUES.field("istiodRemote").field("injectionPath");

    /** {@return the installation of a cluster with a control plane of its own} */
    static ClusterInstallation ofPrimary(MeshSnapshot snapshot, ClusterTopology cluster, Consumer<Issue> issues) {
        Optional<SailInstallation> sail = SailInstallation.find(snapshot, cluster.name(), issues);
        sail.ifPresent(found -> found.clusterName()
                .filter(name -> !name.equals(cluster.name()))
                .ifPresent(name -> issues.accept(conflict(
                        found.resource(),
                        CLUSTER_NAME,
                        "is \"" + name + "\", but the topology calls this cluster \"" + cluster.name() + "\"",
                        "give both the same name; answers use that of the topology"))));
        IstiodInstallation istiod = IstiodInstallation.of(snapshot, cluster.name(), sail);
        MeshSettings settings = MeshSettings.read(snapshot, cluster.name(), istiod, sail, issues);
        return new ClusterInstallation(inNetwork(cluster, settings.network()), istiod, sail, settings);
    }

    /**
     * The installation of a cluster that another control plane serves.
     *
     * @param snapshot the mesh
     * @param cluster the cluster
     * @param primary that of the control plane; empty: it is no cluster of the mesh
     * @param issues takes what is wrong
     */
    static ClusterInstallation ofRemote(
            MeshSnapshot snapshot,
            ClusterTopology cluster,
            Optional<ClusterInstallation> primary,
            Consumer<Issue> issues) {
        IstiodInstallation istiod = primary.map(ClusterInstallation::istiod)
                .orElse(IstiodInstallation.unknown(cluster.controlPlaneOrDefault()));
        IstiodInstallation seenThere = new IstiodInstallation(
                cluster.name(),
                istiod.visible(),
                istiod.namespace(),
                istiod.revision(),
                istiod.domain(),
                istiod.environment());
        MeshSettings settings = MeshSettings.read(snapshot, cluster.name(), seenThere, Optional.empty(), issues);
        Optional<String> network = snapshot.resources(cluster.name(), Istio.class).stream()
                .filter(istio -> istio.spec()
                        .profile()
                        .filter(InstallProfile.remote::equals)
                        .isPresent())
                .findFirst()
                .flatMap(istio -> network(istio, cluster, primary, issues));
        return new ClusterInstallation(inNetwork(cluster, network), istiod, Optional.empty(), settings);
    }

    /** {@return network that the injector of the control plane gives pods of a remote cluster; empty: not known} */
    private static Optional<String> network(
            Istio remote, ClusterTopology cluster, Optional<ClusterInstallation> primary, Consumer<Issue> issues) {
        Optional<IstiodRemoteValues> values = remote.spec().values().flatMap(IstioValues::istiodRemote);
        Optional<String> path = values.flatMap(IstiodRemoteValues::injectionPath)
                .filter(text -> !text.isEmpty())
                .or(() -> values.flatMap(IstiodRemoteValues::injectionURL).flatMap(ClusterInstallation::path));
        InjectionPath injection = InjectionPath.parse(path.orElse("/inject"));
        String claimed = injection.cluster().orElse(cluster.controlPlaneOrDefault());
        if (!claimed.equals(cluster.name())) {
            issues.accept(conflict(
                    remote,
                    INJECTION_PATH,
                    "makes pods claim to run in cluster \"" + claimed + "\", but they run in cluster \""
                            + cluster.name() + "\"",
                    "use /inject/cluster/" + cluster.name()
                            + "/net/<network>; answers are those of pods that do not claim it"));
        }
        return injection
                .network()
                .or(() -> primary.flatMap(ClusterInstallation::sail).flatMap(SailInstallation::network));
    }

    private static Optional<String> path(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? -1 : url.indexOf('/', host + 3);
        return path < 0 ? Optional.empty() : Optional.of(url.substring(path));
    }

    private static Issue conflict(Istio about, DocumentPath path, String message, String hint) {
        return Issue.warning(IssueCode.TOPOLOGY_CONFLICT, path, message, hint).about(about.key());
    }

    /** The network of an installation in the manifests wins over that of the topology. */
    private static ClusterTopology inNetwork(ClusterTopology cluster, Optional<String> network) {
        return network.map(name -> cluster.toBuilder().network(name).build()).orElse(cluster);
    }

    /** {@return namespace of the control plane} */
    String systemNamespace() {
        return istiod.namespace().orElse(ClusterNamespaces.SYSTEM);
    }
}
