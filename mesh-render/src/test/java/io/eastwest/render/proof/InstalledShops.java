package io.eastwest.render.proof;

import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.ClusterTopologyBuilder;
import io.eastwest.model.topology.DataPlane;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.render.MeshTree;
import io.eastwest.render.install.InstallPlan;
import io.eastwest.render.install.InstallSpecs;
import io.eastwest.render.intent.IntentManifests;
import io.eastwest.render.intent.TrafficIntent;
import java.util.List;

/** Rendered installations of two clusters with a frontend, a backend of which c2 runs a new version too, and a catalog. */
final class InstalledShops {
    private static final String APPLICATION = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: backend, namespace: shop}
            spec:
              selector: {app: backend}
              ports: [{name: http, port: 8080}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: catalog, namespace: shop}
            spec:
              selector: {app: catalog}
              ports: [{name: tcp, port: 9000}]
            """;
    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME, namespace: shop}
            spec:
              replicas: COUNT
              selector: {matchLabels: {app: APP, version: VERSION}}
              template:
                metadata: {labels: {app: APP, version: VERSION}}
                spec:
                  serviceAccountName: APP
                  containers:
                  - name: app
                    ports: [{containerPort: 8080}, {containerPort: 9000}]
            """;

    private InstalledShops() {}

    static MeshTree multiPrimary(TrafficIntent... intents) {
        return tree(cluster("1", "network1").build(), cluster("2", "network2").build(), intents);
    }

    static MeshTree oneNetwork(TrafficIntent... intents) {
        return tree(cluster("1", "network1").build(), cluster("2", "network1").build(), intents);
    }

    static MeshTree primaryRemote(TrafficIntent... intents) {
        return tree(
                cluster("1", "network1").build(),
                cluster("2", "network2").controlPlane("c1").build(),
                intents);
    }

    static MeshTree ambient(TrafficIntent... intents) {
        ClusterInstall ambient =
                ClusterInstall.builder().dataPlane(DataPlane.ambient).build();
        return tree(
                cluster("1", "network1").install(ambient).build(),
                cluster("2", "network2").install(ambient).build(),
                intents);
    }

    private static ClusterTopologyBuilder cluster(String n, String network) {
        return ClusterTopology.builder()
                .name("c" + n)
                .network(network)
                .region("region" + n)
                .addZone("zone1")
                .eastWestGateway(
                        EastWestGateway.builder().addAddress("192.0.2." + n).build());
    }

    private static MeshTree tree(ClusterTopology first, ClusterTopology second, TrafficIntent... intents) {
        MeshTopology topology = MeshTopology.of(
                "mesh1",
                MeshTopologySpec.builder()
                        .meshId("mesh1")
                        .addClusters(first, second)
                        .build());
        MeshSnapshotBuilder mesh = InstallPlan.of(InstallSpecs.withMaterial(topology)).tree().snapshot().toBuilder();
        for (ClusterTopology cluster : List.of(first, second)) {
            boolean ambient =
                    cluster.install().flatMap(ClusterInstall::dataPlane).isPresent();
            String yaml = APPLICATION
                    + workload("frontend", "v1", 1)
                    + workload("backend", "v1", 2)
                    + workload("catalog", "v1", 1)
                    + (cluster.name().equals("c2") ? workload("backend", "v2", 1) : "");
            mesh.addManifests(
                    cluster.name(),
                    ManifestReader.strict()
                            .read(
                                    "shop.yaml",
                                    ambient
                                            ? yaml.replace(
                                                    "istio-injection: enabled", "istio.io/dataplane-mode: ambient")
                                            : yaml)
                            .orThrow());
        }
        return IntentManifests.of(mesh.build(), List.of(intents)).tree();
    }

    private static String workload(String app, String version, int count) {
        return "---\n"
                + WORKLOAD.replace("NAME", app + "-" + version)
                        .replace("APP", app)
                        .replace("VERSION", version)
                        .replace("COUNT", String.valueOf(count));
    }
}
