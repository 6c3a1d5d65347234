package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Services that share a port number or a hostname, and names that are resolved on demand. */
class AlikeServicesTest {
    private static final String CALLER = pod("bank/teller-1", "10.0.0.1", "app: teller");

    private static String plain(String name, String ports) {
        return """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: NAME, namespace: bank}
            spec: {clusterIP: 10.96.0.9, selector: {app: NAME}, ports: [PORTS]}
            """.replace("NAME", name).replace("PORTS", ports)
                + pod("bank/" + name + "-1", "10.0.0.9", "app: " + name);
    }

    @Nested
    class WhenUdpHasTheSameNumber {
        @Test
        void tcpIsServedThoughUdpIsDeclaredFirst() {
            SmallMesh mesh = SmallMesh.of(
                    CALLER,
                    plain(
                            "names",
                            "{name: udp-names, port: 5353, protocol: UDP}, {name: tcp-names, port: 5353, protocol: TCP}"));

            assertThat(mesh.tcp("bank/teller-1", "10.96.0.9:5353")).isEqualTo("outbound|5353||names.bank~");
        }

        @Test
        void rulesForAServiceWithoutTcpPortHoldForItsFullNameOnly() {
            SmallMesh mesh = SmallMesh.of(
                    CALLER,
                    service("bank/ledger", 2, "http 80"),
                    plain("beacon", "{name: beat, port: 80, protocol: UDP}"),
                    rules("bank/beacon", "{hosts: [beacon], http: [{route: [{destination: {host: ledger}}]}]}"));

            assertThat(mesh.get("bank/teller-1", "10.96.0.2:80", "beacon.bank.svc.cluster.local", "/"))
                    .isEqualTo("outbound|80||ledger.bank~");
            assertThat(mesh.get("bank/teller-1", "10.96.0.2:80", "beacon", "/")).isEqualTo("PassthroughCluster");
        }
    }

    @Nested
    class WhenTwoServiceEntriesDeclareAHost {
        private static String entry(String key, String more) {
            return istio(
                    "ServiceEntry",
                    key,
                    "{hosts: [pay.example], addresses: [240.1.1.1], resolution: NONE, location: MESH_EXTERNAL, " + more
                            + "}");
        }

        private final SmallMesh mesh = SmallMesh.of(
                CALLER,
                entry(
                        "bank/older@1",
                        "ports: [{number: 443, name: tcp, protocol: TCP}], subjectAltNames: [old.example]"),
                entry(
                        "bank/younger@2",
                        "ports: [{number: 444, name: tcp-b, protocol: TCP, targetPort: 1444}],"
                                + " subjectAltNames: [new.example]"),
                istio("DestinationRule", "bank/pay", "{host: pay.example, trafficPolicy: {tls: {mode: SIMPLE}}}"));

        private Cluster cluster(int port) {
            return mesh.sidecar("bank/teller-1", "240.1.1.1:" + port, Optional.empty(), Optional.empty())
                    .clusters()
                    .get(0)
                    .cluster()
                    .orElseThrow();
        }

        @Test
        void theNamesOfTheYoungerAreExpected() {
            assertThat(cluster(443).tls().subjectAltNames()).containsExactly("new.example");
        }

        @Test
        void aPortThatTheYoungerAddsKeepsTheNumberDialled() {
            assertThat(cluster(444).upstreamPort()).isEmpty();
        }
    }

    @Nested
    class WhenNamesAreResolvedOnDemand {
        private final HandMadeView view = new HandMadeView()
                .with(Meshes.service()
                        .hostname("*.wild.example")
                        .resolution(Resolution.DYNAMIC_DNS)
                        .trafficDistribution(TrafficDistribution.PREFER_SAME_ZONE)
                        .ports(List.of(new MeshServicePort("tls", 443, PortProtocol.TLS, "")))
                        .build());

        private Cluster cluster(String name) {
            MeshProxy gateway = Meshes.proxy().kind(MeshProxy.Kind.ROUTER).build();
            return ClusterFactory.of(ProxyScopes.of(view, List.of()).scope(gateway))
                    .cluster(name)
                    .orElseThrow();
        }

        @Test
        void connectionsFromOtherNetworksFindNoEndpoints() {
            assertThat(cluster("outbound|443||*.wild.example").type()).isEqualTo(ClusterType.DYNAMIC_FORWARD_PROXY);
            assertThat(cluster("outbound_.443_._.*.wild.example").type()).isEqualTo(ClusterType.EDS);
        }

        @Test
        void thereIsNoThresholdOfPanic() {
            assertThat(cluster("outbound|443||*.wild.example").panicThreshold()).isEmpty();
        }
    }
}
