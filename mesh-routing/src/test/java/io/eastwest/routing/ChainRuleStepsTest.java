package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an explanation tells of tls and tcp rules: which became filter chains, and why not the others. */
class ChainRuleStepsTest {
    private static List<String> lines(String service, String... rules) {
        List<String> all =
                new ArrayList<>(List.of(service, SmallMesh.pod("web/client", "10.1.0.1", "app: client, version: v1")));
        all.addAll(List.of(rules));
        return MeshRouter.of(SmallMesh.snapshot(all.toArray(String[]::new)))
                .explain(Call.tcp("a.shop", 90).from("client", "web", "c1"))
                .steps()
                .stream()
                .filter(step -> step.stage() == TraceStep.Stage.VIRTUAL_SERVICE
                        && step.proxy().equals("c1/web/client"))
                .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                .toList();
    }

    private static String rules(String kind, String list) {
        return SmallMesh.rules("shop/a", "{hosts: [a.shop.svc.cluster.local], " + kind + ": [" + list + "]}");
    }

    @Nested
    class OfTcp {
        private final String service = SmallMesh.service("shop/a", 1, "tcp 90");
        private final String to = "route: [{destination: {host: a.shop.svc.cluster.local}}]";

        @Test
        void everyMatchIsTakenOrNamesThePredicate() {
            assertThat(lines(
                            service,
                            rules(
                                    "tcp",
                                    "{match: [{port: 91}, {sourceLabels: {version: v2}}, {gateways: [shop/gw]},"
                                            + " {sourceNamespace: zoo}, {destinationSubnets: [10.96.0.0/16]}], " + to
                                            + "}, {" + to + "}, {match: [{port: 90}], " + to + "}")))
                    .containsExactly(
                            "- spec.tcp[0].match[0]: port: expected 91 but was 90",
                            "- spec.tcp[0].match[1]: sourceLabels: expected {version=v2} but was {version=v1}",
                            "- spec.tcp[0].match[2]: gateways: expected one of [shop/gw] but was [mesh]",
                            "- spec.tcp[0].match[3]: sourceNamespace: expected zoo but was web",
                            "+ spec.tcp[0].match[4]: destinations [10.96.0.0/16]",
                            "+ spec.tcp[1]: every connection",
                            "- spec.tcp[2]: a rule before it takes every connection");
        }

        @Test
        void aVirtualServiceWithoutRuleForThePortSaysSo() {
            assertThat(lines(service, rules("http", "{" + to + "}")))
                    .containsExactly(
                            "- VirtualService/shop/a: tcp: expected a rule for this proxy and port 90 but was none");
        }

        @Test
        void oneThatIsNotForTheProxySaysWhy() {
            assertThat(lines(
                            service,
                            SmallMesh.rules(
                                    "shop/edge",
                                    "{hosts: [a.shop.svc.cluster.local], gateways: [shop/gw], tcp: [{" + to + "}]}")))
                    .containsExactly("- VirtualService/shop/edge: gateways: expected one with mesh but was [shop/gw]");
        }

        @Test
        void tracingChangesNoDecision() {
            String rule = rules("tcp", "{" + to + "}, {match: [{port: 90}], " + to + "}");
            MeshRouter router = MeshRouter.of(
                    SmallMesh.snapshot(service, SmallMesh.pod("web/client", "10.1.0.1", "app: client"), rule));
            Call call = Call.tcp("a.shop", 90).from("client", "web", "c1");

            assertThat(router.explain(call).decision()).isEqualTo(router.decide(call));
        }
    }

    @Nested
    class OfTls {
        private final String service = SmallMesh.service("shop/a", 1, "tls 90");
        private final String to = "route: [{destination: {host: a.shop.svc.cluster.local}}]";

        @Test
        void everyMatchIsTakenOrNamesThePredicate() {
            assertThat(lines(
                            service,
                            rules(
                                    "tls",
                                    "{match: [{sniHosts: [a.shop.svc.cluster.local], port: 91},"
                                            + " {sniHosts: [a.shop.svc.cluster.local]}], " + to + "},"
                                            + " {match: [{sniHosts: [a.shop.svc.cluster.local], port: 90}], " + to
                                            + "}")))
                    .containsExactly(
                            "- spec.tls[0].match[0]: port: expected 91 but was 90",
                            "+ spec.tls[0].match[1]: SNI [a.shop.svc.cluster.local]",
                            "- spec.tls[1].match[0]: a match before it has the same sniHosts");
        }
    }

    @Nested
    class AtGateways {
        private List<String> lines(String server, String kind, String list) {
            return MeshRouter.of(SmallMesh.snapshot(
                            SmallMesh.service("shop/a", 1, "tcp 90"),
                            SmallMesh.pod("edge/gw-1", "10.3.0.1", "istio: gw"),
                            SmallMesh.istio("Gateway", "edge/gw", "{selector: {istio: gw}, servers: [" + server + "]}"),
                            SmallMesh.rules(
                                    "edge/a", "{hosts: ['*'], gateways: [edge/gw], " + kind + ": [" + list + "]}")))
                    .explain(Call.tcp("a.example", 443).arrivingAt("gw-1", "edge", "c1"))
                    .steps()
                    .stream()
                    .filter(step -> step.stage() == TraceStep.Stage.VIRTUAL_SERVICE)
                    .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                    .toList();
        }

        @Test
        void everyTcpMatchIsTakenOrNamesThePredicate() {
            String to = "route: [{destination: {host: a.shop.svc.cluster.local, port: {number: 90}}}]";

            assertThat(lines(
                            "{port: {number: 443, name: tcp, protocol: TCP}, hosts: ['*']}",
                            "tcp",
                            "{match: [{port: 444}, {gateways: [edge/other]}], " + to + "}, {" + to + "}, {" + to + "}"))
                    .containsExactly(
                            "- spec.tcp[0].match[0]: port: expected 444 but was 443",
                            "- spec.tcp[0].match[1]: gateways: expected one of [edge/other] but was edge/gw",
                            "+ spec.tcp[1]: every connection",
                            "- spec.tcp[2]: a rule before it takes every connection");
        }

        @Test
        void everyTlsMatchIsTakenOrNamesThePredicate() {
            String to = "route: [{destination: {host: a.shop.svc.cluster.local, port: {number: 90}}}]";

            assertThat(lines(
                            "{port: {number: 443, name: tls, protocol: TLS}, hosts: ['*'], tls: {mode: PASSTHROUGH}}",
                            "tls",
                            "{match: [{port: 444, sniHosts: [a.example]}, {sniHosts: [a.example]}], " + to + "},"
                                    + " {match: [{sniHosts: [a.example]}], " + to + "}"))
                    .containsExactly(
                            "- spec.tls[0].match[0]: port: expected 444 but was 443",
                            "+ spec.tls[0].match[1]: SNI [a.example]",
                            "- spec.tls[1].match[0]: a match before it has one of its sniHosts");
        }
    }
}
