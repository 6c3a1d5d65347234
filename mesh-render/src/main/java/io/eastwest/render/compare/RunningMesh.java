package io.eastwest.render.compare;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.gatewayapi.GatewayAddress;
import io.eastwest.model.gatewayapi.GatewayStatus;
import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.LoadBalancerIngress;
import io.eastwest.model.kubernetes.LoadBalancerStatus;
import io.eastwest.model.kubernetes.ServiceStatus;
import io.eastwest.model.kubernetes.ServiceType;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.model.topology.MeshTopologySpecBuilder;
import io.eastwest.render.MeshTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rendered installation with the workloads and rules of the user, as it is when it runs: gateways have addresses. */
final class RunningMesh {
    private final MeshTree installation;
    private final MeshTopology topology;
    private final List<String> notes = new ArrayList<>();

    RunningMesh(MeshTree installation) {
        this.installation = installation;
        this.topology = installation.snapshot().topology();
    }

    /** {@return what is not the same as in the mesh that was given} */
    List<String> notes() {
        return notes;
    }

    /** {@return cluster whose API server configures the proxies of a cluster, by cluster} */
    Map<String, String> configuration() {
        Map<String, String> configuration = new LinkedHashMap<>();
        for (ClusterTopology cluster : topology.spec().clusters()) {
            if (!ModelTopology.isHost(cluster)) {
                configuration.put(cluster.name(), configurationOf(cluster));
            }
        }
        return configuration;
    }

    private String configurationOf(ClusterTopology cluster) {
        String server = cluster.controlPlaneOrDefault();
        boolean hosted =
                topology.spec().cluster(server).filter(ModelTopology::isHost).isPresent();
        return hosted
                ? topology.spec().clusters().stream()
                        .filter(each -> each.install()
                                .flatMap(install -> install.role())
                                .filter(InstallRole.config::equals)
                                .isPresent())
                        .map(ClusterTopology::name)
                        .findFirst()
                        .orElse(server)
                : server;
    }

    MeshSnapshot with(UserResources user, DataPlane dataPlane) {
        Map<String, String> configuration = configuration();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(routed(configuration));
        DataPlaneSwitch proxies = new DataPlaneSwitch(dataPlane);
        Map<String, List<MeshResource>> rules = user.rules(configuration, notes);
        for (ClusterTopology cluster : topology.spec().clusters()) {
            for (Manifest manifest : installation.snapshot().manifests(cluster.name())) {
                mesh.addAll(cluster.name(), running(cluster, manifest.resource()));
            }
            if (configuration.containsKey(cluster.name())) {
                mesh.addAll(
                        cluster.name(),
                        user.workloads(cluster.name()).stream()
                                .map(proxies::apply)
                                .toList());
                mesh.addAll(cluster.name(), rules.getOrDefault(cluster.name(), List.of()));
            }
        }
        note(user, dataPlane);
        return mesh.build();
    }

    private void note(UserResources user, DataPlane dataPlane) {
        if (!user.configured().isEmpty()) {
            notes.add("the mesh configuration of " + String.join(", ", user.configured())
                    + " is left out: that of the model counts");
        }
        long forWaypoints = user.count("VirtualService", "HTTPRoute", "GRPCRoute", "DestinationRule");
        if (dataPlane == DataPlane.ambient && forWaypoints > 0) {
            notes.add(forWaypoints
                    + " rules (VirtualService, DestinationRule, HTTPRoute, GRPCRoute) do nothing where there is no"
                    + " waypoint, and none is added");
        }
        String root = user.rootNamespace();
        long ofRoot = user.countIn(root);
        boolean hosted = topology.spec().clusters().stream().anyMatch(ModelTopology::isHost);
        if (hosted && !root.equals(UserResources.EXTERNAL) && ofRoot > 0) {
            notes.add(ofRoot + " rules of namespace " + root
                    + " are not those of the whole mesh: its root namespace is " + UserResources.EXTERNAL);
        }
    }

    /** The topology as proxies see it: an istiod that runs elsewhere for one cluster is the istiod of that cluster. */
    private MeshTopology routed(Map<String, String> configuration) {
        MeshTopologySpecBuilder spec = topology.spec().toBuilder().clusters(List.<ClusterTopology>of());
        for (ClusterTopology cluster : topology.spec().clusters()) {
            String leader = configuration.getOrDefault(cluster.name(), cluster.name());
            spec.addCluster(cluster.toBuilder().controlPlane(leader).build());
        }
        MeshTopologySpec routed = spec.build();
        return topology.toBuilder().spec(routed).build();
    }

    private List<MeshResource> running(ClusterTopology cluster, MeshResource resource) {
        List<String> addresses =
                cluster.eastWestGateway().map(EastWestGateway::addresses).orElse(List.of());
        if (resource instanceof KubernetesService service
                && service.spec()
                        .type()
                        .filter(ServiceType.LoadBalancer::equals)
                        .isPresent()) {
            LoadBalancerStatus status = LoadBalancerStatus.builder()
                    .ingress(addresses.stream().map(RunningMesh::ingress).toList())
                    .build();
            return List.of(service.toBuilder()
                    .status(ServiceStatus.builder().loadBalancer(status).build())
                    .build());
        }
        if (resource instanceof Gateway gateway
                && gateway.spec().gatewayClassName().equals(ManagedGateway.EAST_WEST_CLASS)) {
            List<MeshResource> made = new ArrayList<>(ManagedGateway.of(gateway, cluster.networkOrDefault()));
            made.replaceAll(each -> each instanceof KubernetesService service
                    ? running(cluster, service).get(0)
                    : each);
            made.add(gateway.toBuilder()
                    .status(GatewayStatus.builder()
                            .addresses(
                                    addresses.stream().map(RunningMesh::address).toList())
                            .build())
                    .build());
            return made;
        }
        return List.of(resource);
    }

    private static boolean isIp(String address) {
        return address.matches("[0-9.]+") || address.indexOf(':') >= 0;
    }

    private static LoadBalancerIngress ingress(String address) {
        return isIp(address)
                ? LoadBalancerIngress.builder().ip(address).build()
                : LoadBalancerIngress.builder().hostname(address).build();
    }

    private static GatewayAddress address(String address) {
        return GatewayAddress.builder()
                .type(isIp(address) ? "IPAddress" : "Hostname")
                .value(address)
                .build();
    }
}
