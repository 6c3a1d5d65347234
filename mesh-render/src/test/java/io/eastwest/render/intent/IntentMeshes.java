package io.eastwest.render.intent;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import java.util.List;

/** Two clusters, each a network and a region of two zones, with a frontend, a backend of two ports and a catalog. */
public final class IntentMeshes {
    /** A service of both clusters with the HTTP port 8080 and the TCP port 9000. */
    public static final String BACKEND = "backend.shop.svc.cluster.local";

    /** Another service of both clusters. */
    public static final String CATALOG = "catalog.common.svc.cluster.local";

    private static final String CLUSTER = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                # written by hand
                rootNamespace: istio-system
                trustDomain: cluster.local
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: istio-system, labels: {topology.istio.io/network: networkN}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: common, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: eastwest
              namespace: istio-system
              labels: {istio: eastwestgateway, topology.istio.io/network: networkN}
            spec:
              type: LoadBalancer
              clusterIP: 10.10N.255.1
              selector: {istio: eastwestgateway}
              ports:
              - {name: tls, port: 15443}
            status: {loadBalancer: {ingress: [{ip: 203.0.113.N}]}}
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: cross-network-gateway, namespace: istio-system}
            spec:
              selector: {istio: eastwestgateway}
              servers:
              - port: {number: 15443, protocol: TLS, name: tls}
                hosts: ["*.local"]
                tls: {mode: AUTO_PASSTHROUGH}
            """;

    private static final String SERVICES = """
            apiVersion: v1
            kind: Service
            metadata: {name: backend, namespace: shop}
            spec:
              clusterIP: 10.10N.0.1
              selector: {app: backend}
              ports:
              - {name: http, port: 8080}
              - {name: tcp, port: 9000}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: catalog, namespace: common}
            spec:
              clusterIP: 10.10N.0.2
              selector: {app: catalog}
              ports:
              - {name: http, port: 8080}
            """;

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata:
              name: node-N-Z
              labels:
                kubernetes.io/hostname: node-N-Z
                topology.kubernetes.io/region: regionN
                topology.kubernetes.io/zone: zoneZ
            """;

    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: APP-Z
              namespace: SPACE
              labels: {app: APP, LABEL, security.istio.io/tlsMode: istio}
            spec:
              nodeName: node-N-Z
              serviceAccountName: APP
              containers:
              - name: app
                ports: [{containerPort: 8080}, {containerPort: 9000}]
                env: [ENV]
            status: {phase: Running, podIP: 10.N.ID.Z}
            """;

    private IntentMeshes() {}

    /** {@return two primaries of two networks} */
    public static MeshSnapshot twoPrimaries() {
        return mesh(ClusterTopology.builder().name("c2").network("network2").build());
    }

    /** {@return a primary and a cluster that it serves, in two networks} */
    public static MeshSnapshot primaryAndRemote() {
        return mesh(ClusterTopology.builder()
                .name("c2")
                .network("network2")
                .controlPlane("c1")
                .build());
    }

    /** {@return two primaries of two networks, with one pod of version v2 of the backend in a zone of the second} */
    public static MeshSnapshot withNewVersion() {
        return newVersion(twoPrimaries());
    }

    /** {@return a mesh with one pod of version v2 of the backend in a zone of the second cluster} */
    public static MeshSnapshot newVersion(MeshSnapshot mesh) {
        MeshSnapshotBuilder more = mesh.toBuilder();
        add(
                more,
                "2",
                pod("backend", "shop", "version: v2", "7", "1").replace("name: backend-1", "name: backend-v2-1"));
        return more.build();
    }

    /** {@return a mesh with a pod of each cluster that calls from the namespace legacy: one with a proxy, and one without} */
    public static MeshSnapshot withStrangers(MeshSnapshot mesh) {
        MeshSnapshotBuilder more = mesh.toBuilder();
        for (String n : List.of("1", "2")) {
            add(more, n, "{apiVersion: v1, kind: Namespace, metadata: {name: legacy}}");
            add(more, n, pod("batch", "legacy", "version: v1", "8", "1"));
            add(
                    more,
                    n,
                    pod("naked", "legacy", "version: v1", "9", "1").replace(", security.istio.io/tlsMode: istio", ""));
        }
        return more.build();
    }

    /** {@return the key of a Service} */
    public static ResourceKey service(String namespace, String name) {
        return ResourceKey.of("", "Service", namespace, name);
    }

    /** {@return a mesh with one more object in each of some clusters} */
    public static MeshSnapshot with(MeshSnapshot mesh, String yaml, String... clusters) {
        MeshSnapshotBuilder more = mesh.toBuilder();
        for (String cluster : clusters) {
            more.addManifests(
                    cluster, ManifestReader.strict().read("more.yaml", yaml).orThrow());
        }
        return more.build();
    }

    private static MeshSnapshot mesh(ClusterTopology second) {
        MeshTopologySpec spec = MeshTopologySpec.builder()
                .addCluster(
                        ClusterTopology.builder().name("c1").network("network1").build())
                .addCluster(second)
                .build();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(MeshTopology.of("mesh", spec));
        for (String n : List.of("1", "2")) {
            boolean served = n.equals("2") && second.controlPlane().isPresent();
            add(mesh, n, served ? CLUSTER.substring(CLUSTER.indexOf("---\n") + 4) : CLUSTER);
            add(mesh, n, SERVICES);
            for (String zone : List.of("1", "2")) {
                add(mesh, n, NODE.replace("Z", zone));
                add(mesh, n, pod("backend", "shop", "version: v1", "3", zone));
            }
            add(mesh, n, pod("catalog", "common", "version: v1", "4", "1"));
            add(mesh, n, pod("frontend", "shop", "version: v1", "5", "1"));
            String gateway = "istio: eastwestgateway, topology.istio.io/network: networkN";
            add(
                    mesh,
                    n,
                    pod("gateway", "istio-system", gateway, "6", "1")
                            .replace("ENV", "{name: ISTIO_META_REQUESTED_NETWORK_VIEW, value: networkN}"));
        }
        return mesh.build();
    }

    private static String pod(String app, String namespace, String label, String id, String zone) {
        return POD.replace("APP", app)
                .replace("SPACE", namespace)
                .replace("LABEL", label)
                .replace("ID", id)
                .replace("Z", zone);
    }

    private static void add(MeshSnapshotBuilder mesh, String n, String yaml) {
        String text = yaml.replace("ENV", "").replaceAll("N(?![A-Za-z_])", n);
        mesh.addManifests(
                "c" + n, ManifestReader.strict().read("c" + n + ".yaml", text).orThrow());
    }
}
