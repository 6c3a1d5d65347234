package io.eastwest.routing.gateway;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.request;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked examples of istio-routes.md 3.7 and the traps about gateways. */
class GatewayExamplesTest {
    private static final String EDGE = "edge/edge";
    private static final String TOWN = service("edge/a", 1, "http 80")
            + service("edge/b", 2, "http 80")
            + service("edge/c", 3, "http 80")
            + pod("edge/edge", "10.1.0.9", "app: edge");

    private static String gateway(String key, String... servers) {
        return istio("Gateway", key, "{selector: {app: edge}, servers: [" + String.join(", ", servers) + "]}");
    }

    private static String http(String hosts) {
        return "{port: {number: 80, name: http, protocol: HTTP}, hosts: [" + hosts + "]}";
    }

    private static String vs(String hosts, String match, String to) {
        return "{hosts: [HOSTS], gateways: [gw], http: [{MATCH route: [{destination: {host: TO.edge.svc.cluster.local}}]}]}"
                .replace("HOSTS", hosts)
                .replace("MATCH", match.isEmpty() ? "" : "match: [" + match + "],")
                .replace("TO", to);
    }

    private static String get(SmallMesh mesh, String host, String path) {
        return mesh.gateway(EDGE, 80, host, path);
    }

    /** Row 1. */
    @Test
    void hostOutsideOfTheServerAndPathOutsideOfTheRuleAreNotFound() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("foo.bar")),
                rules("edge/a", vs("'*'", "{uri: {exact: /productpage}}", "a")));

        assertThat(get(mesh, "foo.bar", "/")).isEqualTo("404 NR");
        assertThat(get(mesh, "bad.bar", "/productpage")).isEqualTo("404 NR");
        assertThat(get(mesh, "foo.bar:1234", "/productpage")).isEqualTo("outbound|80||a.edge~");
    }

    /** Row 2. */
    @Test
    void wildcardServerServesOnlyTheHostsOfItsRules() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("'*.example.com'")),
                rules("edge/a", vs("a.example.com", "", "a")),
                rules("edge/b", vs("b.example.com", "", "b")));

        assertThat(get(mesh, "b.example.com", "/")).isEqualTo("outbound|80||b.edge~");
        assertThat(get(mesh, "c.example.com", "/")).isEqualTo("404 NR");
    }

    /** Row 3. */
    @Test
    void namespaceOfAServerHostLimitsItsRules() {
        String rule = vs("ns-1.example.com", "", "a").replace("[gw]", "[edge/gw]");

        assertThat(get(
                        SmallMesh.of(TOWN, gateway("edge/gw", http("'ns-1/*.example.com'")), rules("ns-1/a", rule)),
                        "ns-1.example.com",
                        "/"))
                .isEqualTo("outbound|80||a.edge~");
        assertThat(get(
                        SmallMesh.of(TOWN, gateway("edge/gw", http("'ns-1/*.example.com'")), rules("ns-2/a", rule)),
                        "ns-1.example.com",
                        "/"))
                .isEqualTo("404 NR");
        assertThat(get(
                        SmallMesh.of(
                                TOWN,
                                gateway("edge/gw", http("'./*.example.com'")),
                                rules("edge/a", vs("ns-1.example.com", "", "a"))),
                        "ns-1.example.com",
                        "/"))
                .isEqualTo("outbound|80||a.edge~");
    }

    /** Rows 4 to 6, trap 2. */
    @Test
    void rulesOfOneHostAreMergedWithCatchAllsLast() {
        SmallMesh first = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("'*'")),
                rules("edge/old@1", vs("foo.com, bar.com", "{uri: {prefix: /1}}, {uri: {prefix: /2}}", "a")),
                rules("edge/new@2", vs("foo.com", "{uri: {prefix: /foo}}", "b")));
        SmallMesh catchAll = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("'*'")),
                rules("edge/old@1", vs("foo.com", "{uri: {prefix: /}}", "a")),
                rules("edge/new@2", vs("foo.com", "{uri: {prefix: /api}}", "b")));
        SmallMesh inOrder = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("'*'")),
                rules("edge/old@1", vs("foo.com", "{uri: {prefix: /a}}", "a")),
                rules("edge/new@2", vs("foo.com", "{uri: {prefix: /a/b}}", "b")));

        assertThat(get(first, "foo.com", "/foo")).isEqualTo("outbound|80||b.edge~");
        assertThat(get(first, "bar.com", "/foo")).isEqualTo("404 NR");
        assertThat(get(first, "bar.com", "/2")).isEqualTo("outbound|80||a.edge~");
        assertThat(get(catchAll, "foo.com", "/api")).isEqualTo("outbound|80||b.edge~");
        assertThat(get(catchAll, "foo.com", "/")).isEqualTo("outbound|80||a.edge~");
        assertThat(get(inOrder, "foo.com", "/a/b")).isEqualTo("outbound|80||a.edge~");
    }

    /** Row 7 and traps 33 and 34. */
    @Test
    void redirectToHttpsCountsForAllServersOfTheHost() {
        String redirect =
                "{port: {number: 80, name: http, protocol: HTTP}, hosts: [foo.bar], tls: {httpsRedirect: true}}";
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway("edge/gw@1", redirect),
                gateway("edge/gw2@2", http("foo.bar")),
                rules("edge/a", vs("foo.bar", "", "a").replace("[gw]", "[gw2]")));
        SmallMesh twice = SmallMesh.of(
                TOWN,
                gateway("edge/gw@1", redirect),
                gateway("edge/gw2@2", redirect.replace("hosts: [foo.bar]", "hosts: [foo.bar, other.bar]")));

        assertThat(get(mesh, "foo.bar:8080", "/x?y=1")).isEqualTo("301 https://foo.bar:8080/x?y=1");
        assertThat(get(twice, "foo.bar", "/")).isEqualTo("301 https://foo.bar/");
        assertThat(get(twice, "other.bar", "/")).isEqualTo("404 NR");
    }

    /** Row 8. */
    @Test
    void portOfAMatchIsThatOfTheServer() {
        String edge = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: edge, namespace: edge}
            spec: {clusterIP: 10.96.0.50, selector: {app: edge}, ports: [{name: http, port: 80, targetPort: 8080}]}
            """;
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                edge,
                gateway("edge/gw", http("'*'")),
                rules("edge/a", vs("a.com", "{port: 80}", "a")),
                rules("edge/b", vs("b.com", "{port: 8080}", "b")));

        assertThat(mesh.gateway(EDGE, 8080, "a.com", "/")).isEqualTo("outbound|80||a.edge~");
        assertThat(mesh.gateway(EDGE, 8080, "b.com", "/")).isEqualTo("404 NR");
        assertThat(mesh.gateway(EDGE, 80, "a.com", "/")).isEqualTo("closed");
    }

    /** Row 9 and 3.4 rule 8. */
    @Test
    void wildcardRuleNarrowedByTheServerCompetesByOrder() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("portal.x")),
                rules("edge/portal", vs("portal.x", "", "a")),
                rules("edge/legacy", vs("'*.x'", "", "b")));

        assertThat(get(mesh, "portal.x", "/")).isEqualTo("outbound|80||b.edge~");
    }

    /** Trap 7. */
    @Test
    void sourceLabelsAreComparedWithTheGatewayPod() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("'*'")),
                rules("edge/a", vs("a.com", "{sourceLabels: {app: web}}", "a")),
                rules("edge/b", vs("b.com", "{sourceLabels: {app: edge}}", "b")),
                rules("edge/c", vs("c.com", "{sourceLabels: {app: web}, gateways: [gw]}", "c")));

        assertThat(get(mesh, "a.com", "/")).isEqualTo("404 NR");
        assertThat(get(mesh, "b.com", "/")).isEqualTo("outbound|80||b.edge~");
        assertThat(get(mesh, "c.com", "/")).isEqualTo("outbound|80||c.edge~");
    }

    /** Trap 32 and 3.3. */
    @Test
    void httpsServerServesOnlyItsOwnRules() {
        String server =
                "{port: {number: 443, name: NAME, protocol: HTTPS}, hosts: [HOST], tls: {mode: SIMPLE, credentialName:"
                        + " c}}";
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway(
                        "edge/gw",
                        server.replace("NAME", "a").replace("HOST", "a.com"),
                        server.replace("NAME", "b").replace("HOST", "b.com")),
                rules("edge/a", vs("a.com", "", "a")),
                rules("edge/b", vs("b.com", "", "b")));

        assertThat(https(mesh, "a.com", "a.com")).isEqualTo("outbound|80||a.edge~");
        assertThat(https(mesh, "a.com", "b.com")).isEqualTo("404 NR");
        assertThat(https(mesh, "c.com", "a.com")).isEqualTo("closed NR");
    }

    private static String https(SmallMesh mesh, String serverName, String host) {
        TlsClientHello hello = new TlsClientHello(Optional.of(serverName), List.of());
        return SmallMesh.text(mesh.gateway(EDGE, 443, Optional.of(hello), Optional.of(request("GET", host, "/"))));
    }

    /** 3.6: the first rule that fits decides, its TLS names are cut by nobody. */
    @Test
    void passthroughAndTcpServersUseTheirSections() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway(
                        "edge/gw",
                        "{port: {number: 443, name: tls, protocol: TLS}, hosts: ['*.com'], tls: {mode: PASSTHROUGH}}",
                        "{port: {number: 9000, name: tcp, protocol: TCP}, hosts: ['*']}"),
                rules("edge/a@1", """

                      hosts: [a.com, b.com]
                      gateways: [gw]
                      tls:
                      - {match: [{sniHosts: [a.com], port: 443}, {sniHosts: [b.com], port: 444}], route: [{destination: {host: a}}]}
                      tcp:
                      - {match: [{port: 9001}], route: [{destination: {host: a}}]}
                      - {match: [{port: 9000, sourceLabels: {app: nobody}, destinationSubnets: [1.2.3.4/32]}], route: [{destination: {host: b}}]}
                    """),
                rules("edge/b@2", """

                      hosts: [a.com, c.com]
                      gateways: [gw]
                      tls:
                      - {match: [{sniHosts: [a.com, d.com]}, {sniHosts: [c.com]}], route: [{destination: {host: c}}]}
                    """));

        assertThat(tls(mesh, 443, "a.com")).isEqualTo("outbound|80||a.edge~");
        assertThat(tls(mesh, 443, "b.com")).isEqualTo("closed NR");
        assertThat(tls(mesh, 443, "c.com")).isEqualTo("outbound|80||c.edge~");
        assertThat(tls(mesh, 443, "d.com")).isEqualTo("closed NR");
        assertThat(SmallMesh.text(mesh.gateway(EDGE, 9000, Optional.empty(), Optional.empty())))
                .isEqualTo("outbound|80||b.edge~");
    }

    private static String tls(SmallMesh mesh, int port, String serverName) {
        TlsClientHello hello = new TlsClientHello(Optional.of(serverName), List.of());
        return SmallMesh.text(mesh.gateway(EDGE, port, Optional.of(hello), Optional.empty()));
    }

    /** 3.2 rule 5. */
    @Test
    void serversOfOnePortMergeOrAreSkipped() {
        SmallMesh plain = SmallMesh.of(
                TOWN,
                gateway("edge/gw@1", http("a.com")),
                gateway("edge/gw2@2", "{port: {number: 80, name: grpc, protocol: GRPC}, hosts: [b.com]}"),
                gateway("edge/gw3@3", "{port: {number: 80, name: tcp, protocol: TCP}, hosts: ['*']}"),
                gateway(
                        "edge/gw4@4",
                        "{port: {number: 80, name: tls, protocol: TLS}, hosts: [t.com], tls: {mode: PASSTHROUGH}}"),
                gateway(
                        "edge/gw5@5",
                        "{port: {number: 80, name: http, protocol: HTTP}, hosts: [c.com], bind: 10.1.0.9}"),
                rules("edge/a", vs("a.com", "", "a")),
                rules("edge/b", vs("b.com", "", "b").replace("[gw]", "[gw2]")),
                rules("edge/c", vs("c.com", "", "c").replace("[gw]", "[gw5]")),
                rules(
                        "edge/t",
                        "{hosts: [t.com], gateways: [gw4], tls: [{match: [{sniHosts: [t.com]}], route: [{destination:"
                                + " {host: c}}]}]}"));

        assertThat(get(plain, "a.com", "/")).isEqualTo("outbound|80||a.edge~");
        assertThat(get(plain, "b.com", "/")).isEqualTo("outbound|80||b.edge~");
        assertThat(get(plain, "c.com", "/")).isEqualTo("404 NR");
        assertThat(tls(plain, 80, "t.com")).isEqualTo("closed DPE");
    }

    /** Trap 41. */
    @Test
    void wildcardEntryWithoutResolutionHasNoEndpointAtAGateway() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                gateway("edge/gw", http("'*'")),
                istio(
                        "ServiceEntry",
                        "edge/wild",
                        "{hosts: ['*.example.org'], resolution: NONE, ports: [{number: 80, name: http, protocol:"
                                + " HTTP}]}"),
                rules("edge/a", vs("a.com", "", "a").replace("a.edge.svc.cluster.local", "'*.example.org'")),
                rules("edge/b", vs("b.com", "", "a").replace("a.edge.svc.cluster.local", "x.example.org")));

        assertThat(get(mesh, "a.com", "/")).isEqualTo("503 UH");
        assertThat(get(mesh, "b.com", "/")).isEqualTo("503 NC outbound|80||x.example.org");
    }
}
