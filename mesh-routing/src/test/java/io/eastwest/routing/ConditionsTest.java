package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be broken, made by name. */
class ConditionsTest {
    @Test
    void everyKindIsMadeByItsName() {
        List<Conditions> made = List.of(
                Conditions.endpointDown("10.0.0.1:80"),
                Conditions.podDown("c1/shop/web-1"),
                Conditions.workloadDown("c1", "shop", "web"),
                Conditions.nodeDown("c1", "node-1"),
                Conditions.localityDown("r1/z1"),
                Conditions.clusterDown("c1"),
                Conditions.networkDown("n1"),
                Conditions.gatewayDown("203.0.113.1"),
                Conditions.gatewaysDown("n1"),
                Conditions.linkCut("n1", "n2"),
                Conditions.controlPlaneDown("c1"),
                Conditions.certificateExpired("c1", "shop", "web"),
                Conditions.authorityExpired("c1"),
                Conditions.hostEjected("c1/shop/web-1", "outbound|80||api.shop", "10.0.0.1:80"),
                Conditions.endpointJoined("10.0.0.1:80", Duration.ofSeconds(30)));

        assertThat(made)
                .extracting(Conditions::notation)
                .containsExactly(
                        "endpoint 10.0.0.1:80 down",
                        "pod c1/shop/web-1 down",
                        "workload c1/shop/web down",
                        "node c1/node-1 down",
                        "zone r1/z1 down",
                        "cluster c1 down",
                        "network n1 down",
                        "gateway 203.0.113.1 down",
                        "gateways n1 down",
                        "link n1 n2 cut",
                        "control-plane c1 down",
                        "certificate c1/shop/web expired",
                        "authority c1 expired",
                        "host c1/shop/web-1 outbound|80||api.shop 10.0.0.1:80 ejected",
                        "joined 10.0.0.1:80 30s ago");
        assertThat(made).allSatisfy(each -> assertThat(each.all()).hasSize(1));
    }

    @Test
    void healthIsNeutral() {
        Conditions one = Conditions.podDown("c1/shop/web-1");
        Conditions two = Conditions.clusterDown("c2");

        assertThat(one.and(Conditions.healthy())).isEqualTo(one);
        assertThat(Conditions.healthy().and(one)).isEqualTo(one);
        assertThat(one.and(two).all())
                .containsExactly(new Condition.PodDown("c1/shop/web-1"), new Condition.ClusterDown("c2"));
        assertThat(one.and(two)).isEqualTo(two.and(one)).hasToString("pod c1/shop/web-1 is down, cluster c2 is down");
        assertThat(Conditions.healthy()).hasToString("nothing is broken");
    }
}
