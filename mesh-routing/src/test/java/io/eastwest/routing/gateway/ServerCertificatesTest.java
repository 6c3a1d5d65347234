package io.eastwest.routing.gateway;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.request;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static io.eastwest.routing.fixture.TlsPairs.certificate;
import static io.eastwest.routing.fixture.TlsPairs.key;
import static io.eastwest.routing.fixture.TlsPairs.manifest;
import static io.eastwest.routing.fixture.TlsPairs.pair;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates that the servers of a gateway in namespace {@code edge} name. */
class ServerCertificatesTest {
    private static final String OTHER = pair("edge/other", "ed25519");

    /** {@return what a client gets of {@code https://a.com}: the cluster, or why the gateway closes the connection} */
    private static String https(String tls, String... secrets) {
        List<String> manifests = new ArrayList<>(List.of(secrets));
        manifests.add(service("edge/a", 1, "http 80"));
        manifests.add(pod("edge/edge", "10.1.0.9", "app: edge"));
        manifests.add(istio(
                "Gateway",
                "edge/gw",
                "{selector: {app: edge}, servers: [{port: {number: 443, name: https, protocol: HTTPS}, hosts: [a.com], tls: "
                        + tls + "}]}"));
        manifests.add(rules("edge/a", "{hosts: [a.com], gateways: [gw], http: [{route: [{destination: {host: a}}]}]}"));
        ProxyAnswer answer = SmallMesh.of(manifests.toArray(String[]::new))
                .gateway(
                        "edge/edge",
                        443,
                        Optional.of(new TlsClientHello(Optional.of("a.com"), List.of())),
                        Optional.of(request("GET", "a.com", "/")));
        String detail = answer.outcomes().get(0).detail();
        return SmallMesh.text(answer).equals("closed")
                ? detail.replace(" (Secret is not supplied by SDS)", "; not supplied")
                : SmallMesh.text(answer);
    }

    private static String simple(String name, String... secrets) {
        return https("{mode: SIMPLE, credentialName: " + name + "}", secrets);
    }

    @Nested
    class OfOneName {
        @Test
        void areGivenFromTheNamespaceOfTheProxy() {
            assertThat(simple("shop", pair("edge/shop", "rsa-pkcs8"))).isEqualTo("outbound|80||a.edge~");
            assertThat(simple("kubernetes://edge/shop", pair("edge/shop", "rsa-pkcs8")))
                    .isEqualTo("outbound|80||a.edge~");
        }

        @Test
        void existOrTheGatewayClosesEachConnection() {
            assertThat(simple("shop", OTHER)).isEqualTo("Secret edge/shop does not exist; not supplied");
        }

        @Test
        void areNotGivenFromOtherNamespaces() {
            assertThat(simple("shop", pair("safe/shop", "rsa-pkcs8")))
                    .isEqualTo("Secret edge/shop does not exist; not supplied");
            assertThat(simple("safe/shop", pair("safe/shop", "rsa-pkcs8")))
                    .isEqualTo(
                            "Secret safe/shop is of another namespace than the proxy, which is in edge; not supplied");
        }

        @Test
        void haveTheirKey() {
            String torn = manifest("edge/shop", "tls.crt", certificate("rsa-pkcs8"), "tls.key", key("rsa-other"));

            assertThat(simple("shop", torn))
                    .isEqualTo("Secret edge/shop holds no certificate with its key; not supplied");
        }

        @ParameterizedTest
        @ValueSource(strings = {"builtin://", "sds://vault"})
        void areNotLookedForElsewhere(String name) {
            assertThat(simple(name, OTHER)).isEqualTo("outbound|80||a.edge~");
        }

        @Test
        void ofNoObjectAreNotGiven() {
            assertThat(simple("invalid://shop", OTHER))
                    .isEqualTo("\"invalid://shop\" names no credential; not supplied");
            assertThat(simple("configmap://edge/shop", OTHER))
                    .isEqualTo("a ConfigMap holds no key, but \"configmap://edge/shop\" names one; not supplied");
        }

        @Test
        void inFilesOfThePodAreTakenAsThere() {
            assertThat(https("{mode: SIMPLE, serverCertificate: /etc/c.pem, privateKey: /etc/k.pem}", OTHER))
                    .isEqualTo("outbound|80||a.edge~");
        }
    }

    @Nested
    class OfAMeshWithoutSecrets {
        @Test
        void areTakenAsThere() {
            assertThat(simple("shop")).isEqualTo("outbound|80||a.edge~");
        }

        @Test
        void doNotCountThoseOfTheMeshItself() {
            String remote = manifest("istio-system/istio-remote-secret-c2", "c2", "kubeconfig")
                    .replace(
                            "namespace: istio-system", "namespace: istio-system, labels: {istio/multiCluster: 'true'}");

            assertThat(simple("shop", manifest("istio-system/cacerts", "ca-cert.pem", certificate("rsa-pkcs8"))))
                    .isEqualTo("outbound|80||a.edge~");
            assertThat(simple("shop", remote)).isEqualTo("outbound|80||a.edge~");
        }
    }

    @Nested
    class OfTwoNames {
        private String two(String... secrets) {
            return https("{mode: SIMPLE, credentialNames: [rsa, ec]}", secrets);
        }

        @Test
        void areEnoughWhenOneIsThere() {
            assertThat(two(pair("edge/rsa", "rsa-pkcs8"))).isEqualTo("outbound|80||a.edge~");
            assertThat(two(pair("edge/ec", "ec-pkcs8"))).isEqualTo("outbound|80||a.edge~");
            assertThat(two(OTHER)).isEqualTo("Secret edge/rsa does not exist; not supplied");
        }
    }

    @Nested
    class OfClients {
        private static final String OPTIONAL = "{mode: OPTIONAL_MUTUAL, credentialName: shop}";
        private static final String ANSWERED = "outbound|80||a.edge~";

        @Test
        void areVerifiedWithACertificateOfTheSameSecretOrOneBesideIt() {
            String own = manifest(
                    "edge/shop",
                    "tls.crt",
                    certificate("ed25519"),
                    "tls.key",
                    key("ed25519"),
                    "ca.crt",
                    certificate("rsa-pkcs8"));

            assertThat(https(OPTIONAL, own)).isEqualTo(ANSWERED);
            assertThat(https(
                            OPTIONAL,
                            pair("edge/shop", "ed25519"),
                            manifest("edge/shop-cacert", "cacert", certificate("rsa-pkcs8"))))
                    .isEqualTo(ANSWERED);
            assertThat(https(OPTIONAL, own, manifest("edge/shop-cacert", "unused", "x")))
                    .isEqualTo("neither Secret edge/shop-cacert nor edge/shop holds a CA certificate; not supplied");
        }

        @Test
        void areRefusedWhereThereIsNone() {
            assertThat(https(OPTIONAL, pair("edge/shop", "ed25519")))
                    .isEqualTo("neither Secret edge/shop-cacert nor edge/shop holds a CA certificate; not supplied");
            assertThat(https(
                            OPTIONAL,
                            pair("edge/shop", "ed25519"),
                            manifest("edge/shop-cacert", "cacert", "no certificate")))
                    .isEqualTo("neither Secret edge/shop-cacert nor edge/shop holds a CA certificate; not supplied");
        }

        @Test
        void areVerifiedWithWhatIsNamedApart() {
            String map =
                    "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: NAME, namespace: edge}\ndata:\n  ca.crt: |\n"
                            + certificate("rsa-pkcs8").indent(4);
            String tls =
                    "{mode: OPTIONAL_MUTUAL, credentialName: shop, caCertCredentialName: 'configmap://edge/ca-cacert'}";

            assertThat(https(tls, pair("edge/shop", "ed25519"), map.replace("NAME", "ca")))
                    .isEqualTo(ANSWERED);
            assertThat(https(tls, pair("edge/shop", "ed25519"), map.replace("NAME", "ca-cacert")))
                    .isEqualTo("ConfigMap edge/ca holds no CA certificate; not supplied");
        }

        @Test
        void needNoneWithTheCertificatesOfTheMesh() {
            assertThat(https("{mode: ISTIO_MUTUAL, credentialName: shop}", OTHER))
                    .isEqualTo("PEER_DID_NOT_RETURN_A_CERTIFICATE");
        }
    }
}
