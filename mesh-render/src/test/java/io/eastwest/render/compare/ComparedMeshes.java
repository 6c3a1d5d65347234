package io.eastwest.render.compare;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterInstall;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.EastWestGateway;
import io.eastwest.model.topology.InstallRole;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.MeshTrustBuilder;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.key.KeyAlgorithm;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Meshes in a few words: clusters named c1, c2, ... of a region each, and services that run in some of them. */
final class ComparedMeshes {
    private static final String SERVICE = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: NAME, namespace: shop}
            spec:
              selector: {app: NAME}
              ports:
              - {name: http, port: 8080}
            """;
    private static final String WORKLOAD = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: NAME, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: NAME}}
              template:
                metadata: {labels: {app: NAME}}
                spec:
                  serviceAccountName: NAME
                  containers:
                  - name: app
                    ports: [{containerPort: 8080}]
            """;
    private static final String FAILOVER = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: NAME, namespace: shop}
            spec:
              host: NAME.shop.svc.cluster.local
              trafficPolicy:
                loadBalancer: {localityLbSetting: {enabled: true}}
                outlierDetection: {consecutive5xxErrors: 5, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 100}
            """;

    private final List<ClusterTopology> clusters = new ArrayList<>();
    private final List<String[]> resources = new ArrayList<>();

    /** Clusters of these networks, one each. */
    static ComparedMeshes of(String... networks) {
        ComparedMeshes mesh = new ComparedMeshes();
        for (String network : networks) {
            String name = "c" + (mesh.clusters.size() + 1);
            mesh.clusters.add(ClusterTopology.builder()
                    .name(name)
                    .network(network)
                    .region("region" + (mesh.clusters.size() + 1))
                    .addZone("a")
                    .build());
        }
        return mesh;
    }

    /** One more cluster that is free to run an external control plane. */
    ComparedMeshes host() {
        clusters.add(ClusterTopology.builder()
                .name("x")
                .network("outside")
                .install(ClusterInstall.builder().role(InstallRole.host).build())
                .build());
        return this;
    }

    /** A service that all clusters know and some run. */
    ComparedMeshes service(String name, String... running) {
        for (ClusterTopology cluster : clusters) {
            if (!cluster.name().equals("x")) {
                yaml(cluster.name(), SERVICE.replace("NAME", name));
                if (List.of(running).contains(cluster.name())) {
                    yaml(cluster.name(), WORKLOAD.replace("NAME", name));
                }
            }
        }
        return this;
    }

    /** A rule in every cluster by which calls of a service stay in their region while they can. */
    ComparedMeshes failover(String name) {
        clusters.stream()
                .filter(cluster -> !cluster.name().equals("x"))
                .forEach(cluster -> yaml(cluster.name(), failoverOf(name)));
        return this;
    }

    static String failoverOf(String name) {
        return FAILOVER.replace("NAME", name);
    }

    ComparedMeshes inRegion(String name, String region) {
        clusters.replaceAll(each ->
                each.name().equals(name) ? each.toBuilder().region(region).build() : each);
        return this;
    }

    ComparedMeshes servedBy(String name, String server) {
        clusters.replaceAll(each ->
                each.name().equals(name) ? each.toBuilder().controlPlane(server).build() : each);
        return this;
    }

    ComparedMeshes gateway(String name, String address) {
        clusters.replaceAll(each -> each.name().equals(name)
                ? each.toBuilder()
                        .eastWestGateway(
                                EastWestGateway.builder().addAddress(address).build())
                        .build()
                : each);
        return this;
    }

    ComparedMeshes yaml(String cluster, String yaml) {
        resources.add(new String[] {cluster, yaml});
        return this;
    }

    MeshSnapshot build() {
        MeshTopologySpec spec =
                MeshTopologySpec.builder().meshId("mesh1").clusters(clusters).build();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(MeshTopology.of("shop", spec));
        resources.forEach(each -> ManifestReader.strict()
                .read("test.yaml", each[1])
                .orThrow()
                .forEach(manifest -> mesh.put(each[0], manifest.resource())));
        return mesh.build();
    }

    List<CaBundle> authorities() {
        MeshTrustBuilder trust = MeshTrust.builder()
                .clock(Clock.systemUTC())
                .random(new SecureRandom())
                .algorithm(KeyAlgorithm.EC_P256);
        clusters.forEach(cluster -> trust.cluster(cluster.name()));
        return trust.build().bundles();
    }

    ModelComparison compare() {
        return ModelComparison.of(build(), authorities());
    }
}
