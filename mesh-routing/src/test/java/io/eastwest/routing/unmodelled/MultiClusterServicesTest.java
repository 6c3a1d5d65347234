package io.eastwest.routing.unmodelled;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are exported and imported between clusters: off unless istiod is told otherwise; load-balancing.md 3.3. */
class MultiClusterServicesTest {
    private static final String MESH =
            SmallMesh.service("shop/api", 2, "http 80") + SmallMesh.service("shop/web", 1, "http 80");
    private static final String SHARED = """
            apiVersion: multicluster.x-k8s.io/v1alpha1
            kind: ServiceExport
            metadata: {name: api, namespace: shop}
            ---
            apiVersion: multicluster.x-k8s.io/v1alpha1
            kind: ServiceImport
            metadata: {name: api, namespace: shop}
            spec: {type: ClusterSetIP, ips: [10.97.0.1], ports: [{name: http, port: 80, protocol: TCP}]}
            """;

    private static String installed(String flag) {
        return """
            apiVersion: sailoperator.io/v1
            kind: Istio
            metadata: {name: default}
            spec: {version: v1.30.3, namespace: istio-system, values: {pilot: {env: {%s: "true"}}}}
            """.formatted(flag);
    }

    private static ProxyAnswer call(SmallMesh mesh, String address, String authority) {
        return mesh.sidecar(
                "shop/web-1", address + ":80", Optional.empty(), Optional.of(SmallMesh.request("GET", authority, "/")));
    }

    @Test
    void theyChangeNothingByDefault() {
        SmallMesh mesh = SmallMesh.of(MESH, SHARED);

        assertThat(SmallMesh.text(call(mesh, "10.96.0.2", "api"))).isEqualTo("outbound|80||api.shop~");
        assertThat(SmallMesh.text(call(mesh, "10.97.0.1", "api.shop.svc.clusterset.local")))
                .isEqualTo("PassthroughCluster");
        assertThat(call(mesh, "10.96.0.2", "api").notModelled()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENABLE_MCS_HOST", "ENABLE_MCS_SERVICE_DISCOVERY", "ENABLE_MCS_CLUSTER_LOCAL"})
    void aControlPlaneThatFollowsThemIsNotModelled(String flag) {
        SmallMesh mesh = SmallMesh.of(MESH, SHARED, installed(flag));

        assertThat(call(mesh, "10.96.0.2", "api").notModelled())
                .singleElement()
                .satisfies(found -> assertThat(found.toString()).contains(flag));
    }
}
