package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static io.eastwest.routing.fixture.TwoSidecars.tls;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.fixture.Waypoints;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IneffectivePoliciesTest {
    private static String found(MeshRouter router) {
        StringBuilder text = new StringBuilder();
        for (IneffectivePolicy each : IneffectivePolicies.of(router).policies()) {
            text.append(each.policy().name())
                    .append(each.path().isEmpty() ? "" : " " + each.path())
                    .append(' ')
                    .append(each.reason())
                    .append('\n');
        }
        return text.toString().trim();
    }

    private static String found(String... manifests) {
        return found(TwoSidecars.with(manifests).router());
    }

    private static String policy(String name, String spec) {
        return security("AuthorizationPolicy", "foo/" + name, spec);
    }

    @Test
    void policiesWithEffectAreNotListed() {
        MeshRouter router = TwoSidecars.with(
                        policy("p", "{rules: [{from: [{source: {namespaces: [bar]}}]}]}"), mode("foo", "STRICT"))
                .router();

        assertThat(IneffectivePolicies.of(router).toText())
                .isEqualTo("Every policy has an effect, as far as can be told.\n");
    }

    @Nested
    class Scope {
        @Test
        void aSelectorThatTakesNobody() {
            assertThat(found(policy("p", "{selector: {matchLabels: {app: b}}}")))
                    .isEqualTo("p SELECTS_NOTHING");
            assertThat(found(security("PeerAuthentication", "nowhere/p", "{mtls: {mode: STRICT}}")))
                    .isEqualTo("p SELECTS_NOTHING");
        }

        @Test
        void workloadsWithoutProxy() {
            assertThat(found(security("AuthorizationPolicy", "out/p", "{}"))).isEqualTo("p NO_PROXY");
            assertThat(found(security("PeerAuthentication", "out/p", "{mtls: {mode: STRICT}}")))
                    .isEqualTo("p NO_PROXY");
        }

        @Test
        void targetsThatAreNotThere() {
            assertThat(found(policy(
                            "p",
                            "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: gw},"
                                    + " {group: '', kind: Service, name: app}]}")))
                    .isEqualTo("p spec.targetRefs[0] TARGET_NOT_THERE\np spec.targetRefs[1] TARGET_WITHOUT_WAYPOINT");
        }

        @Test
        void targetsOfOtherKinds() {
            String ofClass = "{targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: NAME}]}";

            assertThat(found(policy("p", ofClass.replace("NAME", "istio-waypoint"))))
                    .isEqualTo("p spec.targetRefs[0] TARGET_NOT_THERE");
            assertThat(found(security(
                            "AuthorizationPolicy", "istio-system/p", ofClass.replace("NAME", "istio-waypoint"))))
                    .isEmpty();
            assertThat(found(security("AuthorizationPolicy", "istio-system/p", ofClass.replace("NAME", "own"))))
                    .isEqualTo("p spec.targetRefs[0] TARGET_NOT_THERE");
            assertThat(found(security("AuthorizationPolicy", "istio-system/p", ofClass.replace("NAME", "own")), """
                            apiVersion: gateway.networking.k8s.io/v1
                            kind: GatewayClass
                            metadata: {name: own}
                            spec: {controllerName: a.example/b}
                            """))
                    .isEmpty();
        }

        @Test
        void entriesWithoutWaypoint() {
            String target = "{targetRefs: [{group: networking.istio.io, kind: ServiceEntry, name: NAME}]}";
            String entry = SmallMesh.istio(
                    "ServiceEntry",
                    "foo/out",
                    "{hosts: [out.example], location: MESH_EXTERNAL, resolution: DNS,"
                            + " ports: [{number: 80, name: http, protocol: HTTP}]}");

            assertThat(found(policy("p", target.replace("NAME", "out")), entry))
                    .isEqualTo("p spec.targetRefs[0] TARGET_WITHOUT_WAYPOINT");
            assertThat(found(policy("p", target.replace("NAME", "other")), entry))
                    .isEqualTo("p spec.targetRefs[0] TARGET_NOT_THERE");
        }

        @Test
        void aTrial() {
            assertThat(found(
                            policy("p", "{}").replace("creation", "annotations: {istio.io/dry-run: 'true'}, creation")))
                    .isEqualTo("p ONLY_TRIED");
        }
    }

    @Nested
    class Rules {
        @Test
        void whatADenyTakes() {
            String deny = policy("d", "{action: DENY, rules: [{to: [{operation: {paths: ['/admin*']}}]}]}");
            String allow = policy(
                    "p",
                    "{rules: [{to: [{operation: {paths: [/admin/x], methods: [GET]}}]}, {to: [{operation: {paths:"
                            + " [/open]}}]}]}");
            MeshRouter router = TwoSidecars.with(deny, allow).router();

            assertThat(found(router)).isEqualTo("p spec.rules[0] SHADOWED_BY_DENY");
            assertThat(IneffectivePolicies.of(router).policies().get(0).because())
                    .isEqualTo("AuthorizationPolicy/foo/d spec.rules[0] denies all that it takes");
        }

        @Test
        void whatAWiderRuleTakes() {
            assertThat(found(
                            policy("all", "{rules: [{}]}"),
                            policy("p", "{rules: [{from: [{source: {namespaces: [bar]}}]}]}")))
                    .isEqualTo("p spec.rules[0] COVERED");
        }

        @Test
        void ofTwoLikeRulesOneStays() {
            String rule = "{rules: [{from: [{source: {namespaces: [bar]}}]}]}";

            assertThat(found(policy("a", rule), policy("b", rule))).isEqualTo("b spec.rules[0] COVERED");
        }

        @Test
        void aDenyForFewerDoesNotShadow() {
            assertThat(found(
                            policy("d", "{action: DENY, rules: [{from: [{source: {namespaces: [baz]}}]}]}"),
                            policy("p", "{rules: [{to: [{operation: {paths: [/a]}}]}]}")))
                    .isEmpty();
        }

        /** The fewer paths a rule leaves out, the more it takes. */
        @Test
        void aDenyThatLeavesOutMoreDoesNotShadow() {
            String more = "{to: [{operation: {notPaths: [/a, /b]}}]}";
            String fewer = "{to: [{operation: {notPaths: [/a]}}]}";

            assertThat(found(
                            policy("d", "{action: DENY, rules: [" + more + "]}"),
                            policy("p", "{rules: [" + fewer + "]}")))
                    .isEmpty();
            assertThat(found(
                            policy("d", "{action: DENY, rules: [" + fewer + "]}"),
                            policy("p", "{rules: [" + more + "]}")))
                    .isEqualTo("p spec.rules[0] SHADOWED_BY_DENY");
        }

        @Test
        void identitiesThatNobodyHas() {
            assertThat(found(policy(
                            "p", "{rules: [{from: [{source: {principals: ['spiffe://cluster.local/ns/a/sa/b']}}]}]}")))
                    .isEqualTo("p spec.rules[0] NEVER_MATCHES");
        }

        @Test
        void conditionsThatIstiodDoesNotKnow() {
            assertThat(found(policy("p", "{rules: [{when: [{key: source.colour, values: [red]}]}]}")))
                    .isEqualTo("p spec.rules[0] NEVER_MATCHES");
        }

        @Test
        void rulesAboutHttpWhereNoneIsRead() {
            String bytes = SmallMesh.service("raw/db", 30, "tcp 5432");

            assertThat(found(
                            bytes,
                            security(
                                    "AuthorizationPolicy",
                                    "raw/p",
                                    "{rules: [{to: [{operation: {methods: [GET]}}]}]}")))
                    .isEqualTo("p spec.rules[0] NEVER_MATCHES");
        }
    }

    @Nested
    class PeerAuthentications {
        @Test
        void theOldestCounts() {
            assertThat(found(
                            security("PeerAuthentication", "foo/old@1", "{mtls: {mode: STRICT}}"),
                            security("PeerAuthentication", "foo/young@2", "{mtls: {mode: DISABLE}}")))
                    .isEqualTo("young OVERRIDDEN");
        }

        /** Trap T3. */
        @Test
        void theOldestForAWorkloadCounts() {
            String selector = "selector: {matchLabels: {app: a}}";

            assertThat(found(
                            security("PeerAuthentication", "foo/old@1", "{" + selector + ", mtls: {mode: STRICT}}"),
                            security("PeerAuthentication", "foo/young@2", "{" + selector + ", mtls: {mode: DISABLE}}")))
                    .isEqualTo("young OVERRIDDEN");
        }

        /** Trap T1. */
        @Test
        void aSelectorInTheRootNamespaceTakesNobody() {
            assertThat(found(security(
                            "PeerAuthentication",
                            "istio-system/p",
                            "{selector: {matchLabels: {app: a}}, mtls: {mode: STRICT}}")))
                    .isEqualTo("p IGNORED_IN_ROOT_NAMESPACE");
        }
    }

    @Nested
    class InAmbientMode {
        @Test
        void rulesAboutHttpAreNotLookedAt() {
            MeshRouter router = AmbientMesh.with(AmbientMesh.authorization(
                            "{action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}]}"))
                    .router();

            assertThat(found(router)).isEqualTo("p spec.rules[0] NOT_AT_ZTUNNEL");
            assertThat(IneffectivePolicies.of(router).policies().get(0).because())
                    .isEqualTo("ztunnel does not look at methods: the rule denies nothing; enforce it at a waypoint"
                            + " with targetRefs");
        }

        @Test
        void tokensAreNotRead() {
            assertThat(found(AmbientMesh.with(AmbientMesh.policy(
                                    "RequestAuthentication", "foo", "ra", "{jwtRules: [{issuer: a}]}"))
                            .router()))
                    .isEqualTo("ra NOT_AT_ZTUNNEL");
        }

        @Test
        void aTargetThatAWaypointServesIsFine() {
            String policy = AmbientMesh.authorization("{targetRefs: [{group: '', kind: Service, name: svc}]}");

            assertThat(found(AmbientMesh.with(Waypoints.waypoint(), Waypoints.service(), policy)
                            .router()))
                    .isEmpty();
            assertThat(found(AmbientMesh.with(Waypoints.service("svc", "a: b"), policy)
                            .router()))
                    .isEqualTo("p spec.targetRefs[0] TARGET_WITHOUT_WAYPOINT");
        }

        /** Trap T5. */
        @Test
        void tlsOfRulesIsIgnored() {
            assertThat(found(AmbientMesh.with(SmallMesh.istio(
                                    "DestinationRule",
                                    "foo/r",
                                    "{host: app.foo.svc.cluster.local, trafficPolicy: {tls: {mode: DISABLE}}}"))
                            .router()))
                    .isEqualTo("r spec.trafficPolicy.tls TLS_IGNORED_BY_TUNNEL");
        }
    }

    @Test
    void plaintextToAStrictServerIsContradicted() {
        assertThat(found(mode("foo", "STRICT"), tls("mode: DISABLE")))
                .isEqualTo("app spec.trafficPolicy.tls CONTRADICTED");
    }
}
