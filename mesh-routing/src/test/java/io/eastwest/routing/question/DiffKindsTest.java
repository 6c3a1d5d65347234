package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.stream.Stream;
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
    private static final String WEB = "hosts: ['*'], http: [{route: [{destination: {host: " + A + ", port: {number: 80}}}]}]";

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
                row("names of a tls rule", KindsTown.rules(sni(A, "b")), KindsTown.rules(sni(B, "b"))),
                row("destination of a tls rule", KindsTown.rules(sni(A, "a")), KindsTown.rules(sni(A, "b"))),
                row(
                        "weights of a tls rule",
                        KindsTown.rules(TO_BOTH.replace("WEIGHT", "90")),
                        KindsTown.rules(TO_BOTH.replace("WEIGHT", "80"))),
                row(
                        "destination of a tcp rule",
                        KindsTown.rules("tcp: [{match: [{port: 9000}], route: [{destination: {host: a}}]}]"),
                        KindsTown.rules("tcp: [{match: [{port: 9000}], route: [{destination: {host: b}}]}]")),
                row(
                        "names of a TLSRoute",
                        route("TLSRoute", "443", "hostnames: [x.town]", "[{backendRefs: [{name: b, port: 443}]}]"),
                        route("TLSRoute", "443", "hostnames: [y.town]", "[{backendRefs: [{name: b, port: 443}]}]")),
                row(
                        "backend of a TLSRoute",
                        route("TLSRoute", "443", "hostnames: ['*.town']", "[{backendRefs: [{name: a, port: 443}]}]"),
                        route("TLSRoute", "443", "hostnames: ['*.town']", "[{backendRefs: [{name: b, port: 443}]}]")),
                row("hosts of HTTPS", https("one.example", "SIMPLE", "cert"), https("two.example", "SIMPLE", "cert")),
                row("mode of HTTPS", https("one.example", "SIMPLE", "cert"), https("one.example", "MUTUAL", "cert")),
                row("certificate of HTTPS", https("one.example", "SIMPLE", "cert"), https("one.example", "SIMPLE", "other")),
                row("rules behind HTTPS", https("one.example", "SIMPLE", "cert"), https("one.example", "SIMPLE", "cert").replace(A, B)),
                row("certificate of clients", https("one.example", "MUTUAL", "cert"), https("one.example", "MUTUAL", "other")),
                row(
                        "hosts that are passed through",
                        passthrough("one.example", "one.example", A),
                        passthrough("two.example", "two.example", A)),
                row(
                        "wildcard that is passed through",
                        passthrough("'*.example'", "'*.example'", A),
                        passthrough("'*.example'", "'*.one.example'", A)),
                row(
                        "destination that is passed through",
                        passthrough("one.example", "one.example", A),
                        passthrough("one.example", "one.example", B)),
                row("destination of bytes out of TLS", terminated("one.example", A), terminated("one.example", B)),
                row(
                        "policy on server names",
                        passthrough("'*.example'", "'*.example'", A) + sniPolicy("one.example"),
                        passthrough("'*.example'", "'*.example'", A) + sniPolicy("two.example")),
                row("upgrade to HTTP/2", "", destination("connectionPool: {http: {h2UpgradePolicy: UPGRADE}}")),
                row("TLS to the server off", "", destination("tls: {mode: DISABLE}")),
                row("TLS to the server of one's own", "", destination("tls: {mode: SIMPLE}")),
                row(
                        "server name of TLS of one's own",
                        destination("tls: {mode: SIMPLE, sni: one.example}"),
                        destination("tls: {mode: SIMPLE, sni: two.example}")),
                row(
                        "certificate of TLS of one's own",
                        destination("tls: {mode: MUTUAL, clientCertificate: /one.pem, privateKey: /k.pem}"),
                        destination("tls: {mode: MUTUAL, clientCertificate: /two.pem, privateKey: /k.pem}")),
                row(
                        "plaintext at a server",
                        "",
                        "---\n" + AmbientMesh.policy("PeerAuthentication", "shop", "p", "{mtls: {mode: STRICT}}")),
                row(
                        "mutual TLS of the mesh at a server off",
                        "",
                        "---\n" + AmbientMesh.policy("PeerAuthentication", "shop", "p", "{mtls: {mode: DISABLE}}")),
                row(
                        "method of a GRPCRoute",
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
                        KindsTown.rules("http: [{retries: {attempts: 2, retryOn: unavailable}, route: [{destination: {host: a}}]}]"),
                        KindsTown.rules("http: [{retries: {attempts: 2, retryOn: cancelled}, route: [{destination: {host: a}}]}]")),
                row(
                        "a header of the protocol",
                        KindsTown.rules("http: [{headers: {request: {set: {x-p: '%PROTOCOL%'}}}, route: [{destination: {host: a}}]}]"),
                        KindsTown.rules("http: [{headers: {request: {set: {x-p: 'HTTP/1.1'}}}, route: [{destination: {host: a}}]}]")),
                ports("tcp, port: 9000", "http, port: 9000"),
                ports("tcp, port: 9000", "tls-x, port: 9000"),
                ports("tcp, port: 9000", "x, port: 9000"),
                ports("tcp, port: 9000", "grpc-x, port: 9000"),
                ports("http, port: 80", "tcp-x, port: 80"),
                ports("http, port: 80", "grpc-x, port: 80"),
                ports("http, port: 80", "http2, port: 80"),
                ports("http, port: 80", "x, port: 80"),
                ports("http, port: 80", "tls-x, port: 80"),
                ports("grpc, port: 7000", "tcp-x, port: 7000"),
                ports("any, port: 7070", "http-x, port: 7070"),
                ports("any, port: 7070", "tcp-x, port: 7070"),
                ports("any, port: 7070", "tls-x, port: 7070"),
                ports("tls, port: 443", "http-x, port: 443"));
    }

    private static Arguments row(String name, String before, String after) {
        return Arguments.of(name, KindsTown.with(before), KindsTown.with(after));
    }

    private static Arguments ports(String before, String after) {
        return Arguments.of(
                "port " + before + " as " + after, KindsTown.with(""), KindsTown.withPort(before, after));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangeIsSeen(String name, MeshRouter before, MeshRouter after) {
        BehaviouralDiff diff = BehaviouralDiff.of(before, after);
        System.out.println("### " + name + " : "
                + (!diff.changes().isEmpty() ? "SEEN" : diff.incomplete().isEmpty() ? "MISSED" : "TOLD " + diff.incomplete()) + (diff.changes().isEmpty() ? "" : "\n" + diff.changes().get(0).toText()));
        assertThat(diff.changes()).as(name).isNotEmpty();
    }
}
