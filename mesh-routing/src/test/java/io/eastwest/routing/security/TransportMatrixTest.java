package io.eastwest.routing.security;

import static io.eastwest.routing.fixture.TwoSidecars.WEB;
import static io.eastwest.routing.fixture.TwoSidecars.end;
import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static io.eastwest.routing.fixture.TwoSidecars.tls;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.TwoSidecars;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client sends against what a server takes, through whole calls: the matrix of security-ambient.md 1.5. */
class TransportMatrixTest {
    private static final String MUTUAL = "mutual TLS " + WEB;
    private static final String HTTP = "http://app.foo/";
    private static final String AUTO = "http://app.foo:7000/";

    private static TwoSidecars server(String mode, String... manifests) {
        return manifests.length == 0
                ? TwoSidecars.with(mode("foo", mode))
                : TwoSidecars.with(mode("foo", mode), manifests[0]);
    }

    @Nested
    class WithoutARule {
        @ParameterizedTest
        @CsvSource({"STRICT, mutual TLS", "PERMISSIVE, mutual TLS", "DISABLE, plaintext"})
        void theClientSendsWhatTheServerTakes(String mode, String secured) {
            assertThat(end(server(mode).get("bar/web", HTTP))).startsWith(secured);
            assertThat(end(server(mode).tcp("bar/web", 9000))).startsWith(secured);
            assertThat(end(server(mode).get("bar/web", AUTO))).startsWith(secured);
        }

        /** Example 1.5b. */
        @Test
        void strictnessBindsOnlyAServerThatHasAProxy() {
            TwoSidecars mesh = TwoSidecars.toBareWith(mode("istio-system", "STRICT"));

            assertThat(end(mesh.get("bar/web", HTTP))).isEqualTo("plaintext");
            assertThat(end(mesh.get("out/bare", HTTP))).isEqualTo("plaintext");
        }

        /** Example 1.5c. */
        @Test
        void aCallerWithoutProxyIsResetByAStrictServer() {
            assertThat(end(server("STRICT").get("out/bare", HTTP))).isEqualTo("closed filter_chain_not_found");
            assertThat(end(server("PERMISSIVE").get("out/bare", HTTP))).isEqualTo("plaintext");
        }

        /** Example 1.5d and trap T4. */
        @Test
        void aDisabledNamespaceKeepsClientsFromAStrictWorkload() {
            TwoSidecars mesh = TwoSidecars.with(
                    mode("foo", "DISABLE"),
                    security(
                            "PeerAuthentication",
                            "foo/w",
                            "{selector: {matchLabels: {app: a}}, mtls: {mode: STRICT}}"));

            assertThat(end(mesh.get("bar/web", HTTP))).isEqualTo("503 UC filter_chain_not_found");
            assertThat(end(mesh.tcp("bar/web", 9000))).isEqualTo("closed filter_chain_not_found");
        }

        /** Examples 1.5e and 1.5f. */
        @Test
        void eachPortOfAPodHasItsTransport() {
            TwoSidecars mesh = TwoSidecars.with(
                    mode("foo", "STRICT"),
                    security(
                            "PeerAuthentication",
                            "foo/w",
                            "{selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: DISABLE}}}"));

            assertThat(end(mesh.get("bar/web", HTTP))).isEqualTo("plaintext");
            assertThat(end(mesh.tcp("bar/web", 9000))).isEqualTo(MUTUAL);
        }

        /** Example 1.5k. */
        @Test
        void withoutAutomaticMutualTlsAStrictServerCloses() {
            TwoSidecars mesh = TwoSidecars.with(mode("foo", "STRICT"), """
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data: {mesh: "enableAutoMtls: false"}
                    """);

            assertThat(end(mesh.get("bar/web", HTTP))).isEqualTo("503 UC filter_chain_not_found");
        }
    }

    @Nested
    class AClientThatIsToldToUseMutualTls {
        private static final String RULE = tls("mode: ISTIO_MUTUAL");

        @Test
        void reachesServersThatTakeIt() {
            assertThat(end(server("STRICT", RULE).get("bar/web", HTTP))).isEqualTo(MUTUAL);
            assertThat(end(server("PERMISSIVE", RULE).tcp("bar/web", 9000))).isEqualTo(MUTUAL);
        }

        @Test
        void failsAtAnApplicationWithoutProxy() {
            TwoSidecars mesh = TwoSidecars.toBareWith(RULE);

            assertThat(end(mesh.get("bar/web", HTTP))).isEqualTo("503 UF,URX tls_handshake_failed");
            assertThat(end(mesh.tcp("bar/web", 9000))).isEqualTo("closed tls_handshake_failed");
        }

        @Test
        void failsAtAServerThatExpectsPlaintext() {
            assertThat(end(server("DISABLE", RULE).get("bar/web", HTTP))).isEqualTo("503 UF,URX tls_handshake_failed");
            assertThat(end(server("DISABLE", RULE).get("bar/web", AUTO))).isEqualTo("503 UF,URX tls_handshake_failed");
            assertThat(end(server("DISABLE", RULE).tcp("bar/web", 9000))).isEqualTo("closed tls_handshake_failed");
        }

        /** Section 2.4: the names of the rule replace those of the service. */
        @Test
        void refusesAServerOfAnotherName() {
            String other = tls("mode: ISTIO_MUTUAL, subjectAltNames: ['spiffe://cluster.local/ns/foo/sa/other']");
            String right = tls("mode: ISTIO_MUTUAL, subjectAltNames: ['spiffe://cluster.local/ns/foo/sa/app']");

            assertThat(end(server("STRICT", other).get("bar/web", HTTP))).isEqualTo("503 UF,URX tls_handshake_failed");
            assertThat(end(server("STRICT", right).get("bar/web", HTTP))).isEqualTo(MUTUAL);
        }
    }

    @Nested
    class AClientThatIsToldToUsePlaintext {
        private static final String RULE = tls("mode: DISABLE");

        @ParameterizedTest
        @CsvSource({"STRICT, 503 UC filter_chain_not_found", "PERMISSIVE, plaintext", "DISABLE, plaintext"})
        void isTakenUnlessTheServerIsStrict(String mode, String expected) {
            assertThat(end(server(mode, RULE).get("bar/web", HTTP))).isEqualTo(expected);
        }
    }

    @Nested
    class AClientWithTlsOfItsOwn {
        @ParameterizedTest
        @CsvSource({
            "STRICT, '503 UF,URX tls_handshake_failed', '503 UF,URX tls_handshake_failed'",
            "PERMISSIVE, 503 UC filter_chain_not_found, TLS",
            "DISABLE, '503 UF,URX tls_handshake_failed', TLS"
        })
        void reachesNoHttpPortAndTheApplicationOfOthers(String mode, String http, String auto) {
            for (String rule : new String[] {
                tls("mode: SIMPLE"),
                tls("mode: MUTUAL, clientCertificate: /c.pem, privateKey: /k.pem, caCertificates: /ca.pem")
            }) {
                assertThat(end(server(mode, rule).get("bar/web", HTTP))).isEqualTo(http);
                assertThat(end(server(mode, rule).get("bar/web", AUTO))).isEqualTo(auto);
            }
        }

        @Test
        void needsAnApplicationThatServesTls() {
            TwoSidecars mesh = TwoSidecars.toBareWith(tls("mode: SIMPLE"));

            assertThat(end(mesh.get("bar/web", HTTP))).isEqualTo("TLS");
            assertThat(mesh.get("bar/web", HTTP).findings())
                    .contains("the call reaches the application of c1/foo/app-1 in TLS, which it has to serve itself");
        }
    }

    @Nested
    class OnAPortWithoutProtocol {
        private static final String ONLY_GET = security(
                "AuthorizationPolicy", "foo/p", "{rules: [{to: [{operation: {methods: [GET], paths: [/ok]}}]}]}");

        /** Section 1.3: the protocols that the client offers tell the server that HTTP comes. */
        @Test
        void rulesAboutHttpAreEnforcedOnHttp() {
            TwoSidecars strict = server("STRICT", ONLY_GET);

            assertThat(end(strict.get("bar/web", "http://app.foo:7000/ok"))).isEqualTo(MUTUAL);
            assertThat(end(strict.get("bar/web", "http://app.foo:7000/no"))).isEqualTo("403 - rbac_denied");
            assertThat(end(strict.tcp("bar/web", 7000))).isEqualTo("closed rbac_denied");
        }

        @Test
        void theServerSeesTheServerName() {
            TwoSidecars named = server(
                    "STRICT",
                    security(
                            "AuthorizationPolicy",
                            "foo/p",
                            "{rules: [{when: [{key: connection.sni, values: ['outbound_.80_._.app.foo*']}]}]}"));

            assertThat(end(named.get("bar/web", HTTP))).isEqualTo(MUTUAL);
            assertThat(end(named.get("bar/web", AUTO))).isEqualTo("403 - rbac_denied");
        }
    }

    @Nested
    class OnAPortThatForwardsBytes {
        @Test
        void theCallerSeesThatTheConnectionIsClosed() {
            TwoSidecars mesh = TwoSidecars.with(security("AuthorizationPolicy", "foo/p", "{}"));

            assertThat(end(mesh.get("bar/web", "http://app.foo:9000/"))).isEqualTo("closed rbac_denied");
        }
    }
}
