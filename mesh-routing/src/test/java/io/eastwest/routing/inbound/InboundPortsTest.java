package io.eastwest.routing.inbound;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshProxyBuilder;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.ServiceTarget;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ports of a workload for which its sidecar has chains. */
class InboundPortsTest {
    private static ServiceTarget target(int port, int container, PortProtocol protocol) {
        return new ServiceTarget(
                Meshes.service().build(), new MeshServicePort("p" + port, port, protocol, ""), container);
    }

    private static ProxyScope scope(HandMadeView view, MeshProxyBuilder proxy) {
        return ProxyScopes.of(view, List.of()).scope(proxy.build());
    }

    private static List<String> ports(HandMadeView view, MeshProxyBuilder proxy) {
        return InboundPorts.of(scope(view, proxy)).stream()
                .map(port -> port.listenerName() + " " + port.servicePort() + " " + port.protocol()
                        + (port.ownListener() ? " own " : " ")
                        + port.origins().get(0).resource() + " "
                        + port.origins().get(0).path())
                .map(String::strip)
                .toList();
    }

    private static HandMadeView sidecar(String ingress) {
        return new HandMadeView()
                .with(ManifestReader.strict()
                        .read("sidecar.yaml", istio("Sidecar", "shop/own", "{ingress: [" + ingress + "]}"))
                        .orThrow()
                        .get(0)
                        .resource());
    }

    @Nested
    class OfServices {
        @Test
        void areAscendingAndTheFirstServiceOfAPortCounts() {
            HandMadeView view = new HandMadeView()
                    .with(target(90, 9000, PortProtocol.TCP))
                    .with(target(80, 8080, PortProtocol.HTTP))
                    .with(target(81, 8080, PortProtocol.TCP));

            assertThat(ports(view, Meshes.proxy()))
                    .containsExactly("0.0.0.0_8080 80 HTTP Service/shop/api", "0.0.0.0_9000 90 TCP Service/shop/api");
            assertThat(InboundPorts.of(scope(view, Meshes.proxy())).get(0).clusterName())
                    .isEqualTo("inbound|8080||");
        }

        @ParameterizedTest
        @ValueSource(ints = {15001, 15006, 15021, 15090})
        void areNoneOfTheProxyItself(int port) {
            assertThat(ports(new HandMadeView().with(target(80, port, PortProtocol.HTTP)), Meshes.proxy()))
                    .isEmpty();
        }

        @Test
        void thePortOfTheProxyIsThatOfTheMesh() {
            HandMadeView view = new HandMadeView()
                    .with(MeshConfig.builder().proxyInboundListenPort(15007).build())
                    .with(target(80, 15007, PortProtocol.HTTP))
                    .with(target(81, 15006, PortProtocol.HTTP));

            assertThat(ports(view, Meshes.proxy())).containsExactly("0.0.0.0_15006 81 HTTP Service/shop/api");
        }

        @Test
        void areBoundForVersion6WhereTheProxyHasNoOtherAddress() {
            HandMadeView view = new HandMadeView().with(target(80, 8080, PortProtocol.HTTP));
            MeshProxyBuilder both = Meshes.proxy().addAddress("fd00::1");

            assertThat(ports(view, both)).containsExactly("0.0.0.0_8080 80 HTTP Service/shop/api");
            assertThat(ports(view, both.addresses(List.of("fd00::1"))))
                    .containsExactly("::_8080 80 HTTP Service/shop/api");
        }
    }

    @Nested
    class OfASidecar {
        @Test
        void replaceThoseOfServices() {
            HandMadeView view = sidecar("{port: {number: 9080, protocol: HTTP, name: h}},"
                            + " {port: {number: 7000, protocol: TCP, name: t}, bind: 127.0.0.1, captureMode: NONE},"
                            + " {port: {number: 7001, protocol: GRPC, name: g}, captureMode: IPTABLES}")
                    .with(target(80, 8080, PortProtocol.HTTP));

            assertThat(ports(view, Meshes.proxy()))
                    .containsExactly(
                            "127.0.0.1_7000 7000 TCP own Sidecar/shop/own spec.ingress[1]",
                            "10.0.0.9_7001 7001 GRPC Sidecar/shop/own spec.ingress[2]",
                            "10.0.0.9_9080 9080 HTTP Sidecar/shop/own spec.ingress[0]");
        }

        @Test
        void withoutAnyThoseOfServicesStay() {
            HandMadeView view = sidecar("").with(target(80, 8080, PortProtocol.HTTP));

            assertThat(ports(view, Meshes.proxy())).containsExactly("0.0.0.0_8080 80 HTTP Service/shop/api");
        }

        /** Mirrors istio 1.30.3 pilot/pkg/networking/core/listener_inbound.go:buildInboundChainConfigs. */
        @ParameterizedTest
        @CsvSource({
            "15021, HTTP, '', 0",
            "15090, HTTP, '', 0",
            "15021, TCP, '', 1",
            "15021, TCP, 0.0.0.0, 0",
            "15021, HTTP, 10.0.0.9, 1",
            "15022, HTTP, '', 1",
            "15022, TCP, 0.0.0.0, 1",
        })
        void areNoneOfTheProxyItself(int number, String protocol, String bind, int ports) {
            HandMadeView view = sidecar("{port: {number: " + number + ", protocol: " + protocol
                    + ", name: p}, captureMode: DEFAULT" + (bind.isEmpty() ? "" : ", bind: " + bind) + "}");

            assertThat(ports(view, Meshes.proxy())).hasSize(ports);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 10.0.0.9, 0.0.0.0",
        "127.0.0.1 10.0.0.9, 10.0.0.9, 0.0.0.0",
        "169.254.1.1 fd00::1, fd00::1, 0.0.0.0",
        "fe80::1 ::1, ::, ::",
        "0.0.0.0, 0.0.0.0, 0.0.0.0",
        "'', 0.0.0.0, 0.0.0.0",
        "fd00::1 fd00::2, fd00::1, ::",
    })
    void theOwnAddressIsTheFirstThatIsGlobal(String addresses, String own, String wildcard) {
        List<String> all = addresses.isEmpty() ? List.of() : List.of(addresses.split(" ", -1));
        MeshProxy proxy = Meshes.proxy().addresses(all).build();

        assertThat(ProxyAddresses.own(proxy)).isEqualTo(own);
        assertThat(ProxyAddresses.wildcard(proxy)).isEqualTo(wildcard);
    }
}
