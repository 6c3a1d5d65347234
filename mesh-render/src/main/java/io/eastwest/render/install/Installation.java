package io.eastwest.render.install;

import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole mesh with every choice made: who serves, reads and reaches whom. */
final class Installation {
    /** What stands for the address of an east-west gateway that has none yet: a name that never resolves. */
    private static final String PLACEHOLDER = ".eastwestgateway.invalid";

    private final InstallSpec spec;
    private final List<InstalledCluster> clusters;

    Installation(InstallSpec spec, List<InstalledCluster> clusters) {
        this.spec = spec;
        this.clusters = clusters;
    }

    InstallSpec spec() {
        return spec;
    }

    MeshTopologySpec mesh() {
        return spec.topology().spec();
    }

    List<InstalledCluster> clusters() {
        return clusters;
    }

    InstalledCluster cluster(String name) {
        return clusters.stream()
                .filter(cluster -> cluster.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    InstalledCluster controlPlaneOf(InstalledCluster cluster) {
        return cluster(cluster.controlPlane());
    }

    /** The cluster whose objects configure the istiod that serves a cluster. */
    InstalledCluster configurationOf(InstalledCluster cluster) {
        InstalledCluster server = controlPlaneOf(cluster);
        return server.isHost() ? configClusterOf(server) : server;
    }

    InstalledCluster configClusterOf(InstalledCluster host) {
        return clusters.stream()
                .filter(cluster -> cluster.role() == InstallRole.config
                        && cluster.controlPlane().equals(host.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The clusters that get xDS, certificates and injection from a cluster other than themselves. */
    List<InstalledCluster> servedBy(InstalledCluster cluster) {
        return clusters.stream()
                .filter(other -> other.controlPlane().equals(cluster.name()) && !other.equals(cluster))
                .toList();
    }

    boolean servesRemotes(InstalledCluster cluster) {
        return cluster.isPrimary() && !servedBy(cluster).isEmpty();
    }

    boolean severalNetworks() {
        return clusters.stream()
                        .filter(InstalledCluster::hasWorkloads)
                        .map(InstalledCluster::network)
                        .distinct()
                        .count()
                > 1;
    }

    boolean hasEastWestGateway(InstalledCluster cluster) {
        return cluster.hasWorkloads() && severalNetworks() || servesRemotes(cluster);
    }

    /** The clusters that the istiod of a cluster reads beside its own. */
    List<InstalledCluster> observedBy(InstalledCluster cluster) {
        if (!cluster.isPrimary() && !cluster.isHost()) {
            return List.of();
        }
        List<InstalledCluster> observed = new ArrayList<>();
        for (String name : mesh().visibleTo(cluster.name())) {
            InstalledCluster other = cluster(name);
            if (!other.equals(cluster) && other.hasWorkloads()) {
                observed.add(other);
            }
        }
        return observed;
    }

    /** Where the proxies of a remote cluster reach their istiod. */
    String pilotAddress(InstalledCluster remote) {
        return knownPilotAddress(remote).orElse(remote.controlPlane() + PLACEHOLDER);
    }

    Optional<String> knownPilotAddress(InstalledCluster remote) {
        return remote.topology()
                .install()
                .flatMap(ClusterInstall::remotePilotAddress)
                .or(() -> controlPlaneOf(remote).topology().eastWestGateway().map(EastWestGateway::addresses).stream()
                        .flatMap(List::stream)
                        .findFirst());
    }

    /** Whether a cluster that this one serves reaches it by a DNS name, which cannot be mapped to another port. */
    boolean servesByName(InstalledCluster cluster) {
        return servedBy(cluster).stream()
                .flatMap(served -> knownPilotAddress(served).stream())
                .anyMatch(address -> !Addresses.isIp(address));
    }
}
