package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.istio.networking.ServerTlsMode;
import io.eastwest.model.istio.networking.ServerTlsSettings;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** TLS settings of listeners: gateway-api.md 5.4. */
class ListenerSecurityTest {
    private static final ParentKey OWNER = new ParentKey(GroupKind.GATEWAY, "edge", "public");
    private static final String CERTIFICATE = "certificateRefs: [{name: tls}]";
    private static final String FRONTEND =
            "frontend: {default: {validation: {caCertificateRefs: [{group: '', kind: ConfigMap, name: ca}]}},"
                    + " perPort: [{port: 8443, tls: {}}]}";

    private final ListenerSecurity security = new ListenerSecurity(ListenerCertificatesTest.certificates(
            ListenerCertificatesTest.secret("edge/tls", "ec-pkcs8"),
            ListenerCertificatesTest.secret("edge/more", "rsa-pkcs8"),
            ListenerCertificatesTest.configMap("edge/ca", ListenerCertificatesTest.pair("rsa-pkcs8")[0])));

    private ServerTls tls(String labels, int port, String tls, String gateway) {
        MeshResource resource = ListenerCertificatesTest.resource("""
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: public, namespace: edge, labels: {LABELS}}
                spec:
                  gatewayClassName: istio
                  listeners: [{name: l, port: PORT, protocol: HTTPSTLS}]
                  tls: {GATEWAY}
                """.replace("LABELS", labels)
                .replace("PORT", Integer.toString(port))
                .replace("TLS", tls.isEmpty() ? "" : ", tls: {" + tls + "}")
                .replace("GATEWAY", gateway));
        Gateway made = (Gateway) resource;
        return security.of(
                made.spec().listeners().get(0), OWNER, made.metadata().labels(), made.spec());
    }

    private ServerTlsSettings settings(String tls, String gateway) {
        ServerTls made = tls("", 443, tls, gateway);
        assertThat(made.problem()).isEmpty();
        return made.settings().orElseThrow();
    }

    private String problem(String tls, String gateway) {
        return tls("", 443, tls, gateway)
                .problem()
                .map(each -> each.reason() + ": " + each.message())
                .orElse("none");
    }

    @Test
    void aListenerWithoutTlsHasNone() {
        assertThat(tls("", 443, "", "")).isEqualTo(ServerTls.NONE);
    }

    @Nested
    class PassedOn {
        private static final String PASSTHROUGH = "mode: Passthrough";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "| 15443 | PASSTHROUGH",
                    "topology.istio.io/network: n1 | 15443 | AUTO_PASSTHROUGH",
                    "topology.istio.io/network: n1 | 443 | PASSTHROUGH",
                    "topology.istio.io/network: n1, networking.istio.io/gatewayPort: '443' | 443 | AUTO_PASSTHROUGH",
                    "networking.istio.io/gatewayPort: '443' | 443 | PASSTHROUGH",
                })
        void aGatewayOfANetworkPassesOnByItselfOnItsPort(String labels, int port, ServerTlsMode mode) {
            ServerTls made = tls(labels == null ? "" : labels, port, PASSTHROUGH, "");

            assertThat(made.settings().flatMap(ServerTlsSettings::mode)).contains(mode);
            assertThat(made.problem()).isEmpty();
        }

        @Test
        void suitesAreTakenWithoutBlanks() {
            assertThat(settings(PASSTHROUGH + ", options: {gateway.istio.io/tls-cipher-suites: 'A, B,, '}", "")
                            .cipherSuites())
                    .containsExactly("A", "B");
            assertThat(settings(PASSTHROUGH, "").cipherSuites()).isEmpty();
        }
    }

    @Nested
    class Ended {
        private String option(String mode) {
            return CERTIFICATE + ", options: {gateway.istio.io/tls-terminate-mode: " + mode + "}";
        }

        @ParameterizedTest
        @CsvSource({
            "none, SIMPLE, kubernetes-gateway://edge/tls",
            "MUTUAL, MUTUAL, kubernetes-gateway://edge/tls",
            "OPTIONAL_MUTUAL, OPTIONAL_MUTUAL, kubernetes-gateway://edge/tls",
            "ISTIO_SIMPLE, SIMPLE, builtin://",
            "ISTIO_MUTUAL, ISTIO_MUTUAL, "
        })
        void theOptionDecidesAboutTheCertificates(String option, ServerTlsMode mode, String credential) {
            ServerTlsSettings made = settings(option(option), "");

            assertThat(made.mode()).contains(mode);
            assertThat(made.credentialName()).isEqualTo(Optional.ofNullable(credential));
            assertThat(made.caCertCredentialName()).isEmpty();
        }

        @Test
        void suitesAreTaken() {
            assertThat(settings(CERTIFICATE + ", options: {gateway.istio.io/tls-cipher-suites: 'A'}", "")
                            .cipherSuites())
                    .containsExactly("A");
        }

        @Test
        void twoCertificatesAreServedAndMoreAreNot() {
            String two = "{name: tls}, {name: more}";

            assertThat(settings("certificateRefs: [" + two + "]", "").credentialNames())
                    .containsExactly("kubernetes-gateway://edge/tls", "kubernetes-gateway://edge/more");
            assertThat(problem("certificateRefs: [" + two + ", {name: tls}]", ""))
                    .isEqualTo("InvalidCertificateRef: more than two certificates are referred to;"
                            + " up to two are accepted");
        }

        @Test
        void aBadCertificateCountsOnlyWhereNoneIsGood() {
            assertThat(settings("certificateRefs: [{name: tls}, {name: gone}]", "")
                            .credentialName())
                    .contains("kubernetes-gateway://edge/tls");
            assertThat(settings("certificateRefs: [{name: gone}, {name: tls}]", "")
                            .credentialName())
                    .isEmpty();
            assertThat(problem("certificateRefs: [{name: gone}, {name: lost}]", ""))
                    .isEqualTo("InvalidCertificateRef: Secret edge/gone does not exist");
        }
    }

    @Nested
    class WithAuthoritiesOfTheGateway {
        private ServerTlsSettings made(int port, String tls) {
            return tls("", port, tls, FRONTEND).settings().orElseThrow();
        }

        @Test
        void clientsMustShowACertificate() {
            assertThat(made(443, CERTIFICATE).mode()).contains(ServerTlsMode.MUTUAL);
            assertThat(made(443, CERTIFICATE).caCertCredentialName()).contains("configmap://edge/ca-cacert");
        }

        @Test
        void clientsMayShowOneWhereTheOptionSaysSo() {
            String optional = CERTIFICATE + ", options: {gateway.istio.io/tls-terminate-mode: OPTIONAL_MUTUAL}";

            assertThat(made(443, optional).mode()).contains(ServerTlsMode.OPTIONAL_MUTUAL);
        }

        @Test
        void aPortMayHaveItsOwnSettings() {
            assertThat(made(8443, CERTIFICATE).mode()).contains(ServerTlsMode.SIMPLE);
            assertThat(made(8443, CERTIFICATE).caCertCredentialName()).isEmpty();
        }

        @Test
        void aListenerWithoutCertificateAsksForNone() {
            assertThat(made(443, "mode: Terminate").caCertCredentialName()).isEmpty();
        }

        @Test
        void thoseThatAreMissingKeepItFromBeingServed() {
            String missing = FRONTEND.replace("name: ca", "name: gone");

            assertThat(problem(CERTIFICATE, missing))
                    .isEqualTo("InvalidCertificateRef: CA certificate ConfigMap edge/gone does not exist or holds no"
                            + " certificate");
        }
    }
}
