package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Clusters of one network, five unless said otherwise, each in a region of its own with two zones: every zone has a caller and a pod
 * of every service, which ejects and fails over.
 */
final class MatrixMesh {
    private static final int MOST_CLUSTERS = 5;
    private static final int ZONES = 2;
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: matrix}
            spec:
              clusters: [CLUSTERS]
            """;
    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata:
              name: node-ZONE
              labels: {topology.kubernetes.io/region: rCLUSTER, topology.kubernetes.io/zone: zZONE}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: front-ZONE
              namespace: web
              labels: {app: front, security.istio.io/tlsMode: istio}
            spec: {serviceAccountName: front, nodeName: node-ZONE}
            status: {phase: Running, podIP: 10.CLUSTER.ZONE.250}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: sSERVICE, namespace: shop}
            spec: {clusterIP: 10.96.0.SERVICE, selector: {app: sSERVICE}, ports: [{name: http, port: 8080}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: sSERVICE, namespace: shop}
            spec: {host: sSERVICE, trafficPolicy: {outlierDetection: {maxEjectionPercent: 100}}}
            """;
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: sSERVICE-ZONE
              namespace: shop
              labels: {app: sSERVICE, security.istio.io/tlsMode: istio}
            spec: {serviceAccountName: sSERVICE, nodeName: node-ZONE}
            status: {phase: Running, podIP: 10.CLUSTER.ZONE.SERVICE}
            """;

    private MatrixMesh() {}

    /** {@return the mesh with so many services, at most 200} */
    static MeshSnapshot of(int services) {
        return of(services, MOST_CLUSTERS);
    }

    /** {@return the mesh with so many services, at most 200, and clusters, at most 5} */
    static MeshSnapshot of(int services, int clusters) {
        ManifestReader reader = ManifestReader.strict();
        String names = IntStream.rangeClosed(1, clusters)
                .mapToObj(cluster -> "{name: c" + cluster + "}")
                .collect(Collectors.joining(", "));
        MeshTopology topology = (MeshTopology) reader.read("topology.yaml", TOPOLOGY.replace("CLUSTERS", names))
                .orThrow()
                .get(0)
                .resource();
        MeshSnapshotBuilder builder = MeshSnapshot.builder(topology);
        for (int cluster = 1; cluster <= clusters; cluster++) {
            for (int zone = 1; zone <= ZONES; zone++) {
                add(builder, reader, NODE, cluster, zone, 0);
            }
            for (int service = 1; service <= services; service++) {
                add(builder, reader, SERVICE, cluster, 0, service);
                for (int zone = 1; zone <= ZONES; zone++) {
                    add(builder, reader, POD, cluster, zone, service);
                }
            }
        }
        return builder.build();
    }

    private static void add(
            MeshSnapshotBuilder builder, ManifestReader reader, String text, int cluster, int zone, int service) {
        String name = "c" + cluster + "-" + zone + "-" + service + ".yaml";
        String manifest = text.replace("CLUSTER", Integer.toString(cluster))
                .replace("ZONE", Integer.toString(zone))
                .replace("SERVICE", Integer.toString(service));
        builder.addManifests("c" + cluster, reader.read(name, manifest).orThrow());
    }
}
