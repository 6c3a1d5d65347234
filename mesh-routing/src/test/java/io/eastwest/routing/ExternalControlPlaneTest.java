package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.proxy.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cluster x runs the istiod of cluster k, which holds its configuration; r is one more cluster of that istiod. */
class ExternalControlPlaneTest {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: hosted}
            spec:
              clusters:
              - {name: x, install: {role: host}}
              - {name: k, controlPlane: x, install: {role: config}}
              - {name: r, controlPlane: x, install: {role: remote}}
            """;

    private static String workloads(int cluster) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: tea, namespace: shop}
                spec: {clusterIP: 10.96.CLUSTER.1, selector: {app: tea}, ports: [{name: http, port: 80}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: tea-1, namespace: shop, labels: {app: tea, security.istio.io/tlsMode: istio}}
                spec: {serviceAccountName: tea}
                status: {phase: Running, podIP: 10.CLUSTER.0.1}
                """.replace("CLUSTER", Integer.toString(cluster));
    }

    private static String rule(int status) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: tea, namespace: shop}
                spec:
                  hosts: [tea.shop.svc.cluster.local]
                  http: [{directResponse: {status: STATUS}}]
                """.replace("STATUS", Integer.toString(status));
    }

    private static MeshRouter router(String cluster, String rule) {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource();
        return MeshRouter.of(MeshSnapshot.builder(topology)
                .addManifests("k", reader.read("k.yaml", workloads(1)).orThrow())
                .addManifests("r", reader.read("r.yaml", workloads(2)).orThrow())
                .addManifests(cluster, reader.read("rule.yaml", rule).orThrow())
                .build());
    }

    private static Call call(String cluster) {
        return Call.get("http://tea.shop/").from("tea", "shop", cluster);
    }

    @ParameterizedTest
    @CsvSource({"k, k", "k, r"})
    void rulesOfTheConfigClusterCount(String applied, String caller) {
        Decision decision = router(applied, rule(418)).decide(call(caller));

        assertThat(decision.outcomes()).extracting(Outcome::kind).containsExactly(Outcome.Kind.DIRECT);
    }

    @ParameterizedTest
    @CsvSource({"x, k", "x, r", "r, k", "r, r"})
    void rulesElsewhereDoNot(String applied, String caller) {
        Decision decision = router(applied, rule(418)).decide(call(caller));

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.endpoints()).extracting(EndpointTarget::cluster).containsExactlyInAnyOrder("k", "r");
    }

    @Test
    void theIstiodStopsWithTheClusterThatRunsIt() {
        Decision decision = router("k", rule(418)).decide(call("k"), Conditions.controlPlaneDown("x"));

        assertThat(decision.findings())
                .anySatisfy(finding -> assertThat(finding).contains("control plane"));
    }

    @Test
    void gatewaysThatItKnowsCanBreak() {
        String gateway = """
                apiVersion: v1
                kind: Service
                metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: n1}}
                spec: {type: LoadBalancer, clusterIP: 10.96.1.9, selector: {istio: ew}, ports: [{name: tls, port: 15443}]}
                status: {loadBalancer: {ingress: [{ip: 203.0.113.1}]}}
                """;

        Decision decision = router("k", gateway).decide(call("k"), Conditions.parse("gateways n1 down"));

        assertThat(decision.isForwarded()).isTrue();
    }
}
