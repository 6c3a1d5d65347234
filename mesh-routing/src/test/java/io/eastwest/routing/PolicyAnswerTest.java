package io.eastwest.routing;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.view.MeshProxy;
import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyAnswerTest {
    private static final String RULE = """

              host: api
              trafficPolicy:
                connectionPool: {tcp: {connectTimeout: 3s, maxConnections: 7}}
                loadBalancer: {simple: ROUND_ROBIN}
                outlierDetection: {consecutive5xxErrors: 3, interval: 20s}
                proxyProtocol: {version: V1}
                portLevelSettings:
                - port: {number: 81}
                  tls: {mode: DISABLE}
              subsets:
              - name: v1
                labels: {app: api}
                trafficPolicy:
                  loadBalancer: {simple: RANDOM}
                  portLevelSettings:
                  - port: {number: 82}
                    outlierDetection: {maxEjectionPercent: 50}
              - name: v2
                labels: {app: api}
            """;

    private static MeshRouter router(String... more) {
        String[] manifests = new String[more.length + 2];
        manifests[0] = service("shop/api", 1, "http 80", "http-b 81", "http-c 82");
        manifests[1] = pod("shop/web-1", "10.0.0.9", "app: web");
        System.arraycopy(more, 0, manifests, 2, more.length);
        return SmallMesh.of(manifests).router();
    }

    private static String setting(int port, String subset, String name) {
        PolicyAnswer answer =
                router(istio("DestinationRule", "shop/api", RULE)).policy("c1/shop/web-1", "api", port, subset);
        return answer.setting(name)
                .map(setting -> setting.text() + " " + setting.source().kind() + " "
                        + setting.source().origin().map(each -> each.path()).orElse("-"))
                .orElse("none");
    }

    /** load-balancing.md 1.5: a port entry takes connectionPool, loadBalancer, outlierDetection and tls as a group. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            80 |    | connectionPool.tcp.connectTimeout     | 3s DESTINATION_RULE spec.trafficPolicy.connectionPool.tcp.connectTimeout
            80 |    | connectionPool.tcp.maxConnections     | 7 DESTINATION_RULE spec.trafficPolicy.connectionPool.tcp.maxConnections
            80 |    | connectionPool.http.maxRetries        | unlimited ISTIOD_DEFAULT -
            80 |    | loadBalancer                          | ROUND_ROBIN DESTINATION_RULE spec.trafficPolicy.loadBalancer.simple
            80 |    | outlierDetection.consecutive5xxErrors | 3 DESTINATION_RULE spec.trafficPolicy.outlierDetection.consecutive5xxErrors
            80 |    | outlierDetection.interval             | 20s DESTINATION_RULE spec.trafficPolicy.outlierDetection.interval
            80 |    | outlierDetection.maxEjectionPercent   | 10% ENVOY_DEFAULT -
            80 |    | outlierDetection.minHealthPercent     | 0% ISTIOD_DEFAULT -
            80 |    | tls.mode                              | AUTO MESH_CONFIG -
            80 |    | proxyProtocol                         | V1 DESTINATION_RULE spec.trafficPolicy.proxyProtocol
            81 |    | tls.mode                              | NONE DESTINATION_RULE spec.trafficPolicy.portLevelSettings[0].tls.mode
            81 |    | loadBalancer                          | LEAST_REQUEST ISTIOD_DEFAULT -
            81 |    | outlierDetection                      | off ISTIOD_DEFAULT -
            81 |    | outlierDetection.minHealthPercent     | 50% ENVOY_DEFAULT -
            81 |    | connectionPool.tcp.connectTimeout     | 10s MESH_CONFIG -
            81 |    | proxyProtocol                         | none ISTIOD_DEFAULT -
            80 | v1 | loadBalancer                          | RANDOM DESTINATION_RULE spec.subsets[0].trafficPolicy.loadBalancer.simple
            80 | v1 | outlierDetection.interval             | 20s DESTINATION_RULE spec.trafficPolicy.outlierDetection.interval
            82 | v1 | outlierDetection.maxEjectionPercent   | 50% DESTINATION_RULE spec.subsets[0].trafficPolicy.portLevelSettings[0].outlierDetection.maxEjectionPercent
            82 | v1 | outlierDetection.interval             | 10s ENVOY_DEFAULT -
            82 | v1 | loadBalancer                          | LEAST_REQUEST ISTIOD_DEFAULT -
            82 | v1 | connectionPool.tcp.connectTimeout     | 10s MESH_CONFIG -
            82 | v1 | proxyProtocol                         | V1 DESTINATION_RULE spec.trafficPolicy.proxyProtocol
            80 | v2 | loadBalancer                          | ROUND_ROBIN DESTINATION_RULE spec.trafficPolicy.loadBalancer.simple
            """)
    void eachSettingTellsWhereItIsWritten(int port, String subset, String name, String told) {
        assertThat(setting(port, subset == null ? "" : subset, name)).isEqualTo(told);
    }

    @Test
    void theTextNamesFileAndLine() {
        String text = router(istio("DestinationRule", "shop/api", RULE))
                .policy("c1/shop/web-1", "api.shop", 80, "")
                .toText();

        assertThat(text)
                .startsWith(
                        "outbound|80||api.shop.svc.cluster.local of c1/shop/web-1\n  rules [DestinationRule/shop/api]\n")
                .containsPattern("  connectionPool\\.tcp\\.maxConnections = 7"
                        + " <DestinationRule/shop/api spec\\.trafficPolicy\\.connectionPool\\.tcp\\.maxConnections"
                        + " \\[manifests-2\\.yaml:\\d+:\\d+]>\n")
                .contains("  loadBalancer.localityLbSetting = failover by region, zone, subzone"
                        + " <MeshConfig localityLbSetting>\n");
    }

    @Nested
    class OfOneMaking {
        @Test
        void theClusterIsTheOneThatCallsTake() {
            MeshRouter router = router(istio("DestinationRule", "shop/api", RULE));

            Cluster taken = router.decide(Call.get("http://api.shop/").from("web", "shop", "c1"))
                    .firstLeg()
                    .clusters()
                    .get(0)
                    .cluster()
                    .orElseThrow();

            assertThat(router.policy("c1/shop/web-1", "api", 80, "").cluster()).isEqualTo(taken);
            assertThat(taken.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
        }

        @Test
        void aGatewayTakesTheRulesOfItsOwnNamespace() {
            MeshRouter router = router(
                    istio("DestinationRule", "shop/api", RULE),
                    istio(
                            "DestinationRule",
                            "edge/api",
                            "{host: api.shop.svc.cluster.local, trafficPolicy: {loadBalancer: {simple: RANDOM}}}"),
                    pod("edge/gate-1", "10.0.0.8", "app: gate"));

            assertThat(router.policy("c1/edge/gate-1", MeshProxy.Kind.ROUTER, "api.shop", 80, "")
                            .setting("loadBalancer")
                            .orElseThrow())
                    .hasToString(
                            "loadBalancer = RANDOM <DestinationRule/edge/api spec.trafficPolicy.loadBalancer.simple"
                                    + " [manifests-3.yaml:5:81]>");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nobody | 80 |    | c1/shop/web-1 knows no service "nobody"
            api    | 99 |    | service api.shop.svc.cluster.local has no port 99; it has [80, 81, 82]
            api    | 80 | v9 | the rules of api.shop.svc.cluster.local have no subset "v9"; they have [v1, v2]
            """)
    void whatTheProxyDoesNotHaveIsNamed(String host, int port, String subset, String message) {
        assertThatThrownBy(() -> router(istio("DestinationRule", "shop/api", RULE))
                        .policy("c1/shop/web-1", host, port, subset == null ? "" : subset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
