package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.IssueCode;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GatewayChecksTest {
    private static final String PODS = """
            apiVersion: v1
            kind: Pod
            metadata: {name: ingress-1, namespace: edge, labels: {istio: ingress, app: gw}}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: ingress, namespace: edge}
            spec:
              selector: {istio: ingress}
              ports: [{name: http, port: 80, targetPort: 8080}, {name: tls, port: 443, targetPort: tls}, {name: u, port: 53, protocol: UDP}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: open, namespace: edge}
            spec: {ports: [{name: http, port: 9999}]}
            """;

    private static String gateway(String name, String selector, String servers) {
        return "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: {name: " + name + ", namespace: shop}\n"
                + "spec: {selector: {" + selector + "}, servers: [" + servers + "]}\n";
    }

    private static String server(int port, String host, String more) {
        return "{port: {number: " + port + ", protocol: HTTP, name: a}, hosts: [\"" + host + "\"]" + more + "}";
    }

    @Nested
    class Selectors {
        private List<String> lines(String selector) {
            return AnalysedMesh.of(PODS, gateway("web", selector, server(80, "a.com", "")))
                    .lines(IssueCode.SELECTOR_WITHOUT_PODS);
        }

        @Test
        void needAPodInAnyNamespace() {
            assertThat(lines("istio: ingress")).isEmpty();
            assertThat(lines("")).isEmpty();
            assertThat(lines("istio: ingres, app: gw"))
                    .containsExactly("ERROR Gateway/shop/web spec.selector: no pod has the labels"
                            + " \"app=gw,istio=ingres\"; correct the labels or add the pods of the gateway"
                            + " [east.yaml:21:18] SELECTOR_WITHOUT_PODS");
        }

        @Test
        void areNotJudgedWithoutAnyWorkload() {
            assertThat(AnalysedMesh.of(gateway("web", "istio: ingress", "")).lines(IssueCode.SELECTOR_WITHOUT_PODS))
                    .isEmpty();
        }
    }

    @Nested
    class Ports {
        private List<String> lines(int port) {
            return AnalysedMesh.of(PODS, gateway("web", "istio: ingress", server(port, "a.com", "")))
                    .lines(IssueCode.GATEWAY_PORT_NOT_EXPOSED);
        }

        @Test
        void areOpenedByAServiceOfThePods() {
            assertThat(lines(80)).isEmpty();
            assertThat(lines(8080)).isEmpty();
            assertThat(lines(443)).isEmpty();
        }

        @Test
        void thatNoServiceOpensAreWarnings() {
            assertThat(lines(81))
                    .containsExactly(
                            "WARNING Gateway/shop/web spec.servers[0].port.number: port 81 is not among the ports"
                                    + " [80, 443, 8080] that Services open on the pods with the labels \"istio=ingress\"; add the"
                                    + " port to a Service of the gateway [east.yaml:21:62] GATEWAY_PORT_NOT_EXPOSED");
            assertThat(lines(53)).hasSize(1);
            assertThat(lines(9999)).hasSize(1);
        }
    }

    @Nested
    class Credentials {
        /** A certificate of no use, of a key that nobody has. */
        private static final String CERTIFICATE = """
                -----BEGIN CERTIFICATE-----
                MIIBdzCCAR2gAwIBAgIUTESTTESTTESTTESTTESTTESTTESTMAoGCCqGSM49BAMC
                -----END CERTIFICATE-----
                """;

        private static String secret(String namespace, String certificate) {
            String encoded =
                    Base64.getEncoder().encodeToString(certificate.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return "apiVersion: v1\nkind: Secret\nmetadata: {name: web-cert, namespace: " + namespace
                    + "}\ndata: {tls.crt: \"" + encoded + "\", tls.key: a2V5}\n";
        }

        private List<String> lines(String secret, String tls) {
            return AnalysedMesh.of(
                            PODS,
                            secret,
                            gateway("web", "istio: ingress", server(443, "a.com", ", tls: {" + tls + "}")))
                    .lines(IssueCode.CREDENTIAL_NOT_FOUND, IssueCode.CREDENTIAL_UNUSABLE);
        }

        @Test
        void standInTheNamespaceOfThePods() {
            String good = TestCertificate.PEM;

            assertThat(lines(secret("edge", good), "credentialName: web-cert")).isEmpty();
            assertThat(lines(secret("other", good), "credentialName: other/web-cert"))
                    .isEmpty();
            assertThat(lines(secret("shop", good), "credentialName: web-cert"))
                    .containsExactly("ERROR Gateway/shop/web spec.servers[0].tls.credentialName: no Secret \"web-cert\""
                            + " exists in namespace [edge] of the pods of the gateway; add it there or correct the name"
                            + " [east.yaml:27:133] CREDENTIAL_NOT_FOUND");
            assertThat(lines(secret("shop", good), "credentialNames: [web-cert]"))
                    .hasSize(1);
        }

        @Test
        void mustBeCertificates() {
            assertThat(lines(secret("edge", CERTIFICATE), "credentialName: web-cert"))
                    .containsExactly("ERROR Gateway/shop/web spec.servers[0].tls.credentialName: Secret/edge/web-cert"
                            + " holds no certificate with its key; put PEM under tls.crt and tls.key, or cert and key"
                            + " [east.yaml:27:133] CREDENTIAL_UNUSABLE");
            assertThat(lines(secret("edge", "no PEM"), "credentialName: web-cert"))
                    .hasSize(1);
        }

        @Test
        void areNotJudgedWhenTheMeshHoldsNoSecretButRemoteOnes() {
            String remote = "apiVersion: v1\nkind: Secret\nmetadata: {name: r, namespace: istio-system,"
                    + " labels: {istio/multiCluster: \"true\"}}\nstringData: {west: x}\n";

            assertThat(lines(remote, "credentialName: web-cert")).isEmpty();
        }
    }

    @Nested
    class Conflicts {
        private List<String> lines(String selector, String other, String otherServer) {
            return AnalysedMesh.of(
                            PODS,
                            gateway("alpha", selector, server(80, "foo.bar", "")),
                            gateway("beta", other, otherServer))
                    .lines(IssueCode.GATEWAYS_CONFLICT);
        }

        @Test
        void areTheSameHostPortAndPods() {
            assertThat(lines("istio: ingress", "istio: ingress", server(80, "foo.bar", "")))
                    .containsExactly(
                            "ERROR Gateway/shop/alpha spec.servers[0].hosts[0]: host \"foo.bar\" on port 80 is also taken"
                                    + " by Gateway [shop/beta] for the same pods; only one of them counts; merge them into"
                                    + " one [east.yaml:21:100] GATEWAYS_CONFLICT",
                            "ERROR Gateway/shop/beta spec.servers[0].hosts[0]: host \"foo.bar\" on port 80 is also taken"
                                    + " by Gateway [shop/alpha] for the same pods; only one of them counts; merge them into"
                                    + " one [east.yaml:27:100] GATEWAYS_CONFLICT");
            assertThat(lines("istio: ingress", "istio: ingress, app: gw", server(80, "foo.bar", "")))
                    .hasSize(2);
            assertThat(lines("x: y", "x: y", server(80, "foo.bar", ""))).hasSize(2);
        }

        @Test
        void areNoneOnOtherPortsHostsAddressesOrPods() {
            assertThat(lines("istio: ingress", "istio: ingress", server(81, "foo.bar", "")))
                    .isEmpty();
            assertThat(lines("istio: ingress", "istio: ingress", server(80, "*.bar", "")))
                    .isEmpty();
            assertThat(lines("istio: ingress", "istio: ingress", server(80, "foo.bar", ", bind: 1.2.3.4")))
                    .isEmpty();
            assertThat(lines("istio: ingress", "istio: ingress, app: none", server(80, "foo.bar", "")))
                    .isEmpty();
            assertThat(lines("istio: ingress", "app: gw", server(80, "foo.bar", "")))
                    .isEmpty();
        }
    }

    @Nested
    class Certificates {
        private List<String> lines(String tls, String otherSelector, String otherTls) {
            return AnalysedMesh.of(
                            gateway("alpha", "istio: ingress", server(443, "a.com", ", tls: {" + tls + "}")),
                            gateway("beta", otherSelector, server(443, "b.com", ", tls: {" + otherTls + "}")))
                    .lines(IssueCode.CERTIFICATE_SHARED_BY_GATEWAYS);
        }

        @Test
        void mustNotBeShared() {
            assertThat(lines("credentialName: c", "istio: ingress, app: gw", "credentialName: c"))
                    .containsExactly("WARNING Gateway/shop/alpha spec.servers[0].tls: shows the same certificate as"
                            + " Gateway [shop/beta]; clients that reuse an HTTP/2 connection for its hosts get 404; put"
                            + " the hosts into one Gateway or give each a certificate of its own [east.yaml:4:116]"
                            + " CERTIFICATE_SHARED_BY_GATEWAYS");
            assertThat(lines(
                            "serverCertificate: a, privateKey: b",
                            "istio: ingress",
                            "serverCertificate: a, privateKey: b"))
                    .hasSize(2);
        }

        @Test
        void mayBeSharedByOtherPodsOrDiffer() {
            assertThat(lines("credentialName: c", "istio: egress", "credentialName: c"))
                    .isEmpty();
            assertThat(lines("credentialName: c", "istio: ingress", "credentialName: d"))
                    .isEmpty();
            assertThat(lines("serverCertificate: a", "istio: ingress", "serverCertificate: a"))
                    .isEmpty();
        }
    }
}
