package io.eastwest.samples.mesh;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.IstioGateway;
import io.eastwest.model.istio.networking.IstioGatewaySpec;
import io.eastwest.model.istio.networking.Server;
import io.eastwest.model.istio.networking.ServerPort;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.kubernetes.Namespace;
import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.ServiceType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cluster of the {@link SeedMesh}: two zones, an east-west gateway, a caller and two backends.
 *
 * @param name cluster ID, which subsets and source labels name
 * @param network network of its pods
 * @param region region of its nodes
 * @param number what its addresses start from, 1..9
 */
record SeedCluster(String name, String network, String region, int number) {
    private static final String SYSTEM = "istio-system";
    private static final String GATEWAY = "istio-eastwestgateway";
    private static final String MESH_CONFIG = """
            defaultConfig:
              meshId: mesh1
            rootNamespace: istio-system
            trustDomain: cluster.local
            """;

    /** {@return what is applied to the cluster, by the name of the file that holds it} */
    Map<String, List<MeshResource>> files() {
        Map<String, List<MeshResource>> files = new LinkedHashMap<>();
        files.put("namespaces.yaml", namespaces());
        files.put("nodes.yaml", List.of(node("zone1"), node("zone2")));
        files.put("mesh-config.yaml", List.of(meshConfig()));
        files.put("east-west-gateway.yaml", eastWestGateway());
        files.put("frontend.yaml", frontend());
        files.put("backend.yaml", backend());
        return files;
    }

    /** {@return where other networks reach its pods} */
    String gatewayAddress() {
        return "203.0.113.10" + number;
    }

    private List<MeshResource> namespaces() {
        return List.of(
                namespace(SYSTEM, "topology.istio.io/network", network),
                namespace("my-frontend", "istio-injection", "enabled"),
                namespace("my-backend", "istio-injection", "enabled"));
    }

    private static Namespace namespace(String name, String label, String value) {
        return Namespace.builder()
                .metadata(ObjectMeta.builder().name(name).putLabel(label, value).build())
                .build();
    }

    private Node node(String zone) {
        return Node.builder()
                .metadata(ObjectMeta.builder()
                        .name(nodeName(zone))
                        .putLabel("kubernetes.io/hostname", nodeName(zone))
                        .putLabel("topology.kubernetes.io/region", region)
                        .putLabel("topology.kubernetes.io/zone", zone)
                        .build())
                .build();
    }

    private ConfigMap meshConfig() {
        return ConfigMap.builder()
                .metadata(ObjectMeta.of(SYSTEM, "istio"))
                .putData("mesh", MESH_CONFIG)
                .build();
    }

    private List<MeshResource> eastWestGateway() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app", GATEWAY);
        labels.put("istio", "eastwestgateway");
        labels.put("topology.istio.io/network", network);
        return List.of(
                SeedService.named(SYSTEM, GATEWAY)
                        .labels(labels)
                        .selector("app", GATEWAY)
                        .selector("istio", "eastwestgateway")
                        .clusterIp("10." + (100 + number) + ".255.1")
                        .port("tls", 15443)
                        .loadBalancer(gatewayAddress())
                        .build(ServiceType.LoadBalancer),
                SeedPod.named(SYSTEM, GATEWAY, 1)
                        .labels(labels)
                        .serviceAccount(GATEWAY + "-service-account")
                        .node(nodeName("zone1"))
                        .address(address(9, 1))
                        .container("istio-proxy", 15443)
                        .environment("ISTIO_META_REQUESTED_NETWORK_VIEW", network)
                        .build(),
                IstioGateway.of(
                        SYSTEM,
                        "cross-network-gateway",
                        IstioGatewaySpec.builder()
                                .putSelector("istio", "eastwestgateway")
                                .addServer(Server.builder()
                                        .port(ServerPort.of(15443, "TLS", "tls"))
                                        .tls(ServerTlsSettings.mode(ServerTlsMode.AUTO_PASSTHROUGH))
                                        .addHost("*.local")
                                        .build())
                                .build()));
    }

    private List<MeshResource> frontend() {
        return List.of(
                SeedService.named("my-frontend", "frontend")
                        .selector("app", "frontend")
                        .clusterIp("10." + (100 + number) + ".0.2")
                        .port("http", 3000)
                        .build(ServiceType.ClusterIP),
                workload("my-frontend", "frontend", 1, 3000, "zone1"));
    }

    private List<MeshResource> backend() {
        return List.of(
                SeedService.named("my-backend", "mybackend-app")
                        .selector("app", "mybackend-app")
                        .clusterIp("10." + (100 + number) + ".0.1")
                        .port("http", 8080)
                        .build(ServiceType.ClusterIP),
                workload("my-backend", "mybackend-app", 1, 8080, "zone1"),
                workload("my-backend", "mybackend-app", 2, 8080, "zone2"));
    }

    private MeshResource workload(String namespace, String app, int ordinal, int port, String zone) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app", app);
        labels.put("version", "v1");
        labels.put("security.istio.io/tlsMode", "istio");
        return SeedPod.named(namespace, app, ordinal)
                .labels(labels)
                .serviceAccount(app)
                .node(nodeName(zone))
                .address(address(app.equals("frontend") ? 2 : 1, ordinal))
                .container("app", port)
                .build();
    }

    private String address(int subnet, int host) {
        return "10." + number + "0." + subnet + "." + host;
    }

    private String nodeName(String zone) {
        return name + "-" + zone;
    }
}
