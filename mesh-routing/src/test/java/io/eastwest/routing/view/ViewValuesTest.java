package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.kubernetes.KubernetesService;
import io.eastwest.model.kubernetes.Node;
import io.eastwest.model.kubernetes.ObjectMeta;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of views that follow from one value alone. */
class ViewValuesTest {
    @ParameterizedTest
    @CsvSource({
        "tcp, TCP, ----T",
        "UDP, UDP, -----",
        "grpc, GRPC, H2---",
        "GRPC-Web, GRPC_WEB, H2---",
        "http, HTTP, H----",
        "http_proxy, HTTP_PROXY, H----",
        "HTTP2, HTTP2, H2---",
        "https, HTTPS, --S-T",
        "TLS, TLS, --S-T",
        "mongo, MONGO, ----T",
        "redis, REDIS, ----T",
        "mysql, MYSQL, ----T",
        "hbone, HBONE, -----",
        "http3, UNSUPPORTED, -----",
        "'', UNSUPPORTED, -----",
    })
    void protocolsAreNamedAndOfAKind(String name, PortProtocol expected, String kinds) {
        PortProtocol protocol = PortProtocol.parse(name);

        assertThat(protocol).isEqualTo(expected);
        assertThat(protocol.isHttp()).isEqualTo(kinds.charAt(0) == 'H');
        assertThat(protocol.isHttp2()).isEqualTo(kinds.charAt(1) == '2');
        assertThat(protocol.isTls()).isEqualTo(kinds.charAt(2) == 'S');
        assertThat(protocol.isTcp()).isEqualTo(kinds.charAt(4) == 'T');
    }

    @Nested
    class Places {
        private Node node(String... labels) {
            Map<String, String> all = new TreeMap<>();
            for (int i = 0; i < labels.length; i += 2) {
                all.put(labels[i], labels[i + 1]);
            }
            return Node.builder()
                    .metadata(ObjectMeta.builder().name("n").putAllLabels(all).build())
                    .build();
        }

        @ParameterizedTest
        @CsvSource({
            "r/z/s, 0, r",
            "r/z/s, 1, z",
            "r/z/s, 2, s",
            "r, 0, r",
            "r, 1, ''",
            "r/z, 2, ''",
            "r//s, 1, ''",
            "r//s, 2, s",
            "'', 0, ''",
        })
        void haveParts(String place, int position, String expected) {
            assertThat(Localities.part(place, position)).isEqualTo(expected);
        }

        @Test
        void ofNodesAreThreeLabelsTheOldOnesLast() {
            assertThat(Localities.ofNode(node("topology.kubernetes.io/zone", "z")))
                    .isEqualTo("/z/");
            assertThat(Localities.ofNode(node("topology.istio.io/subzone", "s")))
                    .isEqualTo("//s");
            assertThat(Localities.ofNode(node(
                            "failure-domain.beta.kubernetes.io/region",
                            "old",
                            "failure-domain.beta.kubernetes.io/zone",
                            "old-z",
                            "topology.kubernetes.io/region",
                            "new")))
                    .isEqualTo("new/old-z/");
            assertThat(Localities.ofNode(node("kubernetes.io/hostname", "n"))).isEmpty();
            assertThat(Localities.ofNode(null)).isEmpty();
        }

        @Test
        void ofLabelsAreSeparatedByDotsUnlessTheyHaveASlash() {
            assertThat(Localities.ofLabels(Map.of("istio-locality", "r.z.s"))).isEqualTo("r/z/s");
            assertThat(Localities.ofLabels(Map.of("topology.istio.io/locality", "r.1/z.1")))
                    .isEqualTo("r.1/z.1");
            assertThat(Localities.ofLabels(Map.of("x", "r"))).isEmpty();
        }
    }

    @Nested
    class PortsOfGateways {
        private KubernetesService service(String type, String selector) {
            String annotations =
                    selector.isEmpty() ? "" : ", annotations: {traffic.istio.io/nodeSelector: '" + selector + "'}";
            return TestMesh.single("{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: shop" + annotations
                            + "}, spec: {type: " + type
                            + ", ports: [{name: a, port: 443, nodePort: 31443}, {name: b, port: 80}]}}")
                    .snapshot()
                    .resources("c1", KubernetesService.class)
                    .get(0);
        }

        @Test
        void ofNodesStandForThoseOfTheService() {
            assertThat(ExternalAddresses.nodePort(service("NodePort", "{}"), 443))
                    .isEqualTo(31443);
            assertThat(ExternalAddresses.nodePort(service("NodePort", "{}"), 80))
                    .isZero();
            assertThat(ExternalAddresses.nodePort(service("NodePort", "{}"), 90))
                    .isEqualTo(90);
            assertThat(ExternalAddresses.servicePort(service("NodePort", "{}"), 31443))
                    .isEqualTo(443);
            assertThat(ExternalAddresses.servicePort(service("NodePort", "{}"), 443))
                    .isEqualTo(443);
            assertThat(ExternalAddresses.servicePort(service("NodePort", "{}"), 90))
                    .isEqualTo(90);
        }

        @Test
        void ofOtherServicesAreTheirOwn() {
            assertThat(ExternalAddresses.nodePort(service("NodePort", ""), 443)).isEqualTo(443);
            assertThat(ExternalAddresses.nodePort(service("LoadBalancer", "{}"), 443))
                    .isEqualTo(443);
            assertThat(ExternalAddresses.servicePort(service("LoadBalancer", "{}"), 31443))
                    .isEqualTo(31443);
        }
    }

    @Test
    void addressesAreWrittenByByte() {
        assertThat(ClusterIps.text((10 << 24) | (96 << 16) | (1 << 8) | 255)).isEqualTo("10.96.1.255");
        assertThat(ClusterIps.text(0xC0A80001)).isEqualTo("192.168.0.1");
    }
}
