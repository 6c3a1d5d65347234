package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.view.MeshProxy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies that a waypoint has in effect. */
class WaypointPolicyTest {
    private static final String WAYPOINT = "c1/foo/wp-1";
    private static final String RULE = """

              host: svc
              trafficPolicy:
                connectionPool: {tcp: {maxConnections: 7}}
                tls: {mode: ISTIO_MUTUAL}
                portLevelSettings:
                - port: {number: 9090}
                  loadBalancer: {simple: RANDOM}
              subsets:
              - name: v1
                labels: {app: a}
                trafficPolicy: {outlierDetection: {interval: 20s}}
            """;

    private static MeshRouter router(String... more) {
        return AmbientMesh.with(Stream.concat(
                                Stream.of(
                                        Waypoints.waypoint(),
                                        Waypoints.service(),
                                        SmallMesh.istio("DestinationRule", "foo/svc", RULE)),
                                Stream.of(more))
                        .toArray(String[]::new))
                .router();
    }

    private static PolicyAnswer policy(String host, int port, String subset) {
        return router().policy(WAYPOINT, MeshProxy.Kind.WAYPOINT, host, port, subset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            80   |    | connectionPool.tcp.maxConnections | 7 DESTINATION_RULE spec.trafficPolicy.connectionPool.tcp.maxConnections
            80   |    | loadBalancer                      | LEAST_REQUEST ISTIOD_DEFAULT -
            80   |    | tls.mode                          | NONE ISTIOD_DEFAULT -
            80   |    | tls.sni                           | none ISTIOD_DEFAULT -
            9090 |    | loadBalancer                      | RANDOM DESTINATION_RULE spec.trafficPolicy.portLevelSettings[0].loadBalancer.simple
            9090 |    | connectionPool.tcp.maxConnections | unlimited ISTIOD_DEFAULT -
            80   | v1 | outlierDetection.interval         | 20s DESTINATION_RULE spec.subsets[0].trafficPolicy.outlierDetection.interval
            """)
    void eachSettingTellsWhereItIsWritten(int port, String subset, String name, String told) {
        PolicyAnswer answer = policy("svc", port, subset == null ? "" : subset);

        assertThat(answer.setting(name))
                .hasValueSatisfying(setting -> assertThat(
                                setting.text() + " " + setting.source().kind() + " "
                                        + setting.source()
                                                .origin()
                                                .map(each -> each.path())
                                                .orElse("-"))
                        .isEqualTo(told));
    }

    @Test
    void theClusterIsTheOneThatCallsTake() {
        MeshRouter router = router();
        PolicyAnswer answer = router.policy(WAYPOINT, MeshProxy.Kind.WAYPOINT, "svc", 80, "");

        assertThat(answer.cluster().name()).isEqualTo("inbound-vip|80|http|svc.foo.svc.cluster.local");
        assertThat(answer.cluster().assignment()).isNotEmpty();
        assertThat(policy("svc", 9090, "").cluster().name())
                .isEqualTo("inbound-vip|9090|tcp|svc.foo.svc.cluster.local");
        assertThat(policy("svc", 80, "v1").cluster().name())
                .isEqualTo("inbound-vip|80|http/v1|svc.foo.svc.cluster.local");
    }

    @Test
    void aHostThatAnotherServesHasTheClusterOfASidecar() {
        assertThat(policy("car.side", 80, "").cluster().name()).isEqualTo("outbound|80||car.side.svc.cluster.local");
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> policy("svc", 80, "v9"))
                .hasMessage("the rules of svc.foo.svc.cluster.local have no subset \"v9\"; they have [v1]");
        assertThatThrownBy(() -> router().policy(AmbientMesh.APP, MeshProxy.Kind.WAYPOINT, "svc", 80, ""))
                .hasMessage("pod \"c1/foo/app-1\" is no waypoint");
    }
}
