package io.eastwest.routing.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.SmallMesh;
import org.junit.jupiter.api.Test;

class HashWeightsTest {
    private static final String ENTRY = """
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: far, namespace: shop}
            spec:
              hosts: [far.example.com]
              addresses: [192.0.2.9]
              resolution: STATIC
              ports: [{number: 80, name: http, protocol: HTTP}]
              endpoints:
              - {address: 198.51.100.1, weight: 2147483647, locality: r/z1}
              - {address: 198.51.100.2, weight: 2147483647, locality: r/z1}
              - {address: 198.51.100.3, weight: LAST, locality: r/PLACE}
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: far, namespace: shop}
            spec: {host: far.example.com, trafficPolicy: {loadBalancer: LB}}
            """;

    private static void ask(String loadBalancer, String last, String place) {
        MeshRouter router = MeshRouter.of(SmallMesh.snapshot(
                SmallMesh.pod("shop/client", "10.1.0.1", "app: client"),
                ENTRY.replace("LAST", last).replace("LB", loadBalancer).replace("PLACE", place)));
        assertThat(router.decide(Call.get("http://far.example.com/").from("client", "shop", "c1"))
                        .isForwarded())
                .isTrue();
    }

    @Test
    void aRingTakesTheLargestSum() {
        assertThatCode(() -> ask("{consistentHash: {useSourceIp: true}}", "1", "z1"))
                .doesNotThrowAnyException();
    }

    @Test
    void aRingOfALargerSumIsRefused() {
        assertThatThrownBy(() -> ask("{consistentHash: {useSourceIp: true}}", "2", "z1"))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("endpoints of priority 0 add up to 4294967296");
    }

    @Test
    void localitiesOfOnePriorityAreSummedToo() {
        String weighted =
                "{consistentHash: {useSourceIp: true}, localityLbSetting: {failover: [{from: east, to: west}]}},"
                        + " outlierDetection: {}";
        assertThatThrownBy(() -> ask(weighted, "2", "z2"))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("localities of priority 0 add up to 4294967296");
    }

    @Test
    void otherBalancersTakeAnySum() {
        assertThatCode(() -> ask("{simple: ROUND_ROBIN}", "2147483647", "z1")).doesNotThrowAnyException();
    }
}
