package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.fixture.Waypoints;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read of a policy that does nothing: the reason with the numbers and resources that matter. */
class IneffectivePolicyTextTest {
    private static final String GROUP = "group: gateway.networking.k8s.io";

    private static String because(MeshRouter router) {
        StringBuilder text = new StringBuilder();
        for (IneffectivePolicy each : IneffectivePolicies.of(router).policies()) {
            text.append(text.length() == 0 ? "" : "\n")
                    .append(each.policy().name())
                    .append(each.path().isEmpty() ? "" : " " + each.path())
                    .append(": ")
                    .append(each.because());
        }
        return text.toString();
    }

    private static String because(String... manifests) {
        return because(TwoSidecars.with(manifests).router());
    }

    private static String policy(String name, String spec) {
        return security("AuthorizationPolicy", "foo/" + name, spec);
    }

    private static String tokens(String namespace, String spec) {
        return security("RequestAuthentication", namespace + "/ra", spec);
    }

    @Test
    void theTableHasALineForEachPolicy() {
        assertThat(IneffectivePolicies.of(TwoSidecars.with(
                                        policy("p", "{rules: [{}, {from: [{source: {namespaces: [bar]}}]}]}"),
                                        security("PeerAuthentication", "nowhere/p", "{mtls: {mode: STRICT}}"))
                                .router())
                        .toString())
                .isEqualTo("""
                        CLUSTER  POLICY                                   REASON           BECAUSE
                        c1       AuthorizationPolicy/foo/p spec.rules[1]  COVERED          AuthorizationPolicy/foo/p spec.rules[0] takes all that it takes
                        c1       PeerAuthentication/nowhere/p             SELECTS_NOTHING  the namespace has no workload
                        """);
    }

    @Nested
    class OfAuthorizationPolicies {
        @Test
        void withoutWorkloads() {
            assertThat(because(policy("p", "{selector: {matchLabels: {app: b}}}")))
                    .isEqualTo("p: it takes no workload");
        }

        @Test
        void withoutProxies() {
            assertThat(because(security("AuthorizationPolicy", "out/p", "{}")))
                    .isEqualTo("p: none of the 1 workloads that it takes has a proxy");
        }

        @Test
        void thatAreOnlyTried() {
            assertThat(because(
                            policy("p", "{}").replace("creation", "annotations: {istio.io/dry-run: 'true'}, creation")))
                    .isEqualTo("p: the annotation istio.io/dry-run is set");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                group: gateway.networking.k8s.io, kind: Gateway, name: gw           | there is no Gateway foo/gw
                group: gateway.networking.k8s.io, kind: GatewayClass, name: own     | policies for a GatewayClass count in the root namespace istio-system alone
                group: '', kind: Service, name: none                                | there is no Service foo/none
                group: '', kind: Service, name: app                                 | no waypoint serves Service foo/app
                group: networking.istio.io, kind: ServiceEntry, name: none          | there is no ServiceEntry foo/none
                group: apps, kind: Deployment, name: app                            | there is no kind Deployment
                """)
        void whoseTargetsAreNotThere(String target, String because) {
            assertThat(because(policy("p", "{targetRefs: [{" + target + "}]}")))
                    .isEqualTo("p spec.targetRefs[0]: " + because);
        }

        @Test
        void whoseClassIsNotThere() {
            assertThat(because(security(
                            "AuthorizationPolicy",
                            "istio-system/p",
                            "{targetRefs: [{" + GROUP + ", kind: GatewayClass, name: own}]}")))
                    .isEqualTo("p spec.targetRefs[0]: there is no GatewayClass own");
        }

        @Test
        void whoseGatewayIsThereAreNotListed() {
            String gateway = """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: Gateway
                    metadata: {name: NAME, namespace: NS}
                    spec: {gatewayClassName: istio, listeners: [{name: http, port: 80, protocol: HTTP}]}
                    """;
            String target = policy("p", "{targetRefs: [{" + GROUP + ", kind: Gateway, name: gw}]}");

            assertThat(because(target, gateway.replace("NAME", "gw").replace("NS", "foo")))
                    .isEmpty();
            assertThat(because(target, gateway.replace("NAME", "gw").replace("NS", "bar")))
                    .isEqualTo("p spec.targetRefs[0]: there is no Gateway foo/gw");
            assertThat(because(target, gateway.replace("NAME", "other").replace("NS", "foo")))
                    .isEqualTo("p spec.targetRefs[0]: there is no Gateway foo/gw");
        }

        @ParameterizedTest
        @CsvSource({
            "spiffe://cluster.local/ns/bar/sa/web, true",
            "cluster.local/*/sa/web, true",
            "cluster.local/ns/bar/sa/web, false",
            "cluster.local/ns/*, false",
            "'*/sa/web', false",
            "'*', false"
        })
        void whoseIdentitiesNobodyHas(String principal, boolean never) {
            String rule = policy("p", "{rules: [{from: [{source: {principals: ['" + principal + "']}}]}]}");

            assertThat(because(rule))
                    .isEqualTo(
                            never
                                    ? "p spec.rules[0]: no identity is written like " + principal
                                            + "; leave spiffe:// out, and use * at an end only"
                                    : "");
        }

        @Test
        void ofWhichSomeIdentityMayCallAreNotListed() {
            String odd = "spiffe://cluster.local/ns/a/sa/b";

            assertThat(because(policy(
                            "p",
                            "{rules: [{from: [{source: {principals: ['" + odd
                                    + "', cluster.local/ns/bar/sa/web]}}]}]}")))
                    .isEmpty();
            assertThat(because(policy(
                            "p",
                            "{rules: [{from: [{source: {principals: ['" + odd
                                    + "']}}, {source: {namespaces: [bar]}}]}]}")))
                    .isEmpty();
        }

        @Test
        void whoseConditionsAreNotKnown() {
            assertThat(because(policy("p", "{rules: [{when: [{key: source.colour, values: [red]}]}]}")))
                    .isEqualTo("p spec.rules[0]: istiod drops the rule: it has a condition that is not known,"
                            + " or is about HTTP where no port reads HTTP");
        }

        @Test
        void ofWaypointsAreAttachedByTargetsOnly() {
            String rules = ", rules: [{to: [{operation: {methods: [GET]}}]}]}";

            assertThat(because(AmbientMesh.with(
                                    Waypoints.waypoint(),
                                    AmbientMesh.authorization(
                                            "{selector: {matchLabels: {gateway.networking.k8s.io/gateway-name: wp}}"
                                                    + rules))
                            .router()))
                    .isEqualTo("p: it takes no workload");
            assertThat(because(AmbientMesh.with(
                                    Waypoints.waypoint(),
                                    AmbientMesh.authorization(
                                            "{targetRefs: [{" + GROUP + ", kind: Gateway, name: wp}]" + rules))
                            .router()))
                    .isEmpty();
        }

        @Test
        void aboutHttpAtGatewaysAreNotListed() {
            String edge = SmallMesh.service("edge/in", 31, "tcp 5432")
                    .replace("spec: {clusterIP", "spec: {externalIPs: [1.2.3.4], clusterIP");
            String rule = security("AuthorizationPolicy", "edge/p", "{rules: [{to: [{operation: {methods: [GET]}}]}]}");

            assertThat(because(edge, rule)).isEmpty();
            assertThat(because(SmallMesh.service("edge/in", 31, "tcp 5432"), rule))
                    .startsWith("p spec.rules[0]: istiod drops the rule: ");
        }

        @Test
        void whoseRuleIsCoveredAtOneOfTwoWorkloadsOnlyAreNotListed() {
            String other = TwoSidecars.pod("foo/more", "10.0.0.7", "more", ", security.istio.io/tlsMode: istio");
            String rule = "{rules: [{from: [{source: {namespaces: [bar]}}]}]}";
            String some = policy("all", "{selector: {matchLabels: {app: more}}, rules: [{}]}");

            assertThat(because(other, some, policy("p", rule))).isEmpty();
            assertThat(because(other, some, policy("all", "{rules: [{}]}"), policy("p", rule)))
                    .contains("p spec.rules[0]: AuthorizationPolicy/foo/all spec.rules[0]");
        }
    }

    @Nested
    class OfTokens {
        private static final String ONE = "{jwtRules: [{issuer: a, jwks: x}]}";

        @Test
        void thatAreReadAreNotListed() {
            assertThat(because(tokens("foo", ONE))).isEmpty();
        }

        @Test
        void thatNoWorkloadReads() {
            assertThat(because(tokens("nowhere", ONE))).isEqualTo("ra: it takes no workload");
            assertThat(because(tokens("out", ONE))).isEqualTo("ra: none of the 1 workloads that it takes has a proxy");
        }

        @Test
        void thatZtunnelsDoNotRead() {
            assertThat(because(AmbientMesh.with(AmbientMesh.policy("RequestAuthentication", "foo", "ra", ONE))
                            .router()))
                    .isEqualTo("ra: ztunnels read no tokens; attach it to a waypoint with targetRefs");
        }

        @Test
        void whereNoHttpIsRead() {
            assertThat(because(SmallMesh.service("raw/db", 30, "tcp 5432"), tokens("raw", ONE)))
                    .isEqualTo("ra: none of its workloads has a port on which HTTP is read");
            assertThat(because(SmallMesh.service("raw/db", 30, "tcp 5432", "http 80"), tokens("raw", ONE)))
                    .isEmpty();
        }

        @Test
        void whereProtocolsAreDetectedAreNotListed() {
            assertThat(because(SmallMesh.service("raw/db", 30, "any 5432"), tokens("raw", ONE)))
                    .isEmpty();
        }

        @Test
        void ofWorkloadsWithoutServicesAreNotListed() {
            assertThat(because(tokens("bar", ONE))).isEmpty();
        }

        @Test
        void whoseTargetsAreNotThere() {
            assertThat(because(tokens(
                            "foo",
                            "{targetRefs: [{group: '', kind: Service, name: none}, {group: '', kind: Service, name: app}],"
                                    + " jwtRules: [{issuer: a, jwks: x}]}")))
                    .isEqualTo("ra spec.targetRefs[0]: there is no Service foo/none\n"
                            + "ra spec.targetRefs[1]: no waypoint serves Service foo/app");
        }
    }

    @Nested
    class OfSeveralControlPlanes {
        private static final String NONE = "{selector: {matchLabels: {app: none}}, rules: [{}]}";

        private static String found(TwoSites sites) {
            return IneffectivePolicies.of(sites.pods("orders", "c2", "z1", 1).router()).policies().stream()
                    .map(each -> each.cluster() + " " + each.policy().name() + " " + each.reason() + "\n")
                    .reduce("", String::concat);
        }

        @Test
        void eachIsLookedAtWithItsOwnWorkloads() {
            String rule = "{selector: {matchLabels: {app: orders}}, rules: [{}]}";

            assertThat(found(TwoSites.oneNetwork()
                            .add("c1", security("AuthorizationPolicy", "shop/p", rule))
                            .add("c2", security("AuthorizationPolicy", "shop/p", rule))
                            .add("c2", security("AuthorizationPolicy", "shop/q", NONE))))
                    .isEqualTo("c1 p SELECTS_NOTHING\nc2 q SELECTS_NOTHING\n");
        }

        @Test
        void oneThatServesTwoClustersIsLookedAtOnceWithTheWorkloadsOfBoth() {
            String rule = "{selector: {matchLabels: {app: orders}}, rules: [{}]}";

            assertThat(found(TwoSites.oneNetwork()
                            .clusters("{name: c1}, {name: c2, controlPlane: c1}")
                            .add("c1", security("AuthorizationPolicy", "shop/p", rule))
                            .add("c1", security("AuthorizationPolicy", "shop/q", NONE))))
                    .isEqualTo("c1 q SELECTS_NOTHING\n");
        }
    }
}
