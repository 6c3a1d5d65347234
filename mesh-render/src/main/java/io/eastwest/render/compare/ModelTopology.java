package io.eastwest.render.compare;

import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.ClusterTopologyBuilder;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.EastWestGatewayBuilder;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.topology.MeshTopologySpecBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The clusters of a mesh, arranged for an install model: what the topology says of control planes is set aside. */
final class ModelTopology {
    private static final String STAND_IN = "192.0.2.";

    private final MeshTopology given;
    private final List<ClusterTopology> members = new ArrayList<>();
    private final List<ClusterTopology> hosts = new ArrayList<>();

    ModelTopology(MeshTopology given) {
        this.given = given;
        for (ClusterTopology cluster : given.spec().clusters()) {
            (isHost(cluster) ? hosts : members).add(cluster);
        }
    }

    static boolean isHost(ClusterTopology cluster) {
        return role(cluster).filter(InstallRole.host::equals).isPresent();
    }

    private static Optional<InstallRole> role(ClusterTopology cluster) {
        return cluster.install().flatMap(ClusterInstall::role);
    }

    /** {@return names of the clusters that run workloads} */
    List<String> members() {
        return members.stream().map(ClusterTopology::name).toList();
    }

    /** {@return why the clusters do not admit a model; empty: they do} */
    Optional<String> obstacle(InstallModel model) {
        if (members.isEmpty()) {
            return Optional.of("no cluster runs workloads");
        }
        List<String> networks = members.stream()
                .map(ClusterTopology::networkOrDefault)
                .distinct()
                .toList();
        if (model.needsOneNetwork() && networks.size() > 1) {
            return Optional.of(
                    "pods of the networks " + String.join(", ", networks) + " do not reach each other directly");
        }
        if (model.needsSeveralNetworks() && networks.size() == 1) {
            return Optional.of("all clusters are in one network");
        }
        if (model == InstallModel.AMBIENT_SEVERAL_NETWORKS && networks.size() < members.size()) {
            return Optional.of("clusters share a network, which is not modelled in ambient mode");
        }
        if (model.isPrimaryRemote() && members.size() == 1) {
            return Optional.of("there is no second cluster that could be a remote");
        }
        if (model == InstallModel.EXTERNAL_CONTROL_PLANE && hosts.isEmpty()) {
            return Optional.of("no cluster is free to run the control plane: none has install.role host");
        }
        return Optional.empty();
    }

    /** {@return the clusters as a model arranges them; those that only run control planes for others are there where it needs one} */
    MeshTopology of(InstallModel model) {
        MeshTopologySpecBuilder spec = MeshTopologySpec.builder()
                .meshId(given.spec().meshIdOrDefault())
                .trustDomain(given.spec().trustDomain());
        if (model == InstallModel.EXTERNAL_CONTROL_PLANE) {
            ClusterTopology host = hosts.get(0);
            spec.addCluster(arranged(host).install(install(InstallRole.host)).build());
            ClusterTopology config = leader(InstallRole.config);
            for (ClusterTopology member : members) {
                InstallRole role = member.equals(config) ? InstallRole.config : InstallRole.remote;
                spec.addCluster(arranged(member)
                        .controlPlane(host.name())
                        .install(install(role))
                        .build());
            }
        } else {
            spec.rootNamespace(given.spec().rootNamespace());
            ClusterTopology primary = leader(InstallRole.primary);
            for (ClusterTopology member : members) {
                ClusterTopologyBuilder cluster = arranged(member);
                if (model.isPrimaryRemote() && !member.equals(primary)) {
                    cluster.controlPlane(primary.name());
                }
                if (model == InstallModel.AMBIENT_SEVERAL_NETWORKS) {
                    cluster.install(ClusterInstall.builder()
                            .dataPlane(DataPlane.ambient)
                            .build());
                }
                spec.addCluster(cluster.build());
            }
        }
        return MeshTopology.of(given.metadata().name(), spec.build());
    }

    private static ClusterInstall install(InstallRole role) {
        return ClusterInstall.builder().role(role).build();
    }

    /** The cluster that has the role already, else the one that serves others, else the first. */
    private ClusterTopology leader(InstallRole wanted) {
        return members.stream()
                .filter(member -> role(member).filter(wanted::equals).isPresent())
                .findFirst()
                .or(() -> members.stream()
                        .filter(member -> members.stream()
                                .anyMatch(other -> !other.equals(member)
                                        && other.controlPlaneOrDefault().equals(member.name())))
                        .findFirst())
                .orElse(members.get(0));
    }

    private ClusterTopologyBuilder arranged(ClusterTopology cluster) {
        EastWestGatewayBuilder gateway = EastWestGateway.builder().addAllAddresses(addresses(cluster));
        cluster.eastWestGateway().map(EastWestGateway::port).ifPresent(gateway::port);
        return ClusterTopology.builder()
                .name(cluster.name())
                .network(cluster.network())
                .apiServer(cluster.apiServer())
                .platform(cluster.platform())
                .region(cluster.region())
                .zones(cluster.zones())
                .eastWestGateway(gateway.build());
    }

    /** {@return addresses of the gateway of a cluster; where none is known, one of those that documents use stands for it} */
    List<String> addresses(ClusterTopology cluster) {
        List<String> known = given(cluster);
        if (!known.isEmpty()) {
            return known;
        }
        TreeSet<String> taken = new TreeSet<>();
        given.spec().clusters().forEach(other -> taken.addAll(given(other)));
        int free = 0;
        for (ClusterTopology other : given.spec().clusters()) {
            if (given(other).isEmpty()) {
                do {
                    free++;
                } while (taken.contains(STAND_IN + free));
                if (other.name().equals(cluster.name())) {
                    break;
                }
            }
        }
        return List.of(STAND_IN + free);
    }

    private static List<String> given(ClusterTopology cluster) {
        return cluster.eastWestGateway().map(EastWestGateway::addresses).orElse(List.of());
    }
}
