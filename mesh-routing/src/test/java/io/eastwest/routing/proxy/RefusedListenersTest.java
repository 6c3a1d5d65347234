package io.eastwest.routing.proxy;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Listeners that Envoy does not take are not there: what was for them goes on as if they were unknown. */
class RefusedListenersTest {
    private static final String TOWN = service("town/a", 1, "tls 443", "tcp 9000")
            + service("town/b", 2, "tls 443", "tcp 9000")
            + pod("town/client", "10.1.0.1", "app: client");

    private static ProxyAnswer tls(SmallMesh mesh, String to, String serverName) {
        return mesh.sidecar(
                "town/client",
                to,
                Optional.of(new TlsClientHello(Optional.of(serverName), List.of())),
                Optional.empty());
    }

    @Test
    void twoChainsForOneServerNameRefuseTheListener() {
        SmallMesh mesh = SmallMesh.of(TOWN, rules("town/a", """

              hosts: [a]
              tls:
              - {match: [{sniHosts: [x.a, y.a]}], route: [{destination: {host: a}}]}
              - {match: [{sniHosts: [y.a]}], route: [{destination: {host: b}}]}
            """));

        ProxyAnswer answer = tls(mesh, "10.96.0.1:443", "x.a");

        assertThat(SmallMesh.text(answer)).isEqualTo("PassthroughCluster");
        assertThat(answer.listener()).contains("virtualOutbound");
        assertThat(answer.findings()).anyMatch(finding -> finding.startsWith("Envoy refuses listener 10.96.0.1_443"));
        assertThat(SmallMesh.text(tls(mesh, "10.96.0.2:443", "x.a"))).isEqualTo("outbound|443||b.town~");
    }

    @Test
    void oneChainEachDoesNot() {
        SmallMesh mesh = SmallMesh.of(TOWN, rules("town/a", """

              hosts: [a]
              tls:
              - {match: [{sniHosts: [x.a]}], route: [{destination: {host: a}}]}
              - {match: [{sniHosts: [y.a]}, {sniHosts: [x.a]}], route: [{destination: {host: b}}]}
            """));

        assertThat(SmallMesh.text(tls(mesh, "10.96.0.1:443", "x.a"))).isEqualTo("outbound|443||a.town~");
        assertThat(SmallMesh.text(tls(mesh, "10.96.0.1:443", "y.a"))).isEqualTo("outbound|443||b.town~");
    }

    @Test
    void wildcardWithinALabelRefusesTheListener() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                rules(
                        "town/a",
                        "{hosts: [a], tls: [{match: [{sniHosts: ['*-x.a']}], route: [{destination: {host: a}}]}]}"));

        assertThat(SmallMesh.text(tls(mesh, "10.96.0.1:443", "1-x.a"))).isEqualTo("PassthroughCluster");
    }

    @Test
    void sameSubnetsTwiceRefuseTheListener() {
        String two = """

              hosts: [a]
              tcp:
              - {match: [{destinationSubnets: [10.96.0.1/24]}], route: [{destination: {host: a}}]}
              - {match: [{destinationSubnets: [10.96.0.9/SECOND]}], route: [{destination: {host: b}}]}
            """;

        assertThat(SmallMesh.of(TOWN, rules("town/a", two.replace("SECOND", "24")))
                        .tcp("town/client", "10.96.0.1:9000"))
                .isEqualTo("PassthroughCluster");
        assertThat(SmallMesh.of(TOWN, rules("town/a", two.replace("SECOND", "32")))
                        .tcp("town/client", "10.96.0.1:9000"))
                .isEqualTo("outbound|9000||a.town~");
    }

    @Test
    void destinationsWithoutWeightRefuseTheListener() {
        String rule =
                "{hosts: [a], tcp: [{route: [{destination: {host: a}, weight: 0}, {destination: {host: b}, weight:"
                        + " 0}]}]}";

        assertThat(SmallMesh.of(TOWN, rules("town/a", rule)).tcp("town/client", "10.96.0.1:9000"))
                .isEqualTo("PassthroughCluster");
    }

    /** Mirrors istio 1.30.3 pilot/pkg/networking/core/listener.go:conflictsWith: bits behind the prefix do not count. */
    @Test
    void ofTwoServicesWithOneRangeTheOlderKeepsIt() {
        String entry = """

              hosts: [HOST]
              addresses: [RANGE]
              resolution: NONE
              ports: [{number: 9443, name: tcp, protocol: TCP}]
            """;
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                istio(
                        "ServiceEntry",
                        "town/a@1",
                        entry.replace("HOST", "a.example").replace("RANGE", "10.20.1.0/16")),
                istio(
                        "ServiceEntry",
                        "town/b@2",
                        entry.replace("HOST", "b.example").replace("RANGE", "10.20.2.0/16")),
                istio(
                        "ServiceEntry",
                        "town/c@3",
                        entry.replace("HOST", "c.example").replace("RANGE", "10.21.0.0/16")));

        assertThat(mesh.tcp("town/client", "10.20.2.7:9443")).isEqualTo("outbound|9443||a.example");
        assertThat(mesh.tcp("town/client", "10.21.2.7:9443")).isEqualTo("outbound|9443||c.example");
    }
}
