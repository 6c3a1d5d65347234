package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.KindsTown;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of each kind is seen in the calls of the kind that it matters to. */
class DiffKindsTest {
    private static final String A = "a.shop.svc.cluster.local";
    private static final String B = "b.shop.svc.cluster.local";
    private static final String TO_BOTH = "tls: [{match: [{port: 443, sniHosts: [" + A + "]}], route: [{destination:"
            + " {host: a}, weight: WEIGHT}, {destination: {host: b}, weight: 10}]}]";
    private static final String HTTPS = "protocol: HTTPS}, hosts: [SERVED], tls: {mode: MODE, credentialName: CERT}";
    private static final String WEB =
            "hosts: ['*'], http: [{route: [{destination: {host: " + A + ", port: {number: 80}}}]}]";

    private static String sni(String name, String to) {
        return "tls: [{match: [{port: 443, sniHosts: [" + name + "]}], route: [{destination: {host: " + to + "}}]}]";
    }

    private static String https(String hosts, String mode, String certificate) {
        return KindsTown.edge(
                HTTPS.replace("SERVED", hosts).replace("MODE", mode).replace("CERT", certificate), WEB);
    }

    private static String passthrough(String hosts, String sni, String to) {
        return KindsTown.edge(
                "protocol: TLS}, hosts: [" + hosts + "], tls: {mode: PASSTHROUGH}",
                "hosts: ['*'], tls: [{match: [{sniHosts: [" + sni + "]}], route: [{destination: {host: " + to
                        + ", port: {number: 443}}}]}]");
    }

    private static String terminated(String hosts, String to) {
        return KindsTown.edge(
                "protocol: TLS}, hosts: [" + hosts + "], tls: {mode: SIMPLE, credentialName: cert}",
                "hosts: ['*'], tcp: [{route: [{destination: {host: " + to + ", port: {number: 9000}}}]}]");
    }

    private static String destination(String policy) {
        return SmallMesh.istio("DestinationRule", "shop/a", "{host: a, trafficPolicy: {" + policy + "}}");
    }

    private static String route(String kind, String port, String hostnames, String rules) {
        return """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: KIND
                metadata: {name: r, namespace: shop}
                spec:
                  parentRefs: [{group: '', kind: Service, name: a, port: PORT}]
                  HOSTNAMES
                  rules: RULES
                """.replace("KIND", kind)
                .replace("PORT", port)
                .replace("HOSTNAMES", hostnames)
                .replace("RULES", rules);
    }

    private static String sniPolicy(String name) {
        return "---\n"
                + AmbientMesh.policy(
                        "AuthorizationPolicy",
                        "edge",
                        "p",
                        "{selector: {matchLabels: {app: edge}}, action: DENY, rules: [{when: [{key: connection.sni,"
                                + " values: ['" + name + "']}]}]}");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                row(
                        "names of a tls rule",
                        "tls a.shop.svc.cluster.local:443 for a.shop.svc.cluster.local from",
                        KindsTown.rules(sni(A, "b")),
                        KindsTown.rules(sni(B, "b"))),
                row(
                        "destination of a tls rule",
                        "for a.shop.svc.cluster.local from",
                        KindsTown.rules(sni(A, "a")),
                        KindsTown.rules(sni(A, "b"))),
                row(
                        "weights of a tls rule",
                        "for a.shop.svc.cluster.local from",
                        KindsTown.rules(TO_BOTH.replace("WEIGHT", "90")),
                        KindsTown.rules(TO_BOTH.replace("WEIGHT", "80"))),
                row(
                        "destination of a tcp rule",
                        "tcp a.shop.svc.cluster.local:9000 from",
                        KindsTown.rules("tcp: [{match: [{port: 9000}], route: [{destination: {host: a}}]}]"),
                        KindsTown.rules("tcp: [{match: [{port: 9000}], route: [{destination: {host: b}}]}]")),
                row(
                        "names of a TLSRoute",
                        "tls a.shop.svc.cluster.local:443 for x.town from",
                        route("TLSRoute", "443", "hostnames: [x.town]", "[{backendRefs: [{name: b, port: 443}]}]"),
                        route("TLSRoute", "443", "hostnames: [y.town]", "[{backendRefs: [{name: b, port: 443}]}]")),
                row(
                        "backend of a TLSRoute",
                        ".town from c1/shop/a-1",
                        route("TLSRoute", "443", "hostnames: ['*.town']", "[{backendRefs: [{name: a, port: 443}]}]"),
                        route("TLSRoute", "443", "hostnames: ['*.town']", "[{backendRefs: [{name: b, port: 443}]}]")),
                row(
                        "hosts of HTTPS",
                        "for one.example from outside",
                        https("one.example", "SIMPLE", "cert"),
                        https("two.example", "SIMPLE", "cert")),
                row(
                        "mode of HTTPS",
                        "for one.example from outside",
                        https("one.example", "SIMPLE", "cert"),
                        https("one.example", "MUTUAL", "cert")),
                row(
                        "certificate of HTTPS",
                        "for one.example from outside",
                        https("one.example", "SIMPLE", "cert"),
                        https("one.example", "SIMPLE", "other")),
                row(
                        "rules behind HTTPS",
                        "GET https://one.example/ for one.example from outside",
                        https("one.example", "SIMPLE", "cert"),
                        https("one.example", "SIMPLE", "cert").replace(A, B)),
                row(
                        "certificate of clients",
                        "for one.example from outside",
                        https("one.example", "MUTUAL", "cert"),
                        https("one.example", "MUTUAL", "other")),
                row(
                        "hosts that are passed through",
                        "for one.example from outside",
                        passthrough("one.example", "one.example", A),
                        passthrough("two.example", "two.example", A)),
                row(
                        "wildcard that is passed through",
                        ".example from outside",
                        passthrough("'*.example'", "'*.example'", A),
                        passthrough("'*.example'", "'*.one.example'", A)),
                row(
                        "destination that is passed through",
                        "for one.example from outside",
                        passthrough("one.example", "one.example", A),
                        passthrough("one.example", "one.example", B)),
                row(
                        "destination of bytes out of TLS",
                        "for one.example from outside",
                        terminated("one.example", A),
                        terminated("one.example", B)),
                row(
                        "policy on server names",
                        "for one.example from outside",
                        passthrough("'*.example'", "'*.example'", A) + sniPolicy("one.example"),
                        passthrough("'*.example'", "'*.example'", A) + sniPolicy("two.example")),
                row(
                        "upgrade to HTTP/2",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        "",
                        destination("connectionPool: {http: {h2UpgradePolicy: UPGRADE}}")),
                row(
                        "TLS to the server off",
                        "tcp a.shop.svc.cluster.local:9000 from",
                        "",
                        destination("tls: {mode: DISABLE}")),
                row(
                        "TLS to the server of one's own",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        "",
                        destination("tls: {mode: SIMPLE}")),
                row(
                        "server name of TLS of one's own",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        destination("tls: {mode: SIMPLE, sni: one.example}"),
                        destination("tls: {mode: SIMPLE, sni: two.example}")),
                row(
                        "authority of TLS of one's own",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        destination("tls: {mode: SIMPLE, caCertificates: /one.pem}"),
                        destination("tls: {mode: SIMPLE, caCertificates: /two.pem}")),
                row(
                        "versions of HTTPS",
                        "for one.example from outside",
                        https("one.example", "SIMPLE", "cert"),
                        https("one.example", "SIMPLE", "cert, minProtocolVersion: TLSV1_3")),
                row(
                        "certificate of TLS of one's own",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        destination("tls: {mode: MUTUAL, clientCertificate: /one.pem, privateKey: /k.pem}"),
                        destination("tls: {mode: MUTUAL, clientCertificate: /two.pem, privateKey: /k.pem}")),
                row(
                        "plaintext at a server",
                        "GET http://a.shop.svc.cluster.local:80/ from c1/web/bare",
                        "",
                        "---\n" + AmbientMesh.policy("PeerAuthentication", "shop", "p", "{mtls: {mode: STRICT}}")),
                row(
                        "mutual TLS of the mesh at a server off",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        "",
                        "---\n" + AmbientMesh.policy("PeerAuthentication", "shop", "p", "{mtls: {mode: DISABLE}}")),
                row(
                        "method of a GRPCRoute",
                        "GET http://a.shop.svc.cluster.local:7000/s/one from",
                        route(
                                "GRPCRoute",
                                "7000",
                                "",
                                "[{matches: [{method: {service: s, method: one}}], backendRefs: [{name: b, port: 7000}]}]"),
                        route(
                                "GRPCRoute",
                                "7000",
                                "",
                                "[{matches: [{method: {service: s, method: two}}], backendRefs: [{name: b, port: 7000}]}]")),
                row(
                        "retries of gRPC",
                        "GET http://a.shop.svc.cluster.local:80/ from",
                        KindsTown.rules(
                                "http: [{retries: {attempts: 2, retryOn: unavailable}, route: [{destination: {host: a}}]}]"),
                        KindsTown.rules(
                                "http: [{retries: {attempts: 2, retryOn: cancelled}, route: [{destination: {host: a}}]}]")),
                row(
                        "a header of the protocol",
                        "in HTTP/2 from",
                        KindsTown.rules(
                                "http: [{headers: {request: {set: {x-p: '%PROTOCOL%'}}}, route: [{destination: {host: a}}]}]"),
                        KindsTown.rules(
                                "http: [{headers: {request: {set: {x-p: 'HTTP/1.1'}}}, route: [{destination: {host: a}}]}]")),
                ports("tcp", "http", 9000, "tcp a.shop.svc.cluster.local:9000"),
                ports("tcp", "x", 9000, "GET http://a.shop.svc.cluster.local:9000/"),
                ports("tcp", "grpc-x", 9000, "tcp a.shop"),
                ports("http", "tcp-x", 80, "GET http://a.shop.svc.cluster.local:80/"),
                ports("http", "grpc-x", 80, "GET http"),
                ports("http", "http2", 80, "GET http"),
                ports("http", "x", 80, "GET http"),
                ports("http", "tls-x", 80, "GET http"),
                ports("grpc", "tcp-x", 7000, "GET http"),
                ports("any", "http-x", 7070, "tcp a.shop.svc.cluster.local:7070"),
                ports("any", "tcp-x", 7070, "GET http"),
                ports("any", "tls-x", 7070, "GET http"),
                ports("tls", "http-x", 443, "tls a.shop.svc.cluster.local:443"));
    }

    private static Arguments row(String name, String witness, String before, String after) {
        return Arguments.of(name, witness, KindsTown.with(before), KindsTown.with(after));
    }

    private static Arguments ports(String before, String after, int port, String witness) {
        String end = ", port: " + port;
        return Arguments.of(
                "port " + before + " as " + after,
                witness,
                KindsTown.with(""),
                KindsTown.withPort(before + end, after + end));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangeIsSeenInACallThatShowsIt(String name, String witness, MeshRouter before, MeshRouter after) {
        BehaviouralDiff diff = BehaviouralDiff.of(before, after);

        assertThat(diff.changes())
                .as(name)
                .anySatisfy(change -> assertThat(change.witness().toString()).contains(witness))
                .allSatisfy(change -> {
                    assertThat(before.decide(change.witness()).outcomes())
                            .isEqualTo(change.decisionBefore().orElseThrow().outcomes());
                    assertThat(after.decide(change.witness()).outcomes())
                            .isEqualTo(change.decisionAfter().orElseThrow().outcomes());
                });
    }

    @Test
    void whatNobodyTellsApartIsNoChange() {
        String port = ", port: 9000";

        assertThat(BehaviouralDiff.of(KindsTown.with(""), KindsTown.withPort("tcp" + port, "tls-x" + port))
                        .toText())
                .isEqualTo("no call is answered differently\n");
    }

    @Test
    void callsWithACertificateOfTheClientAreToldNotToBeTried() {
        String rules = https("one.example", "MUTUAL", "cert");

        BehaviouralDiff diff = BehaviouralDiff.of(KindsTown.with(rules), KindsTown.with(rules.replace(A, B)));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.incomplete())
                .containsExactly("outside at c1/edge/edge-1: calls with a certificate of the client were not tried");
    }

    @Test
    void aMeshWithAllKindsIsNotDifferentFromItself() {
        String all = KindsTown.rules(sni(A, "b"))
                + passthrough("'*.example'", "one.example", A)
                + sniPolicy("*.example")
                + destination("tls: {mode: SIMPLE, sni: one.example}");

        assertThat(BehaviouralDiff.of(KindsTown.with(all), KindsTown.with(all)).toText())
                .isEqualTo("no call is answered differently\n");
    }
}
