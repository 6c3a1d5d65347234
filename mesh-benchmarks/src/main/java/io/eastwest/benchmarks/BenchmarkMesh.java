package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;

/** Meshes of a chosen size: one cluster, each service with two pods, a rule and a subset. */
final class BenchmarkMesh {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: benchmark}
            spec:
              clusters:
              - name: c1
            """;
    private static final String FRONTEND = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: frontend-1
              namespace: shop
              labels: {app: frontend, security.istio.io/tlsMode: istio}
            status: {phase: Running, podIP: 10.1.0.1}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: s@, namespace: shop}
            spec:
              clusterIP: 10.2.#
              selector: {app: s@}
              ports:
              - {name: http, port: 8080}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: s@-1
              namespace: shop
              labels: {app: s@, version: v1, security.istio.io/tlsMode: istio}
            status: {phase: Running, podIP: 10.3.#}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: s@-2
              namespace: shop
              labels: {app: s@, version: v1, security.istio.io/tlsMode: istio}
            status: {phase: Running, podIP: 10.4.#}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: s@, namespace: shop}
            spec:
              host: s@
              subsets:
              - {name: v1, labels: {version: v1}}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: s@, namespace: shop}
            spec:
              hosts: [s@]
              http:
              - match:
                - uri: {prefix: /orders}
                route:
                - destination: {host: s@, subset: v1}
              - route:
                - destination: {host: s@}
            """;

    private BenchmarkMesh() {}

    static MeshSnapshot of(int services) {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource();
        MeshSnapshotBuilder builder = MeshSnapshot.builder(topology);
        builder.addManifests("c1", reader.read("frontend.yaml", FRONTEND).orThrow());
        for (int i = 0; i < services; i++) {
            String text = SERVICE.replace("@", String.valueOf(i)).replace("#", i / 250 + "." + (i % 250 + 1));
            builder.addManifests("c1", reader.read("s" + i + ".yaml", text).orThrow());
        }
        return builder.build();
    }
}
