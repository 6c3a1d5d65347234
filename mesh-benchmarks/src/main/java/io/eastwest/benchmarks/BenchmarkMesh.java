package io.eastwest.benchmarks;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;

/**
 * Meshes of a chosen size: one cluster in which a frontend calls services, each with pods over two zones, a VirtualService with two
 * rules, and a DestinationRule with a subset and outlier detection.
 */
final class BenchmarkMesh {
    private static final int PER_BLOCK = 250;
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
            kind: Node
            metadata: {name: n0, labels: {topology.kubernetes.io/region: r, topology.kubernetes.io/zone: z0}}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {topology.kubernetes.io/region: r, topology.kubernetes.io/zone: z1}}
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: frontend-1
              namespace: shop
              labels: {app: frontend, security.istio.io/tlsMode: istio}
            spec: {nodeName: n0}
            status: {phase: Running, podIP: 10.255.0.1}
            """;
    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata: {name: s@, namespace: shop}
            spec:
              clusterIP: 172.20.#
              selector: {app: s@}
              ports:
              - {name: http, port: 8080}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: s@, namespace: shop}
            spec:
              host: s@
              trafficPolicy:
                outlierDetection: {maxEjectionPercent: 100}
              subsets:
              - {name: v1, labels: {version: v1}}
            """;
    private static final String RULES = """
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
    private static final String POD = """
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: s@-POD
              namespace: shop
              labels: {app: s@, version: v1, security.istio.io/tlsMode: istio}
            spec: {nodeName: nZONE}
            status: {phase: Running, podIP: 10.POD.#}
            """;

    private static final String SLICE = """
            ---
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata: {name: s@-1, namespace: shop, labels: {kubernetes.io/service-name: s@}}
            addressType: IPv4
            ports:
            - {name: http, port: 8080}
            endpoints:
            """;
    private static final String ENDPOINT = """
            - {addresses: [10.POD.#], zone: zZONE, nodeName: nZONE}
            """;

    private BenchmarkMesh() {}

    /** {@return a mesh of services with two pods each} */
    static MeshSnapshot of(int services) {
        return of(services, 2);
    }

    /** {@return a mesh} */
    static MeshSnapshot of(int services, int pods) {
        return of(services, pods, RULES);
    }

    /** {@return a mesh without VirtualServices} */
    static MeshSnapshot withoutRules(int services, int pods) {
        return of(services, pods, "");
    }

    /** {@return a mesh whose endpoints are known from EndpointSlices alone} */
    static MeshSnapshot ofSlices(int services, int endpoints) {
        return of(services, number -> service(number, endpoints, SLICE, ENDPOINT));
    }

    private static MeshSnapshot of(int services, int pods, String rules) {
        return of(services, number -> service(number, pods, rules));
    }

    private static MeshSnapshot of(int services, IntFunction<String> manifests) {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource();
        MeshSnapshotBuilder builder = MeshSnapshot.builder(topology);
        builder.addManifests("c1", reader.read("frontend.yaml", FRONTEND).orThrow());
        for (int i = 0; i < services; i++) {
            builder.addManifests(
                    "c1", reader.read("s" + i + ".yaml", manifests.apply(i)).orThrow());
        }
        return builder.build();
    }

    /** {@return the mesh as files below a new directory: one file for each service with its rules and pods} */
    static Path write(int services, int pods) {
        try {
            Path root = Files.createTempDirectory("mesh");
            Path cluster = Files.createDirectories(root.resolve("clusters").resolve("c1"));
            Files.writeString(root.resolve("topology.yaml"), TOPOLOGY);
            Files.writeString(cluster.resolve("frontend.yaml"), FRONTEND);
            for (int i = 0; i < services; i++) {
                Files.writeString(cluster.resolve("s" + i + ".yaml"), service(i, pods, RULES));
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String service(int number, int pods, String rules) {
        return service(number, pods, rules, POD);
    }

    private static String service(int number, int endpoints, String more, String endpoint) {
        StringBuilder text = new StringBuilder(SERVICE).append(more);
        for (int pod = 0; pod < endpoints; pod++) {
            text.append(endpoint.replace("POD", String.valueOf(pod)).replace("ZONE", String.valueOf(pod % 2)));
        }
        return text.toString()
                .replace("@", String.valueOf(number))
                .replace("#", number / PER_BLOCK + "." + (number % PER_BLOCK + 1));
    }
}
