package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.trace.Mismatch;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an explanation tells of the stages at a control plane: what was taken, and why not the others. */
class ExplanationStagesTest {
    private static final List<String> MESH = List.of(
            SmallMesh.service("shop/a", 1, "http 80"),
            SmallMesh.service("shop/b", 2, "http 80"),
            SmallMesh.pod("web/client", "10.1.0.1", "app: client, version: v1"));
    private static final String TO_B = "http: [{route: [{destination: {host: b.shop.svc.cluster.local}}]}]}";

    private static List<TraceStep> steps(TraceStep.Stage stage, String... manifests) {
        List<String> all = new ArrayList<>(MESH);
        all.addAll(List.of(manifests));
        return MeshRouter.of(SmallMesh.snapshot(all.toArray(String[]::new)))
                .explain(Call.get("http://a.shop/x").from("client", "web", "c1"))
                .steps()
                .stream()
                .filter(step -> step.stage() == stage && step.proxy().equals("c1/web/client"))
                .toList();
    }

    private static List<String> lines(TraceStep.Stage stage, String... manifests) {
        return steps(stage, manifests).stream()
                .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                .toList();
    }

    private static String rule(String key, String spec) {
        return SmallMesh.istio("DestinationRule", key, spec);
    }

    private static String notReady(String pod) {
        return pod.replace("phase: Running", "phase: Running, conditions: [{type: Ready, status: 'False'}]");
    }

    @Nested
    class VirtualServices {
        @Test
        void matchesThatAreNotSentNameThePredicate() {
            String rules = SmallMesh.rules(
                    "shop/one",
                    "{hosts: [a.shop.svc.cluster.local], http: [{match: [{port: 8080},"
                            + " {sourceLabels: {version: v2}}, {gateways: [shop/gw]}, {sourceNamespace: zoo}]},"
                            + " {route: [{destination: {host: b}}]},"
                            + " {match: [{uri: {prefix: /z}}], route: [{destination: {host: b}}]}]}");

            assertThat(lines(TraceStep.Stage.VIRTUAL_SERVICE, rules))
                    .containsExactly(
                            "- spec.http[0].match[0]: port: expected 8080 but was 80",
                            "- spec.http[0].match[1]: sourceLabels: expected {version=v2} but was {version=v1}",
                            "- spec.http[0].match[2]: gateways: expected one of [shop/gw] but was [mesh]",
                            "- spec.http[0].match[3]: sourceNamespace: expected zoo but was web",
                            "- spec.http[2].match[0]: a match before it takes every request",
                            "+ VirtualService/shop/one: rules of host a.shop.svc.cluster.local");
        }

        @Test
        void theOldestOfAHostShadowsTheOthers() {
            assertThat(lines(
                            TraceStep.Stage.VIRTUAL_SERVICE,
                            SmallMesh.rules("shop/old@1", "{hosts: [a.shop.svc.cluster.local], " + TO_B),
                            SmallMesh.rules("shop/new@2", "{hosts: [a.shop.svc.cluster.local], " + TO_B),
                            SmallMesh.rules("shop/wide@3", "{hosts: ['*.shop.svc.cluster.local'], " + TO_B)))
                    .containsExactlyInAnyOrder(
                            "+ VirtualService/shop/old: rules of host a.shop.svc.cluster.local",
                            "- VirtualService/shop/new: host a.shop.svc.cluster.local: expected not taken by one before it"
                                    + " but was taken by VirtualService/shop/old");
        }

        @Test
        void whatIsNotForTheProxySaysWhy() {
            assertThat(lines(
                            TraceStep.Stage.VIRTUAL_SERVICE,
                            SmallMesh.rules(
                                    "shop/hidden@1", "{hosts: [a.shop.svc.cluster.local], exportTo: ['.'], " + TO_B),
                            SmallMesh.rules(
                                    "shop/edge@2", "{hosts: [a.shop.svc.cluster.local], gateways: [shop/gw], " + TO_B),
                            SmallMesh.rules("zoo/alien@3", "{hosts: [a.shop.svc.cluster.local], " + TO_B),
                            SmallMesh.istio("Sidecar", "web/default", "{egress: [{hosts: ['shop/*']}]}")))
                    .contains(
                            "- VirtualService/shop/hidden: exportTo: expected * or web but was [.]",
                            "- VirtualService/shop/edge: gateways: expected one with mesh but was [shop/gw]",
                            "- VirtualService/zoo/alien: egress of Sidecar/web/default: expected a host of it"
                                    + " but was [shop/*]",
                            "+ Service/shop/a: rules of host a.shop.svc.cluster.local");
        }
    }

    @Nested
    class DestinationRules {
        private final String own = rule("shop/own@1", "{host: a, subsets: [{name: v1, labels: {app: a}}]}");

        @Test
        void rulesOfOneHostAreMergedAndOthersAreLeft() {
            assertThat(lines(
                            TraceStep.Stage.DESTINATION_RULE,
                            own,
                            rule("shop/second@2", "{host: a, subsets: [{name: v3}]}"),
                            rule("shop/wide@2", "{host: '*.local'}"),
                            rule("shop/hidden@2", "{host: a, exportTo: ['.']}"),
                            rule("istio-system/root@2", "{host: '*.local'}")))
                    .containsExactly(
                            "- wide: host: expected the most specific one, a.shop.svc.cluster.local but was *.local",
                            "- hidden: exportTo: expected * or web but was [.]",
                            "- root: namespace: expected no rule in a namespace that is asked before but was istio-system",
                            "+ own: host a.shop.svc.cluster.local, merged of [DestinationRule/shop/own,"
                                    + " DestinationRule/shop/second]",
                            "+ second: host a.shop.svc.cluster.local, merged of [DestinationRule/shop/own,"
                                    + " DestinationRule/shop/second]");
        }

        @Test
        void noRuleIsToldToo() {
            assertThat(lines(TraceStep.Stage.DESTINATION_RULE)).containsExactly("- : no rule is for the host");
        }

        @Test
        void aSubsetThatIsMissingNamesThoseThatThereAre() {
            String rules = SmallMesh.rules(
                    "shop/one",
                    "{hosts: [a.shop.svc.cluster.local], http: [{route: [{destination: {host: a, subset: v9}}]}]}");

            assertThat(lines(TraceStep.Stage.SUBSET, own, rules))
                    .containsExactly("- v9: subset: expected one of [v1] but was v9");
            assertThat(lines(TraceStep.Stage.CLUSTER, own, rules))
                    .containsExactly("- outbound|80|v9|a.shop.svc.cluster.local: does not exist; share 1");
        }

        @Test
        void theSettingOfTlsIsWritten() {
            List<TraceStep> steps = steps(
                    TraceStep.Stage.TRANSPORT, rule("shop/own", "{host: a, trafficPolicy: {tls: {mode: DISABLE}}}"));

            assertThat(steps).hasSize(1);
            assertThat(steps.get(0).candidate()).isEqualTo("NONE");
            assertThat(steps.get(0).path()).isEqualTo("spec.trafficPolicy.tls");
            assertThat(steps.get(0).location()).isEqualTo("manifests-3.yaml:5:38");
        }
    }

    @Nested
    class Services {
        @Test
        void oneThatIsNotExportedSaysSo() {
            String rules = SmallMesh.rules(
                    "shop/one",
                    "{hosts: [a.shop.svc.cluster.local], http: [{route: [{destination: {host: hidden.zoo.svc.cluster.local}}]}]}");
            String hidden = SmallMesh.service("zoo/hidden", 7, "http 80")
                    .replaceFirst("namespace: zoo", "namespace: zoo, annotations: {networking.istio.io/exportTo: .}");

            assertThat(steps(TraceStep.Stage.SERVICE, rules, hidden))
                    .singleElement()
                    .satisfies(step -> {
                        assertThat(step.candidate()).isEqualTo("zoo/hidden");
                        assertThat(step.mismatches()).containsExactly(new Mismatch("exportTo", "* or web", "[.]"));
                    });
        }

        @Test
        void aPortThatIsMissingNamesThoseThatThereAre() {
            String rules = SmallMesh.rules(
                    "shop/one",
                    "{hosts: [a.shop.svc.cluster.local], http: [{route: [{destination: {host: b, port: {number: 9}}}]}]}");

            assertThat(lines(TraceStep.Stage.SERVICE, rules))
                    .containsExactly("- shop/b: port: expected one of [80] but was 9");
        }
    }

    @Nested
    class Endpoints {
        @Test
        void eachIsSentOrSaysWhyNot() {
            String subsets = rule("shop/own", "{host: a, subsets: [{name: v1, labels: {version: v1}}]}");
            String rules = SmallMesh.rules(
                    "shop/one",
                    "{hosts: [a.shop.svc.cluster.local], http: [{route: [{destination: {host: a, subset: v1}}]}]}");

            assertThat(lines(
                            TraceStep.Stage.DISCOVERY,
                            subsets,
                            rules,
                            SmallMesh.pod("shop/a-2", "10.0.0.11", "app: a, version: v1"),
                            notReady(SmallMesh.pod("shop/a-3", "10.0.0.12", "app: a, version: v1"))))
                    .containsExactly(
                            "- c1/shop/a-1 10.0.0.1:80: subset labels: expected {version=v1} but was {}",
                            "- c1/shop/a-3 10.0.0.12:80: state: expected HEALTHY but was UNHEALTHY",
                            "+ c1/shop/a-2 10.0.0.11:80: sent: HEALTHY, weight 1, mutual TLS");
        }

        @Test
        void failoverWithoutOutlierDetectionSaysThatItDoesNothing() {
            String failover = "loadBalancer: {simple: ROUND_ROBIN, localityLbSetting: {failover: [{from: r, to: s}]}}";

            assertThat(lines(
                            TraceStep.Stage.LOCALITY, rule("shop/own", "{host: a, trafficPolicy: {" + failover + "}}")))
                    .containsExactly(
                            "- failover: outlierDetection: expected set in the same policy, as nothing fails over without"
                                    + " but was absent",
                            "+ no locality: priority 0, weight 1, endpoints 1");
            assertThat(lines(
                            TraceStep.Stage.LOCALITY,
                            rule("shop/own", "{host: a, trafficPolicy: {outlierDetection: {}, " + failover + "}}")))
                    .contains("+ failover: from no locality");
        }

        @Test
        void theBalancerTellsOfItsPriorities() {
            assertThat(lines(TraceStep.Stage.BALANCING))
                    .containsExactly(
                            "+ LEAST_REQUEST: endpoints by health and weight",
                            "+ priority 0: 1 of 1 hosts healthy, health 100 %, load 100 %");
        }
    }
}
