package io.eastwest.routing.gateway;

import static io.eastwest.routing.fixture.TlsPairs.certificate;
import static io.eastwest.routing.fixture.TlsPairs.key;
import static io.eastwest.routing.fixture.TlsPairs.manifest;
import static io.eastwest.routing.fixture.TlsPairs.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Decision;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** TLS that a gateway in namespace {@code edge} originates with certificates of {@code credentialName}. */
class OriginatedTlsTest {
    private static final String GATEWAY = TwoSidecars.pod("edge/ingress", "10.0.0.21", "ingress", "") + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: ingress, namespace: edge}
            spec: {selector: {app: ingress}, clusterIP: 10.96.0.21, ports: [{name: http, port: 80, targetPort: 8080}]}
            """
            + SmallMesh.istio(
                    "ServiceEntry",
                    "edge/bank",
                    "{hosts: [bank.example], addresses: [240.0.0.1], ports: [{number: 443, name: http, protocol: HTTP}],"
                            + " resolution: STATIC, location: MESH_EXTERNAL, endpoints: [{address: 198.51.100.7}]}")
            + SmallMesh.istio(
                    "Gateway",
                    "edge/ingress",
                    "{selector: {app: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}")
            + SmallMesh.rules(
                    "edge/ingress",
                    "{hosts: ['*'], gateways: [ingress], http: [{route: [{destination: {host: bank.example, port:"
                            + " {number: 443}}}]}]}");
    private static final String OTHER = pair("edge/other", "ed25519");

    private static String call(String tls, String... secrets) {
        List<String> manifests = new ArrayList<>(List.of(secrets));
        manifests.add(GATEWAY);
        manifests.add(SmallMesh.istio(
                "DestinationRule", "edge/bank", "{host: bank.example, trafficPolicy: {tls: " + tls + "}}"));
        Decision decision = TwoSidecars.with(manifests.toArray(String[]::new)).get("bar/web", "http://ingress.edge/");
        Outcome outcome = decision.outcomes().get(0);
        return decision.isForwarded()
                ? decision.endpoints().get(0).address()
                : outcome.status().getAsInt() + " " + outcome.flags() + ": " + outcome.detail();
    }

    @Nested
    class WithAClientCertificate {
        private static final String MUTUAL = "{mode: MUTUAL, credentialName: bank}";

        @Test
        void getsToTheServerWhenTheSecretHoldsAllOfIt() {
            String whole = manifest(
                    "edge/bank",
                    "tls.crt",
                    certificate("ed25519"),
                    "tls.key",
                    key("ed25519"),
                    "ca.crt",
                    certificate("rsa-pkcs8"));

            assertThat(call(MUTUAL, whole)).isEqualTo("198.51.100.7:443");
        }

        @Test
        void failsWithoutTheSecret() {
            assertThat(call(MUTUAL, OTHER))
                    .isEqualTo("503 UF,URX: TLS: Secret edge/bank does not exist (Secret is not supplied by SDS)");
        }

        @Test
        void failsWithoutWhatVerifiesTheServer() {
            assertThat(call(MUTUAL, pair("edge/bank", "ed25519")))
                    .isEqualTo("503 UF,URX: TLS: neither Secret edge/bank-cacert nor edge/bank holds a CA certificate"
                            + " (Secret is not supplied by SDS)");
            assertThat(call(
                            "{mode: MUTUAL, credentialName: bank, insecureSkipVerify: true}",
                            pair("edge/bank", "ed25519")))
                    .isEqualTo("198.51.100.7:443");
        }

        @Test
        void isTakenAsGivenInAMeshWithoutSecrets() {
            assertThat(call(MUTUAL)).isEqualTo("198.51.100.7:443");
        }
    }

    @Nested
    class WithoutAClientCertificate {
        @Test
        void needsOnlyWhatVerifiesTheServer() {
            String tls = "{mode: SIMPLE, credentialName: bank}";

            assertThat(call(tls, manifest("edge/bank", "ca.crt", certificate("rsa-pkcs8"))))
                    .isEqualTo("198.51.100.7:443");
            assertThat(call(tls, OTHER))
                    .isEqualTo("503 UF,URX: TLS: neither Secret edge/bank-cacert nor edge/bank holds a CA certificate"
                            + " (Secret is not supplied by SDS)");
        }

        @Test
        void failsWithWhatABackendTlsPolicyCannotFind() {
            assertThat(call("{mode: SIMPLE, credentialName: 'invalid://'}"))
                    .isEqualTo("503 UF,URX: TLS: \"invalid://\" names no credential (Secret is not supplied by SDS)");
        }

        @Test
        void isTakenAsGivenWithFilesOrTheAuthoritiesOfTheSystem() {
            assertThat(call("{mode: SIMPLE, caCertificates: /etc/ca.pem}", OTHER))
                    .isEqualTo("198.51.100.7:443");
            assertThat(call("{mode: SIMPLE}", OTHER)).isEqualTo("198.51.100.7:443");
        }
    }
}
