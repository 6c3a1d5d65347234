package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import org.junit.jupiter.api.Test;

/** The worked examples of istio-routes.md 2.7 and the spellings of 7.8 and 7.9. */
class HostExamplesTest {
    private static final String CLIENT = "town/client";
    private static final String KNOWN = "known.town.svc.cluster.local";
    private static final String TOWN = service("town/known", 1, "http 80", "http-more 8080", "auto 9000")
            + service("town/alt", 2, "http 80", "http-more 8080")
            + service("town/one", 3, "http 80")
            + service("town/two", 4, "http 80")
            + pod("town/client", "10.1.0.1", "app: client")
            + pod("web/client", "10.1.0.2", "app: client");

    private static String to(String hosts, String destination) {
        return "{hosts: [" + hosts + "], http: [{route: [{destination: {host: " + destination + "}}]}]}";
    }

    private static String get(SmallMesh mesh, String host) {
        return mesh.get(CLIENT, "10.96.0.1:80", host, "/");
    }

    /** Row 1, trap 1. */
    @Test
    void oldestRuleOfAHostWinsEntirely() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                rules("town/new@2", to("known", "two")),
                rules(
                        "town/old@1",
                        "{hosts: [known], http: [{match: [{uri: {prefix: /a}}], route: [{destination: {host:"
                                + " one}}]}]}"));

        assertThat(mesh.get(CLIENT, "10.96.0.1:80", "known", "/a")).isEqualTo("outbound|80||one.town~");
        assertThat(mesh.get(CLIENT, "10.96.0.1:80", "known", "/b")).isEqualTo("404 NR");
    }

    /** Rows 2 and 4, trap 36. */
    @Test
    void wildcardRuleGetsTheServicesThatNoExactRuleNames() {
        String wild = rules("town/wild@1", to("'*.cluster.local'", "two"));
        SmallMesh mesh = SmallMesh.of(TOWN, wild, rules("town/exact@2", to("known", "one")));
        SmallMesh inert = SmallMesh.of(
                TOWN,
                rules(
                        "town/exact@1",
                        "{hosts: [known], http: [{match: [{sourceLabels: {app: x}}], route: [{destination: {host:"
                                + " one}}]}]}"),
                rules("town/wild@2", to("'*.cluster.local'", "two")));

        assertThat(get(mesh, KNOWN)).isEqualTo("outbound|80||one.town~");
        assertThat(get(mesh, "alt.town.svc.cluster.local")).isEqualTo("outbound|80||two.town~");
        assertThat(get(inert, KNOWN)).isEqualTo("outbound|80||known.town~");
        assertThat(get(inert, "alt")).isEqualTo("outbound|80||two.town~");
    }

    /** Rows 3 and 10. */
    @Test
    void ruleWithoutRoutesHereLeavesTheHostToTheNext() {
        String older =
                "{hosts: [known], http: [{match: [{sourceLabels: {app: x}}], route: [{destination: {host: one}}]}]}";
        SmallMesh mesh = SmallMesh.of(TOWN, rules("town/a@1", older), rules("town/b@2", to("known", "two")));
        SmallMesh tcp = SmallMesh.of(
                TOWN,
                rules("town/a@1", "{hosts: [known], tcp: [{route: [{destination: {host: one}}]}]}"),
                rules("town/b@2", to("known", "two")));

        assertThat(get(mesh, "known")).isEqualTo("outbound|80||two.town~");
        assertThat(get(tcp, "known")).isEqualTo("outbound|80||two.town~");
    }

    /** Rows 5 and 7, trap 18. */
    @Test
    void hostThatIsNoServiceIsServedOnPort80Only() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                rules("town/a", to("foo.town.svc.cluster.local", "one")),
                rules("town/b", to("known.town", "two")));

        assertThat(get(mesh, "foo.town.svc.cluster.local")).isEqualTo("outbound|80||one.town~");
        assertThat(mesh.get(CLIENT, "10.96.0.1:8080", "foo.town.svc.cluster.local", "/"))
                .isEqualTo("PassthroughCluster");
        assertThat(get(mesh, "known.town")).isEqualTo("outbound|80||two.town~");
        assertThat(get(mesh, "known")).isEqualTo("outbound|80||known.town~");
        assertThat(mesh.get(CLIENT, "10.96.0.1:8080", "known.town", "/")).isEqualTo("outbound|8080||known.town~");
    }

    /** Row 6. */
    @Test
    void hostThatIsNoServiceIsServedWhereTheRuleAlsoClaimsAService() {
        SmallMesh mesh = SmallMesh.of(TOWN, rules("town/a", to("known, example.com", "one")));

        assertThat(mesh.get(CLIENT, "10.96.0.1:8080", "example.com", "/")).isEqualTo("503 NC outbound|8080||one.town~");
        assertThat(mesh.get(CLIENT, "10.96.0.1:80", "example.com", "/")).isEqualTo("outbound|80||one.town~");
    }

    /** Rows 8 and 9, trap 19. */
    @Test
    void ruleBelowAWildcardServiceEntryCountsOnPort80() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                istio("ServiceEntry", "town/wild", """

                      hosts: ['*.example.org']
                      resolution: NONE
                      ports: [{number: 80, name: a, protocol: HTTP}, {number: 8080, name: b, protocol: HTTP}]
                    """),
                rules("town/a", to("a.example.org", "one")),
                rules("town/b", to("'*.b.example.org'", "two")));

        assertThat(mesh.get(CLIENT, "9.9.9.9:80", "a.example.org", "/")).isEqualTo("outbound|80||one.town~");
        assertThat(mesh.get(CLIENT, "9.9.9.9:80", "x.b.example.org", "/")).isEqualTo("outbound|80||*.example.org");
        assertThat(mesh.get(CLIENT, "9.9.9.9:8080", "a.example.org", "/")).isEqualTo("outbound|8080||*.example.org");
    }

    /** 7.9 rows 1 and 2. */
    @Test
    void spellingsOfAServiceReachItAndTheShortNameOnlyFromItsNamespace() {
        SmallMesh mesh = SmallMesh.of(TOWN);

        for (String spelling :
                new String[] {"known", "known.town", "known.town.svc", KNOWN, KNOWN + ".", "KNOWN:9999", "10.96.0.1"}) {
            assertThat(get(mesh, spelling)).as(spelling).isEqualTo("outbound|80||known.town~");
        }
        assertThat(get(mesh, "known.town.svc.cluster")).isEqualTo("PassthroughCluster");
        assertThat(mesh.get("web/client", "10.96.0.1:80", "known", "/")).isEqualTo("PassthroughCluster");
    }

    /** 7.9 rows 3 and 4, traps 16 and 30. */
    @Test
    void unknownAuthorityMattersOnAPortDeclaredHttpOnly() {
        String closed = istio("Sidecar", "town/default", "{outboundTrafficPolicy: {mode: REGISTRY_ONLY}}");

        assertThat(get(SmallMesh.of(TOWN), "unknown.io")).isEqualTo("PassthroughCluster");
        assertThat(get(SmallMesh.of(TOWN, closed), "unknown.io")).isEqualTo("502");
        assertThat(SmallMesh.of(TOWN).get(CLIENT, "10.96.0.1:9000", "unknown.io", "/"))
                .isEqualTo("outbound|9000||known.town~");
        assertThat(SmallMesh.of(TOWN, closed).get(CLIENT, "10.96.0.1:9000", "unknown.io", "/"))
                .isEqualTo("outbound|9000||known.town~");
        assertThat(SmallMesh.of(TOWN, closed).get(CLIENT, "10.96.0.1:7777", "unknown.io", "/"))
                .isEqualTo("closed UH");
    }

    /** 7.9 rows 5 to 9. */
    @Test
    void tlsIsChosenByAddressThenBySni() {
        String entry = """

              hosts: [HOST]
              addresses: [RANGE]
              resolution: NONE
              ports: [{number: 443, name: tls, protocol: TLS}]
            """;
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                istio(
                        "ServiceEntry",
                        "town/a@1",
                        entry.replace("HOST", "se1.example.com").replace("RANGE", "10.20.0.0/16")),
                istio(
                        "ServiceEntry",
                        "town/b@2",
                        entry.replace("HOST", "se2.example.com").replace("RANGE", "10.20.1.1/32")),
                rules(
                        "town/a",
                        "{hosts: [se1.example.com], tls: [{match: [{sniHosts: [blah1.example.com]}], route:"
                                + " [{destination: {host: one}}]}]}"));

        assertThat(mesh.tls(CLIENT, "10.20.0.9:443", "blah1.example.com")).isEqualTo("outbound|80||one.town~");
        assertThat(mesh.tls(CLIENT, "10.20.0.9:443", "se1.example.com")).isEqualTo("PassthroughCluster");
        assertThat(mesh.tls(CLIENT, "10.20.1.1:443", "blah1.example.com")).isEqualTo("outbound|443||se2.example.com");
    }

    /** Mirrors istio 1.30.3 pilot/pkg/networking/core/httproute.go:mergeAllVirtualHosts: the port named first takes the names. */
    @Test
    void atAProxyPortTheNamesBelongToTheFirstPortOfAService() {
        String proxy = istio(
                "Sidecar",
                "town/default",
                "{egress: [{port: {number: 15080, name: p, protocol: HTTP_PROXY}, bind: 127.0.0.1, hosts: ['*/*']},"
                        + " {hosts: ['*/*']}]}");
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                proxy,
                service("town/first", 5, "http 80", "http-b 8080"),
                service("town/last", 6, "http-b 8080", "http 80"));

        assertThat(mesh.get(CLIENT, "127.0.0.1:15080", "first.town", "/")).isEqualTo("outbound|80||first.town~");
        assertThat(mesh.get(CLIENT, "127.0.0.1:15080", "last.town", "/")).isEqualTo("PassthroughCluster");
    }

    /** Trap 20. */
    @Test
    void ruleOfAServiceWithoutPort80AlsoServesPort80() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                service("town/late", 5, "http 9080"),
                rules("town/a", to("late", "late")),
                rules(
                        "web/b",
                        "{hosts: [late.web], http: [{route: [{destination: {host: late.town.svc.cluster.local, port:"
                                + " {number: 9080}}}]}]}"));

        assertThat(get(mesh, "late.town.svc.cluster.local")).isEqualTo("503 NC outbound|80||late.town~");
        assertThat(get(mesh, "late.web")).isEqualTo("outbound|9080||late.town~");
    }
}
