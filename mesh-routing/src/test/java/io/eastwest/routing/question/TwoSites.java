package io.eastwest.routing.question;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters {@code c1} in region r1 and {@code c2} in region r2, each with zones z1 and z2, callers {@code web/front} in zone
 * z1, and Services {@code shop/orders} and {@code shop/stock} that have the pods that a test gives them.
 */
public final class TwoSites {
    private String clusters;
    private final Map<String, List<String>> manifests = new LinkedHashMap<>();
    private final Map<String, Integer> pods = new LinkedHashMap<>();

    private TwoSites(boolean networks, boolean gateways) {
        this.clusters = networks ? "{name: c1, network: n1}, {name: c2, network: n2}" : "{name: c1}, {name: c2}";
        for (String cluster : List.of("c1", "c2")) {
            manifests.put(cluster, new ArrayList<>());
            for (String zone : List.of("z1", "z2")) {
                add(cluster, node(cluster, zone));
            }
            add(cluster, service("orders", 1), service("stock", 2));
            add(cluster, pod(cluster, "web", "front-1", "front", "z1", "10.1.0.1"));
            if (gateways) {
                add(cluster, gateway(cluster));
            }
        }
    }

    /** {@return two clusters of one network} */
    public static TwoSites oneNetwork() {
        return new TwoSites(false, false);
    }

    /** {@return two clusters of networks n1 and n2 with east-west gateways} */
    public static TwoSites twoNetworks() {
        return new TwoSites(true, true);
    }

    /** {@return two clusters of networks n1 and n2 that have no gateways} */
    public static TwoSites twoNetworksWithoutGateways() {
        return new TwoSites(true, false);
    }

    public static Call orders(String cluster) {
        return Call.get("http://orders.shop:8080/").from("front", "web", cluster);
    }

    private static String number(String cluster) {
        return cluster.substring(1);
    }

    private static String node(String cluster, String zone) {
        return """
            apiVersion: v1
            kind: Node
            metadata:
              name: CLUSTER-ZONE
              labels: {topology.kubernetes.io/region: rNUMBER, topology.kubernetes.io/zone: ZONE}
            """.replace("CLUSTER", cluster).replace("ZONE", zone).replace("NUMBER", number(cluster));
    }

    private static String service(String name, int number) {
        return """
            apiVersion: v1
            kind: Service
            metadata: {name: NAME, namespace: shop}
            spec: {clusterIP: 10.96.0.NUMBER, selector: {app: NAME}, ports: [{name: http, port: 8080}]}
            """.replace("NAME", name).replace("NUMBER", Integer.toString(number));
    }

    private static String pod(String cluster, String namespace, String name, String app, String zone, String address) {
        return """
            apiVersion: v1
            kind: Pod
            metadata:
              name: NAME
              namespace: NS
              labels: {app: APP, version: vNUMBER, security.istio.io/tlsMode: istio}
            spec: {serviceAccountName: APP, nodeName: CLUSTER-ZONE}
            status: {phase: Running, podIP: ADDRESS}
            """.replace("NAME", name)
                .replace("NS", namespace)
                .replace("APP", app)
                .replace("NUMBER", number(cluster))
                .replace("CLUSTER", cluster)
                .replace("ZONE", zone)
                .replace("ADDRESS", address.replaceFirst("10\\.1\\.", "10." + number(cluster) + "."));
    }

    private static String gateway(String cluster) {
        return """
            apiVersion: v1
            kind: Namespace
            metadata: {name: istio-system, labels: {topology.istio.io/network: nNUMBER}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: nNUMBER}}
            spec:
              type: LoadBalancer
              clusterIP: 10.96.9.NUMBER
              selector: {istio: eastwestgateway}
              ports: [{name: tls, port: 15443}]
            status: {loadBalancer: {ingress: [{ip: 203.0.113.NUMBER}]}}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: ew-1
              namespace: istio-system
              labels: {istio: eastwestgateway, security.istio.io/tlsMode: istio, topology.istio.io/network: nNUMBER}
            spec:
              nodeName: CLUSTER-z1
              containers:
              - name: istio-proxy
                image: proxyv2
                env: [{name: ISTIO_META_REQUESTED_NETWORK_VIEW, value: nNUMBER}]
            status: {phase: Running, podIP: 10.NUMBER.9.9}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: cross-network, namespace: istio-system}
            spec:
              selector: {istio: eastwestgateway}
              servers:
              - {port: {number: 15443, name: tls, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]}
            """.replace("NUMBER", number(cluster)).replace("CLUSTER", cluster);
    }

    public TwoSites add(String cluster, String... texts) {
        manifests.computeIfAbsent(cluster, key -> new ArrayList<>()).addAll(List.of(texts));
        return this;
    }

    /** Adds pods of a service. */
    public TwoSites pods(String service, String cluster, String zone, int count) {
        for (int i = 0; i < count; i++) {
            int number = pods.merge(service + cluster, 1, Integer::sum);
            String part = service.equals("orders") ? "1" : "2";
            add(cluster, pod(cluster, "shop", service + "-" + number, service, zone, "10.1." + part + "." + number));
        }
        return this;
    }

    /** Adds the same resource to both clusters. */
    public TwoSites both(String manifest) {
        return add("c1", manifest).add("c2", manifest);
    }

    /** Sets what the topology says of the clusters, as entries of a YAML list. */
    public TwoSites clusters(String entries) {
        clusters = entries;
        return this;
    }

    /** Adds a DestinationRule of orders to both clusters. */
    public TwoSites policy(String trafficPolicy) {
        return both(SmallMesh.istio(
                "DestinationRule", "shop/orders", "{host: orders, trafficPolicy: " + trafficPolicy + "}"));
    }

    public MeshSnapshot snapshot() {
        ManifestReader reader = ManifestReader.pruning();
        MeshTopology topology = (MeshTopology) reader.read("topology.yaml", """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata: {name: sites}
                spec: {clusters: [CLUSTERS]}
                """.replace("CLUSTERS", clusters))
                .orThrow()
                .get(0)
                .resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology);
        manifests.forEach((cluster, texts) -> texts.forEach(
                text -> mesh.addManifests(cluster, reader.read("a.yaml", text).orThrow())));
        return mesh.build();
    }

    public MeshRouter router() {
        return MeshRouter.of(snapshot());
    }
}
