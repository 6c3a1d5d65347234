package io.eastwest.routing.view;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small mesh written in YAML: a topology and the manifests of each cluster. */
final class TestMesh {
    private final String topology;
    private final Map<String, String> manifests = new LinkedHashMap<>();

    private TestMesh(String topology) {
        this.topology = topology;
    }

    /** Starts with the list below {@code spec.clusters}. */
    static TestMesh of(String clusters) {
        return new TestMesh("""
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata: {name: test}
                spec:
                  clusters:
                """ + clusters.indent(2));
    }

    /** One cluster named c1 that holds these documents. */
    static TestMesh single(String... documents) {
        return of("- {name: c1}").with("c1", documents);
    }

    TestMesh with(String cluster, String... documents) {
        manifests.merge(cluster, String.join("\n---\n", documents), (first, more) -> first + "\n---\n" + more);
        return this;
    }

    MeshSnapshot snapshot() {
        MeshTopology parsed = (MeshTopology) read(topology).get(0);
        MeshSnapshotBuilder builder = MeshSnapshot.builder(parsed);
        manifests.forEach((cluster, text) -> builder.addAll(cluster, read(text)));
        return builder.build();
    }

    MeshViews views() {
        return MeshViews.of(snapshot());
    }

    ControlPlaneView view(String cluster) {
        return views().view(cluster);
    }

    /** The endpoints of the first service of a hostname as {@code address:port state}. */
    static List<String> endpoints(ControlPlaneView view, String hostname) {
        return view.endpoints(view.servicesByHostname(hostname).get(0)).stream()
                .map(endpoint -> endpoint.address() + ":" + endpoint.port() + " " + endpoint.state())
                .toList();
    }

    static String service(String name, String spec) {
        return "{apiVersion: v1, kind: Service, metadata: {name: " + name + ", namespace: shop}, spec: {" + spec + "}}";
    }

    static String pod(String name, String labels, String ip) {
        return pod(name, labels, ip, "");
    }

    static String pod(String name, String labels, String ip, String spec) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: " + name + ", namespace: shop, labels: {" + labels
                + "}}, spec: {containers: [{name: app, ports: [{name: web, containerPort: 8080}]}]"
                + (spec.isEmpty() ? "" : ", " + spec) + "}, status: {podIP: " + ip + "}}";
    }

    private static List<? extends MeshResource> read(String text) {
        return ManifestReader.strict().read("test.yaml", text).orThrow().stream()
                .map(Manifest::resource)
                .toList();
    }
}
