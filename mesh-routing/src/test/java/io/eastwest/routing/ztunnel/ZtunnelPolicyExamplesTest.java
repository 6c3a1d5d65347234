package io.eastwest.routing.ztunnel;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.admitted;
import static io.eastwest.routing.fixture.AmbientMesh.authorization;
import static io.eastwest.routing.fixture.AmbientMesh.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.proxy.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of policies at ztunnel: rows 5.5a to 5.5i and 5.6a to 5.6d of security-ambient.md. */
class ZtunnelPolicyExamplesTest {
    private static final String SELECTOR = "selector: {matchLabels: {app: a}}";
    private static final String WAYPOINT = "cluster.local/ns/foo/sa/wp";

    private static AmbientMesh allow(String rule) {
        return AmbientMesh.with(authorization("{" + SELECTOR + ", rules: [" + rule + "]}"));
    }

    private static AmbientMesh deny(String rule) {
        return AmbientMesh.with(authorization("{" + SELECTOR + ", action: DENY, rules: [" + rule + "]}"));
    }

    private static String from(String source) {
        return "{from: [{source: {" + source + "}}]}";
    }

    private static String to(String operation) {
        return "{to: [{operation: {" + operation + "}}]}";
    }

    @Nested
    class RulesAboutHttp {
        /** Row 5.5a. */
        @Test
        void allowNothing() {
            AmbientMesh mesh = allow(to("methods: [GET]"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("closed");
            assertThat(mesh.hbone(WEB, 8080).findings())
                    .anySatisfy(finding -> assertThat(finding)
                            .contains("spec.rules[0]", "methods", "allows nothing", "NOT_ENFORCED_BY_ZTUNNEL"));
        }

        /** Row 5.5b. */
        @Test
        void denyNothing() {
            AmbientMesh mesh = deny(to("methods: [POST]"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
            assertThat(mesh.hbone(WEB, 8080).findings())
                    .anySatisfy(finding -> assertThat(finding).contains("denies nothing"));
        }

        /** Row 5.5c. */
        @Test
        void denyByWhatIsLeftOfThem() {
            AmbientMesh mesh = deny(to("methods: [POST], ports: [\"8080\"]"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("closed");
            assertThat(admitted(mesh.hbone(WEB, 9090))).isEqualTo("ok");
        }

        @Test
        void denyNothingWhereOneClauseIsAboutHttpAlone() {
            AmbientMesh mesh =
                    deny("{from: [{source: {namespaces: [bar]}}], when: [{key: \"request.headers[x]\", values: [a]}]}");

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
        }
    }

    @Nested
    class Identities {
        /** Rows 5.5d and 5.5e: the ztunnel of the pod sees the waypoint. */
        @Test
        void areThoseOfTheWaypoint() {
            AmbientMesh onlyWeb = allow(from("principals: [" + WEB + "]"));
            AmbientMesh both = allow(from("principals: [" + WEB + ", " + WAYPOINT + "]"));

            assertThat(admitted(onlyWeb.hbone(WEB, 8080))).isEqualTo("ok");
            assertThat(admitted(onlyWeb.hbone(WAYPOINT, 8080))).isEqualTo("closed");
            assertThat(admitted(both.hbone(WAYPOINT, 8080))).isEqualTo("ok");
        }

        /** Row 5.5g. */
        @Test
        void areNotToldByTheirTrustDomain() {
            assertThat(admitted(allow(from("trustDomains: [cluster.local]")).hbone(WEB, 8080)))
                    .isEqualTo("closed");
        }

        /** Row 5.5h. */
        @Test
        void haveNoAliases() {
            AmbientMesh mesh = AmbientMesh.with(
                    """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data: {mesh: "trustDomain: td2\\ntrustDomainAliases: [td1]"}
                    """, authorization("{" + SELECTOR + ", rules: [" + from("principals: [td1/ns/foo/sa/x]") + "]}"));

            assertThat(admitted(mesh.hbone("td2/ns/foo/sa/x", 8080))).isEqualTo("closed");
            assertThat(mesh.hbone("td1/ns/foo/sa/x", 8080).outcome().reason()).isEqualTo(Reason.TLS_HANDSHAKE_FAILED);
        }

        @ParameterizedTest
        @CsvSource({
            "'principals: [\"*\"]', ok, closed",
            "'principals: [\"*/sa/web\"]', ok, closed",
            "'principals: [\"cluster.local/ns/bar/*\"]', ok, closed",
            "'principals: [\"spiffe://cluster.local/ns/bar/sa/web\"]', closed, closed",
            "'principals: [\"cluster.local/ns/*/sa/web\"]', closed, closed",
            "'namespaces: [bar]', ok, closed",
            "'namespaces: [\"b*\"]', ok, closed",
            "'namespaces: [\"b*r\"]', closed, closed",
            "'serviceAccounts: [bar/web]', ok, closed",
            "'serviceAccounts: [web]', closed, closed",
            "'notPrincipals: [cluster.local/ns/bar/sa/web]', closed, ok",
            "'ipBlocks: [10.0.1.0/24]', ok, ok",
            "'notIpBlocks: [10.0.1.1]', closed, closed"
        })
        void matchAsWritten(String source, String tunnel, String plaintext) {
            AmbientMesh mesh = allow(from(source));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo(tunnel);
            assertThat(admitted(mesh.plaintext(8080))).isEqualTo(plaintext);
        }
    }

    @Nested
    class Attachment {
        /** Row 5.5f. */
        @Test
        void policiesForAServiceReachNoZtunnel() {
            AmbientMesh mesh =
                    AmbientMesh.with(authorization("{targetRefs: [{group: \"\", kind: Service, name: app}], rules: ["
                            + from("namespaces: [x]") + "]}"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
        }

        /** Row 5.5i. */
        @Test
        void nothingIsAllowedByAPolicyWithoutRulesInTheRootNamespace() {
            AmbientMesh mesh = AmbientMesh.with(policy("AuthorizationPolicy", "istio-system", "none", "{}"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("closed");
            assertThat(admitted(mesh.hbone(WAYPOINT, 8080))).isEqualTo("closed");
            assertThat(mesh.hbone(WEB, 8080).outcome().detail()).contains("istio-system/none");
        }

        /** Trap T12: rules without conditions. */
        @Test
        void anEmptyRuleMatchesEverything() {
            assertThat(admitted(allow("{}").plaintext(8080))).isEqualTo("ok");
            assertThat(admitted(deny("{}").hbone(WEB, 8080))).isEqualTo("closed");
        }

        /** Trap T22. */
        @Test
        void aSelectorWithoutLabelsTakesNobody() {
            AmbientMesh mesh = AmbientMesh.with(authorization("{selector: {}}"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
            assertThat(mesh.hbone(WEB, 8080).findings())
                    .anySatisfy(finding -> assertThat(finding).contains("spec.selector"));
        }

        /** Trap T2: unlike PeerAuthentication. */
        @Test
        void aSelectorInTheRootNamespaceTakesPodsOfAll() {
            AmbientMesh mesh =
                    AmbientMesh.with(policy("AuthorizationPolicy", "istio-system", "none", "{" + SELECTOR + "}"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("closed");
        }

        @Test
        void policiesThatAreTriedOrAskOthersAreNotSent() {
            String tried = """
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: tried, namespace: foo, annotations: {istio.io/dry-run: "true"}}
                    spec: {}
                    """;
            AmbientMesh mesh = AmbientMesh.with(tried, authorization("{action: AUDIT, rules: [{}]}"));

            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
        }

        @Test
        void theRuleThatDeniesIsNamed() {
            assertThat(deny(from("namespaces: [x]") + ", " + from("namespaces: [bar]"))
                            .hbone(WEB, 8080)
                            .outcome()
                            .detail())
                    .isEqualTo("http status: 401 Unauthorized, explicitly denied by: foo/p spec.rules[1]");
        }
    }

    @Nested
    class PeerAuthentications {
        private static AmbientMesh of(String... specs) {
            String[] manifests = new String[specs.length];
            for (int i = 0; i < specs.length; i++) {
                String[] parts = specs[i].split(" ", 2);
                manifests[i] = policy("PeerAuthentication", parts[0], "pa" + i, parts[1]);
            }
            return AmbientMesh.with(manifests);
        }

        /** Rows 5.6a to 5.6d, traps T1 and T31. */
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "foo {mtls: {mode: STRICT}}|closed|closed",
                    "foo {mtls: {mode: DISABLE}}|ok|ok",
                    "foo {SELECTOR, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}}|ok|closed",
                    "foo {SELECTOR, mtls: {mode: PERMISSIVE}, portLevelMtls: {9090: {mode: STRICT}}}|ok|closed",
                    "istio-system {mtls: {mode: STRICT}}|closed|closed",
                    "istio-system {SELECTOR, mtls: {mode: STRICT}}|ok|ok",
                })
        void strictClosesPlaintextAndNothingElse(String spec, String first, String second) {
            AmbientMesh mesh = of(spec.replace("SELECTOR", SELECTOR));

            assertThat(admitted(mesh.plaintext(8080))).isEqualTo(first);
            assertThat(admitted(mesh.plaintext(9090))).isEqualTo(second);
            assertThat(admitted(mesh.hbone(WEB, 8080))).isEqualTo("ok");
            assertThat(admitted(mesh.hbone(WEB, 9090))).isEqualTo("ok");
        }

        @Test
        void aPortThatIsPermissiveUnderAStrictNamespaceIsOpen() {
            AmbientMesh mesh = of(
                    "foo {mtls: {mode: STRICT}}", "foo {" + SELECTOR + ", portLevelMtls: {8080: {mode: PERMISSIVE}}}");

            assertThat(admitted(mesh.plaintext(8080))).isEqualTo("ok");
            assertThat(admitted(mesh.plaintext(9090))).isEqualTo("closed");
        }

        /** Trap T31. */
        @Test
        void aPortThatIsDisabledUnderAStrictNamespaceStaysClosed() {
            AmbientMesh mesh =
                    of("foo {mtls: {mode: STRICT}}", "foo {" + SELECTOR + ", portLevelMtls: {8080: {mode: DISABLE}}}");

            assertThat(admitted(mesh.plaintext(8080))).isEqualTo("closed");
        }

        @Test
        void theDetailNamesThePolicyThatIstiodMade() {
            assertThat(of("foo {mtls: {mode: STRICT}}")
                            .plaintext(8080)
                            .outcome()
                            .detail())
                    .isEqualTo("connection closed due to policy rejection: explicitly denied by:"
                            + " istio-system/istio_converted_static_strict");
        }
    }
}
