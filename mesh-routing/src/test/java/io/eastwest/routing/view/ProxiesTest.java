package io.eastwest.routing.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the proxy in a pod tells its control plane. */
class ProxiesTest {
    private static MeshProxy proxy(String labels, String spec) {
        return TestMesh.of("- {name: c1, network: n1}\n")
                .with(
                        "c1",
                        "{apiVersion: v1, kind: Pod, metadata: {name: a, namespace: shop, labels: {" + labels
                                + "}, annotations: {x: y}}, spec: {" + spec
                                + "}, status: {podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: 'fd00::1'}]}}")
                .view("c1")
                .proxy("c1/shop/a", MeshProxy.Kind.SIDECAR)
                .orElseThrow();
    }

    private static String environment(String variables) {
        return "containers: [{name: app}, {name: istio-proxy, env: [" + variables + "]}]";
    }

    @Test
    void isItsPlaceAndItsPod() {
        MeshProxy proxy = proxy("app: a", "serviceAccountName: sa, nodeName: node-1");

        assertThat(proxy.id()).isEqualTo("c1/shop/a");
        assertThat(proxy.cluster() + " " + proxy.namespace() + " " + proxy.name())
                .isEqualTo("c1 shop a");
        assertThat(proxy.addresses()).containsExactly("10.0.0.1", "fd00::1");
        assertThat(proxy.annotations()).containsEntry("x", "y");
        assertThat(proxy.labels()).containsEntry("app", "a");
        assertThat(proxy.serviceAccount()).isEqualTo("sa");
        assertThat(proxy.nodeName()).contains("node-1");
        assertThat(proxy.dnsDomain()).isEqualTo("shop.svc.cluster.local");
        assertThat(proxy.unprivileged()).isFalse();
        assertThat(proxy.requestedNetworkView()).isEmpty();
    }

    @Test
    void withoutAccountIsThatOfTheNamespace() {
        assertThat(proxy("", "serviceAccountName: ''").serviceAccount()).isEqualTo("default");
        assertThat(proxy("", "").serviceAccount()).isEqualTo("default");
    }

    @Test
    void hasThePortsOfAllContainersThatRunBesideEachOther() {
        assertThat(proxy("", """
                containers: [{name: app, ports: [{containerPort: 8080}, {containerPort: 9090}]}],
                initContainers: [{name: init, ports: [{containerPort: 1}]},
                  {name: side, restartPolicy: Always, ports: [{containerPort: 7070}]},
                  {name: never, restartPolicy: Never, ports: [{containerPort: 2}]}]
                """.replace("\n", " ")).containerPorts()).containsExactly(8080, 9090, 7070);
    }

    @Nested
    class TheEnvironment {
        @Test
        void givesTheNetworksThatItAsksFor() {
            assertThat(proxy("", environment("{name: ISTIO_META_REQUESTED_NETWORK_VIEW, value: 'n1,n2'}"))
                            .requestedNetworkView())
                    .containsExactly("n1", "n2");
        }

        @ParameterizedTest
        @CsvSource({"true, true", "false, false", "yes, false"})
        void saysWhetherItIsUnprivileged(String value, boolean expected) {
            assertThat(proxy("", environment("{name: ISTIO_META_UNPRIVILEGED_POD, value: '" + value + "'}"))
                            .unprivileged())
                    .isEqualTo(expected);
        }

        @Test
        void givesTheNetworkUnlessThePodHasALabel() {
            String network = environment("{name: ISTIO_META_NETWORK, value: of-env}");

            assertThat(proxy("", network).network()).isEqualTo("of-env");
            assertThat(proxy("topology.istio.io/network: of-pod", network).network())
                    .isEqualTo("of-pod");
            assertThat(proxy("", environment("{name: ISTIO_META_NETWORK, value: ''}"))
                            .network())
                    .isEqualTo("n1");
            assertThat(proxy("topology.istio.io/network: ''", network).network())
                    .isEqualTo("n1");
        }

        @Test
        void givesTheFirstValueOfAName() {
            assertThat(proxy(
                                    "",
                                    environment("{name: ISTIO_META_NETWORK, value: first},"
                                            + " {name: ISTIO_META_NETWORK, value: second}"))
                            .network())
                    .isEqualTo("first");
        }

        @Test
        void givesLabelsOnlyAsAnObjectOfTexts() {
            assertThat(proxy("", environment("{name: ISTIO_METAJSON_LABELS, value: '{\"a\": \"1\", \"b\": 2}'}"))
                            .labels())
                    .containsEntry("a", "1")
                    .doesNotContainKey("b");
            assertThat(proxy("", environment("{name: ISTIO_METAJSON_LABELS, value: '{'}"))
                            .labels())
                    .doesNotContainKey("a");
        }
    }
}
