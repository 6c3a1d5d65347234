package io.eastwest.routing.waypoint;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.trace.TraceSink;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for connections at a waypoint: port 9090 of {@code foo/svc} is plain TCP. */
class WaypointTcpRulesTest {
    private static final String OWN = "inbound-vip|9090|tcp|svc.foo~";
    private static final String OTHER = "outbound|80||car.side~";
    private static final String ROUTE =
            "route: [{destination: {host: car.side.svc.cluster.local, port: {number: 80}}}]";
    private static final String NAME = "svc.foo.svc.cluster.local";

    private static String virtualService(String namespace, String name, String rules) {
        return SmallMesh.istio("VirtualService", namespace + "/" + name, "{hosts: [" + NAME + "], " + rules + "}");
    }

    private static String ask(String... rules) {
        String[] all = new String[rules.length + 2];
        all[0] = Waypoints.waypoint();
        all[1] = Waypoints.service();
        System.arraycopy(rules, 0, all, 2, rules.length);
        Connection connection = Connection.builder()
                .sourceAddress("10.0.1.1")
                .destinationAddress("10.96.0.10")
                .destinationPort(9090)
                .peer(new Peer(WEB))
                .build();
        return SmallMesh.text(AmbientMesh.with(all)
                .router()
                .proxy("c1/foo/wp-1")
                .waypoint(connection, Optional.empty(), EndpointConditions.HEALTHY, TraceSink.NONE));
    }

    private static String tcp(String match) {
        return virtualService("foo", "svc", "tcp: [{match: [" + match + "], " + ROUTE + "}]");
    }

    private static String tls(String match) {
        return virtualService("foo", "svc", "tls: [{match: [" + match + "], " + ROUTE + "}]");
    }

    @Test
    void withoutRulesConnectionsGoToTheService() {
        assertThat(ask()).isEqualTo(OWN);
    }

    @Nested
    class OfTcp {
        @Test
        void leadElsewhere() {
            assertThat(ask(virtualService("foo", "svc", "tcp: [{" + ROUTE + "}]")))
                    .isEqualTo(OTHER);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{port: 9090}",
                    "{gateways: [mesh]}",
                    "{gateways: [x, mesh]}",
                    "{port: 80}, {port: 9090}",
                    "{sourceNamespace: ''}"
                })
        void holdForTheirPortAndTheMesh(String match) {
            assertThat(ask(tcp(match))).isEqualTo(OTHER);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{port: 80}", "{gateways: [x]}", "{sourceLabels: {app: web}}", "{sourceNamespace: bar}"})
        void holdNowhereWhenTheyLookAtTheCaller(String match) {
            assertThat(ask(tcp(match))).isEqualTo(OWN);
        }

        @Test
        void ofANamespaceOfNeitherHaveNoEffect() {
            assertThat(ask(virtualService("bar", "svc", "tcp: [{" + ROUTE + "}]")))
                    .isEqualTo(OWN);
        }
    }

    @Nested
    class OfTls {
        @Test
        void comeBeforeThoseOfTcpWithoutAnyName() {
            String back = "route: [{destination: {host: " + NAME + ", port: {number: 80}}}]";

            assertThat(ask(virtualService(
                            "foo",
                            "svc",
                            "tcp: [{" + back + "}], tls: [{match: [{sniHosts: [" + NAME + "]}], " + ROUTE + "}]")))
                    .isEqualTo(OTHER);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ", port: 9090", ", gateways: [mesh]", ", sourceNamespace: ''"})
        void holdForTheNameOfTheService(String further) {
            assertThat(ask(tls("{sniHosts: [" + NAME + "]" + further + "}"))).isEqualTo(OTHER);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "sniHosts: [other]",
                    "sniHosts: [" + NAME + ", other]",
                    "sniHosts: [" + NAME + "], port: 80",
                    "sniHosts: [" + NAME + "], gateways: [x]",
                    "sniHosts: [" + NAME + "], sourceLabels: {app: web}",
                    "sniHosts: [" + NAME + "], sourceNamespace: bar"
                })
        void holdForNothingElse(String match) {
            assertThat(ask(tls("{" + match + "}"))).isEqualTo(OWN);
        }
    }
}
