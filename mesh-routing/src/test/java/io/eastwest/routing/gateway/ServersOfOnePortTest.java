package io.eastwest.routing.gateway;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.request;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyLeg;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listeners of servers that share a port: istio-routes.md 3.2, 3.3 and 3.6. */
class ServersOfOnePortTest {
    private static final String ANY = "10.9.9.9";
    private static final String OWN = "10.1.0.8";
    private static final String SIMPLE = "tls: {mode: SIMPLE, credentialName: c}";

    private static SmallMesh mesh(String... manifests) {
        String[] all = new String[manifests.length + 1];
        all[0] = service("edge/a", 1, "http 80") + service("edge/b", 2, "http 80") + pod("edge/edge", OWN, "app: edge");
        System.arraycopy(manifests, 0, all, 1, manifests.length);
        return SmallMesh.of(all);
    }

    private static String gateway(String key, String... servers) {
        return istio("Gateway", key, "{selector: {app: edge}, servers: [" + String.join(", ", servers) + "]}");
    }

    private static String server(String name, String protocol, int port, String host, String more) {
        return "{port: {number: PORT, name: NAME, protocol: PROTOCOL}, hosts: [HOST]MORE}"
                .replace("PORT", Integer.toString(port))
                .replace("NAME", name)
                .replace("PROTOCOL", protocol)
                .replace("HOST", "'" + host + "'")
                .replace("MORE", more.isEmpty() ? "" : ", " + more);
    }

    private static String to(String gateway, String host, String kind, String to) {
        String match = kind.equals("tls") ? "match: [{sniHosts: ['" + host + "']}], " : "";
        return rules(
                "edge/" + gateway + "-" + kind + "-" + to,
                "{hosts: ['" + host + "'], gateways: [" + gateway + "], " + kind + ": [{" + match
                        + "route: [{destination: {host: " + to + ".edge.svc.cluster.local}}]}]}");
    }

    private static String get(SmallMesh mesh, String address, String host) {
        return answer(mesh, address, 80, Optional.empty(), host);
    }

    private static String https(SmallMesh mesh, String address, String host) {
        return answer(mesh, address, 443, Optional.of(new TlsClientHello(Optional.of(host), List.of())), host);
    }

    private static String answer(SmallMesh mesh, String address, int port, Optional<TlsClientHello> tls, String host) {
        Connection connection = Connection.builder()
                .destinationAddress(address)
                .destinationPort(port)
                .tls(tls)
                .build();
        return SmallMesh.text(mesh.router()
                .proxy("c1/edge/edge")
                .gateway(connection, Optional.of(request("GET", host, "/")), endpoint -> false, TraceSink.NONE));
    }

    private static List<ProxyListener> listeners(SmallMesh mesh) {
        return mesh.router().proxy("c1/edge/edge").resources(ProxyLeg.GATEWAY).outboundListeners();
    }

    @Nested
    class InPlaintext {
        @Test
        void thoseOfAnAddressAreAListenerOfTheirOwn() {
            String bound = "bind: " + OWN;
            SmallMesh mesh = mesh(
                    gateway("edge/g1@1", server("http", "HTTP", 80, "a.com", "")),
                    gateway("edge/g2@2", server("http", "HTTP", 80, "b.com", bound)),
                    gateway("edge/g3@3", server("http", "HTTP", 80, "c.com", bound)),
                    gateway("edge/g4@4", server("http", "HTTP", 80, "d.com", "")),
                    to("g1", "a.com", "http", "a"),
                    to("g2", "b.com", "http", "b"),
                    to("g3", "c.com", "http", "a"),
                    to("g4", "d.com", "http", "b"));

            assertThat(get(mesh, ANY, "a.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(get(mesh, ANY, "b.com")).isEqualTo("404 NR");
            assertThat(get(mesh, ANY, "d.com")).isEqualTo("outbound|80||b.edge~");
            assertThat(get(mesh, OWN, "a.com")).isEqualTo("404 NR");
            assertThat(get(mesh, OWN, "b.com")).isEqualTo("outbound|80||b.edge~");
            assertThat(get(mesh, OWN, "c.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(listeners(mesh)).extracting(ProxyListener::name).containsExactly("0.0.0.0_80", OWN + "_80");
        }

        @Test
        void onlyTheFirstOfBytesIsServed() {
            SmallMesh mesh = mesh(
                    gateway("edge/g1@1", server("tcp", "TCP", 9000, "*", "")),
                    gateway("edge/g2@2", server("tcp", "TCP", 9000, "*", "")),
                    gateway("edge/g3@3", server("http", "HTTP", 9000, "*", "")),
                    gateway("edge/g4@4", server("tcp", "TCP", 9000, "*", "bind: " + OWN)),
                    to("g1", "*", "tcp", "a"),
                    to("g2", "*", "tcp", "b"),
                    to("g4", "*", "tcp", "b"));

            assertThat(listeners(mesh))
                    .extracting(each -> each.filterChains().size())
                    .containsExactly(1, 1);
            assertThat(answer(mesh, ANY, 9000, Optional.empty(), "any")).isEqualTo("outbound|80||a.edge~");
            assertThat(answer(mesh, OWN, 9000, Optional.empty(), "any")).isEqualTo("outbound|80||b.edge~");
        }

        @Test
        void oneBehindServersOfTlsTakesWhatTheyLeave() {
            SmallMesh mesh = mesh(
                    gateway("edge/g1@1", server("https", "HTTPS", 443, "a.com", SIMPLE)),
                    gateway("edge/g2@2", server("http", "HTTP", 443, "b.com", "")),
                    to("g1", "a.com", "http", "a"),
                    to("g2", "b.com", "http", "b"));

            assertThat(https(mesh, ANY, "a.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(answer(mesh, ANY, 443, Optional.empty(), "b.com")).isEqualTo("outbound|80||b.edge~");
            assertThat(listeners(mesh))
                    .singleElement()
                    .satisfies(each -> assertThat(each.filterChains()).hasSize(2));
        }

        @ParameterizedTest
        @CsvSource({"2001:db8::8, ::", "10.1.0.8, 0.0.0.0"})
        void listenOnAllAddressesOfTheFamilyOfThePod(String address, String bind) {
            SmallMesh mesh = SmallMesh.of(
                    pod("edge/edge", "'" + address + "'", "app: edge"),
                    gateway("edge/g1", server("http", "HTTP", 8080, "*", "")));

            assertThat(listeners(mesh)).extracting(ProxyListener::name).containsExactly(bind + "_8080");
        }

        @Test
        void nobodyLooksForTlsInThem() {
            SmallMesh mesh = mesh(gateway(
                    "edge/g1", server("http", "HTTP", 80, "*", ""), server("https", "HTTPS", 443, "*", SIMPLE)));

            assertThat(listeners(mesh))
                    .extracting(each -> each.port() + " " + each.detectsTls())
                    .containsExactly("80 false", "443 true");
        }
    }

    @Nested
    class WithTls {
        @Test
        void aHostIsThatOfTheFirstServerAndTheLaterOneIsSkippedAsAWhole() {
            SmallMesh mesh = mesh(
                    gateway("edge/g1@1", server("one", "HTTPS", 443, "a.com", SIMPLE)),
                    gateway(
                            "edge/g2@2",
                            server("two", "HTTPS", 443, "b.com", SIMPLE).replace("'b.com'", "'b.com', 'a.com'")),
                    to("g1", "a.com", "http", "a"),
                    to("g2", "b.com", "http", "b"));

            assertThat(https(mesh, ANY, "a.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(https(mesh, ANY, "b.com")).isEqualTo("closed NR");
        }

        @Test
        void aHostMayBeOfTwoServersOnTwoAddresses() {
            SmallMesh mesh = mesh(
                    gateway("edge/g1@1", server("one", "HTTPS", 443, "a.com", SIMPLE)),
                    gateway("edge/g2@2", server("two", "HTTPS", 443, "a.com", SIMPLE + ", bind: " + OWN)),
                    to("g1", "a.com", "http", "a"),
                    to("g2", "a.com", "http", "b"));

            assertThat(https(mesh, ANY, "a.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(https(mesh, OWN, "a.com")).isEqualTo("outbound|80||b.edge~");
        }

        @Test
        void theSecondOfOneNameInOneGatewayIsSkipped() {
            SmallMesh mesh = mesh(
                    gateway(
                            "edge/g1",
                            server("same", "HTTPS", 443, "a.com", SIMPLE),
                            server("same", "HTTPS", 443, "b.com", SIMPLE)),
                    to("g1", "a.com", "http", "a"),
                    to("g1", "b.com", "http", "b"));

            assertThat(https(mesh, ANY, "a.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(https(mesh, ANY, "b.com")).isEqualTo("closed NR");
        }

        @Test
        void thatAreTerminatedAndPassedOnStandSideBySide() {
            SmallMesh mesh = mesh(
                    gateway(
                            "edge/g1",
                            server("bytes", "TLS", 443, "a.com", SIMPLE),
                            server("pass", "TLS", 443, "b.com", "tls: {mode: PASSTHROUGH}"),
                            server("https", "HTTPS", 443, "c.com", SIMPLE)),
                    to("g1", "a.com", "tcp", "a"),
                    to("g1", "b.com", "tls", "b"),
                    to("g1", "c.com", "http", "b"));

            assertThat(https(mesh, ANY, "a.com")).isEqualTo("outbound|80||a.edge~");
            assertThat(https(mesh, ANY, "b.com")).isEqualTo("outbound|80||b.edge~");
            assertThat(https(mesh, ANY, "c.com")).isEqualTo("outbound|80||b.edge~");
        }

        @Test
        void tlsRulesOfVirtualServicesAreNotForThoseThatAreTerminated() {
            SmallMesh mesh = mesh(
                    gateway("edge/g1", server("bytes", "TLS", 443, "a.com", SIMPLE)), to("g1", "a.com", "tls", "a"));

            assertThat(listeners(mesh)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({
            "SIMPLE, NONE, false",
            "MUTUAL, REQUIRED, false",
            "OPTIONAL_MUTUAL, OPTIONAL, false",
            "ISTIO_MUTUAL, REQUIRED, true"
        })
        void askForACertificateAsTheModeSays(String mode, ClientCertificate client, boolean ofMesh) {
            String tls = "tls: {mode: " + mode + ", credentialName: c, subjectAltNames: [spiffe://x]}";
            SmallMesh mesh = mesh(gateway("edge/g1", server("https", "HTTPS", 443, "a.com", tls)));

            assertThat(listeners(mesh).get(0).filterChains().get(0).tls())
                    .contains(DownstreamTls.builder()
                            .clientCertificate(client)
                            .meshCertificates(ofMesh)
                            .certificate(ofMesh ? Optional.empty() : Optional.of("c"))
                            .addSubjectAltName("spiffe://x")
                            .build());
        }
    }

    @Nested
    class BehindServices {
        private static final String TWO = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: front, namespace: edge, labels: {LABEL: "true"}, creationTimestamp: "2026-01-01T00:00:00Z"}
            spec: {clusterIP: 10.96.0.50, selector: {app: edge}, ports: [{name: http, port: 80, targetPort: 8080}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: second, namespace: edge, creationTimestamp: "2026-01-02T00:00:00Z"}
            spec: {clusterIP: 10.96.0.51, selector: {app: edge}, ports: [{name: http, port: 80, targetPort: 8081}]}
            """;

        @ParameterizedTest
        @CsvSource({"any, 8080", "experimental.istio.io/disable-gateway-port-translation, 8081"})
        void listenWhereTheFirstThatTranslatesLeads(String label, int port) {
            SmallMesh mesh = mesh(TWO.replace("LABEL", label), gateway("edge/g1", server("http", "HTTP", 80, "*", "")));

            assertThat(listeners(mesh)).extracting(ProxyListener::port).containsExactly(port);
        }

        @Test
        void listenOnTheirOwnPortWhereNoneTranslates() {
            SmallMesh mesh =
                    mesh(TWO.replace("LABEL", "any"), gateway("edge/g1", server("http", "HTTP", 8888, "*", "")));

            assertThat(listeners(mesh)).extracting(ProxyListener::port).containsExactly(8888);
        }
    }
}
