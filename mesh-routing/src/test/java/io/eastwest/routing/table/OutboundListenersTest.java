package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.NetworkFilter;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServiceBuilder;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which outbound listeners a sidecar has, and what shares one of them. */
class OutboundListenersTest {
    private static final String BOUND = "{egress: [{bind: 127.0.0.2, hosts: ['*/*']}]}";
    private static final String CAPTURE = "virtualOutbound 0.0.0.0: to 15001 BlackHoleCluster, PassthroughCluster";

    private static MeshServiceBuilder at(String name, int port, PortProtocol protocol, String... addresses) {
        return service(name, Resolution.CLIENT_SIDE)
                .ports(List.of(new MeshServicePort("p", port, protocol, "p")))
                .clusterAddresses(addresses.length == 0 ? Map.of() : Map.of("c1", List.of(addresses)));
    }

    /** The services, each created after the one before it. */
    private static HandMadeView view(MeshServiceBuilder... services) {
        HandMadeView view = new HandMadeView();
        for (int i = 0; i < services.length; i++) {
            view.with(services[i].creationTime(Instant.EPOCH.plusSeconds(i)).build());
        }
        return view;
    }

    private static HandMadeView with(HandMadeView view, String sidecar) {
        return view.with((Sidecar) ManifestReader.pruning()
                .read("sidecar.yaml", SmallMesh.istio("Sidecar", "shop/default", sidecar))
                .orThrow()
                .get(0)
                .resource());
    }

    /** The listeners but the last, which takes all captured traffic. */
    private static List<String> listeners(HandMadeView view) {
        List<ProxyListener> all =
                SidecarTables.listeners(ProxyScopes.of(view, List.of()).scope(proxy().build()));
        assertThat(text(all.get(all.size() - 1))).isEqualTo(CAPTURE);
        return all.subList(0, all.size() - 1).stream()
                .map(OutboundListenersTest::text)
                .toList();
    }

    private static String text(ProxyListener listener) {
        String chains = listener.filterChains().stream()
                .map(OutboundListenersTest::text)
                .collect(Collectors.joining(", "));
        return listener.name() + " " + listener.address() + ": " + chains
                + listener.defaultFilterChain()
                        .map(chain -> (chains.isEmpty() ? "" : ", ") + "else " + text(chain))
                        .orElse("");
    }

    private static String text(FilterChain chain) {
        return (chain.match().destinationPort().isPresent()
                        ? "to " + chain.match().destinationPort().getAsInt() + " "
                        : "")
                + (chain.match().prefixRanges().isEmpty() ? "" : chain.match().prefixRanges() + " ")
                + (chain.match().serverNames().isEmpty() ? "" : chain.match().serverNames() + " ")
                + (chain.match().applicationProtocols().isEmpty() ? "" : "plain ")
                + text(chain.filter());
    }

    private static String text(NetworkFilter filter) {
        return filter instanceof HttpConnectionManager http
                ? "routes " + http.routeConfiguration()
                : ((TcpProxy) filter).clusters().get(0).cluster().replaceFirst("outbound\\|\\d+\\|\\|", "");
    }

    @Nested
    class ThatSeveralServicesShare {
        private final MeshServiceBuilder tcp = at("a.tcp", 90, PortProtocol.TCP);
        private final MeshServiceBuilder other = at("b.tcp", 90, PortProtocol.TCP);
        private final MeshServiceBuilder http = at("c.http", 90, PortProtocol.HTTP);
        private final MeshServiceBuilder unnamed = at("d.any", 90, PortProtocol.UNSUPPORTED);
        private final MeshServiceBuilder mysql = at("e.mysql", 90, PortProtocol.MYSQL);

        @Test
        void theFirstTcpServiceKeepsItAndPlainHttpJoins() {
            assertThat(listeners(view(tcp, other, http)))
                    .containsExactly("0.0.0.0_90 0.0.0.0: plain routes 90, else a.tcp");
            assertThat(listeners(view(tcp, unnamed)))
                    .containsExactly("0.0.0.0_90 0.0.0.0: plain routes 90, else a.tcp");
            assertThat(listeners(view(unnamed, http)))
                    .containsExactly("0.0.0.0_90 0.0.0.0: plain routes 90, else d.any");
        }

        @Test
        void onAnAddressOfTheUserTheFirstServiceKeepsIt() {
            assertThat(listeners(with(view(tcp, http), BOUND))).containsExactly("127.0.0.2_90 127.0.0.2: a.tcp");
            assertThat(listeners(with(view(http, tcp), BOUND))).containsExactly("127.0.0.2_90 127.0.0.2: routes 90");
        }

        @Test
        void onAnAddressOfTheUserDetectedProtocolsReplaceHttpUnlessTcpCameBetween() {
            assertThat(listeners(with(view(http, unnamed), BOUND)))
                    .containsExactly("127.0.0.2_90 127.0.0.2: plain routes d.any:90, else d.any");
            assertThat(listeners(with(view(http, tcp, unnamed), BOUND)))
                    .containsExactly("127.0.0.2_90 127.0.0.2: routes 90");
        }

        @Test
        void whoSpeaksFirstSharesItWithNobody() {
            for (MeshServiceBuilder second : List.of(tcp, http, unnamed)) {
                assertThat(listeners(view(mysql, second))).containsExactly("0.0.0.0_90 0.0.0.0: e.mysql");
            }
            assertThat(listeners(view(http, mysql)))
                    .containsExactly("0.0.0.0_90 0.0.0.0: plain routes 90, else PassthroughCluster");
        }

        @Test
        void oneThatTheUserDeclaresTakesNoneOfOtherListeners() {
            String declared = "{egress: [{port: {number: 90, protocol: TCP, name: tcp}, hosts: ['shop/a.tcp']},"
                    + " {hosts: ['*/*']}]}";

            assertThat(listeners(with(view(tcp, http), declared))).containsExactly("0.0.0.0_90 0.0.0.0: a.tcp");
        }
    }

    @Nested
    class Addresses {
        @Test
        void ofAServiceAreBoundTogetherUnderTheNameOfTheFirst() {
            assertThat(listeners(view(at("a.tcp", 90, PortProtocol.TCP, "10.96.0.1", "10.96.0.2"))))
                    .containsExactly("10.96.0.1_90 10.96.0.1: a.tcp", "10.96.0.1_90 10.96.0.2: a.tcp");
        }

        @Test
        void ofHttpAreAll() {
            assertThat(listeners(view(at("c.http", 90, PortProtocol.HTTP, "10.96.0.1"))))
                    .containsExactly("0.0.0.0_90 0.0.0.0: plain routes 90, else PassthroughCluster");
        }

        @Test
        void withADetectedProtocolHaveTheirOwnRoutes() {
            assertThat(listeners(view(at("d.any", 90, PortProtocol.UNSUPPORTED, "10.96.0.1"))))
                    .containsExactly("10.96.0.1_90 10.96.0.1: plain routes d.any:90, else d.any");
        }

        @Test
        void thatAreARangeAreAConditionOfTheChain() {
            MeshServiceBuilder range = at("a.tcp", 90, PortProtocol.TCP, "10.20.0.0/16");

            assertThat(listeners(view(range, at("b.tcp", 90, PortProtocol.TCP, "10.20.9.9/16"))))
                    .containsExactly("0.0.0.0_90 0.0.0.0: [10.20.0.0/16] a.tcp, else PassthroughCluster");
            assertThat(listeners(view(range, at("b.tcp", 90, PortProtocol.TCP, "10.20.0.0/17"))))
                    .containsExactly(
                            "0.0.0.0_90 0.0.0.0: [10.20.0.0/16] a.tcp, [10.20.0.0/17] b.tcp, else PassthroughCluster");
        }

        @Test
        void ofHeadlessServicesAreThoseOfTheirInstancesButTheProxyItself() {
            MeshService headless = at("a.tcp", 90, PortProtocol.TCP)
                    .resolution(Resolution.PASSTHROUGH)
                    .build();
            HandMadeView view = new HandMadeView()
                    .with(
                            headless,
                            endpoint("10.0.0.1").portName("p").build(),
                            endpoint("10.0.0.2").portName("q").build(),
                            endpoint("10.0.0.9").portName("p").build(),
                            endpoint("db.example").portName("p").build(),
                            endpoint("unix:/a").portName("p").build(),
                            endpoint("fd00::1").portName("p").build());

            assertThat(listeners(view)).containsExactly("10.0.0.1_90 10.0.0.1: a.tcp", "fd00::1_90 fd00::1: a.tcp");
        }

        @Test
        void ofExternalServicesWithoutInstancesAreAllUnlessTheySelectSome() {
            MeshServiceBuilder external = at("a.tcp", 90, PortProtocol.TCP)
                    .resolution(Resolution.PASSTHROUGH)
                    .registry(Registry.EXTERNAL);

            assertThat(listeners(view(external))).containsExactly("0.0.0.0_90 0.0.0.0: a.tcp");
            assertThat(listeners(view(external.putSelector("app", "a")))).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"15001, 0", "15006, 0", "15021, 0", "15090, 0", "15002, 1"})
        void ofTheSidecarItselfAreNotTakenByHttp(int port, int expected) {
            assertThat(listeners(view(at("c.http", port, PortProtocol.HTTP)))).hasSize(expected);
            assertThat(listeners(view(at("a.tcp", port, PortProtocol.TCP, "10.96.0.1"))))
                    .hasSize(1);
            assertThat(listeners(
                            with(view(at("a.tcp", port, PortProtocol.TCP)), BOUND.replace("127.0.0.2", "0.0.0.0"))))
                    .hasSize(expected);
        }
    }

    @Test
    void datagramsAndAliasesHaveNone() {
        assertThat(listeners(view(
                        at("u", 90, PortProtocol.UDP),
                        at("alias", 90, PortProtocol.TCP).resolution(Resolution.ALIAS))))
                .isEmpty();
    }

    @Test
    void socketsAndHttpProxiesHaveRoutesOfTheirOwn() {
        HandMadeView view = view(at("c.http", 90, PortProtocol.HTTP));

        assertThat(listeners(with(
                        view,
                        "{egress: [{bind: 'unix:///run/x', port: {number: 0, protocol: HTTP, name: h}, hosts: ['*/*']},"
                                + " {bind: 127.0.0.1, port: {number: 15080, protocol: HTTP_PROXY, name: p}, hosts:"
                                + " ['*/*']}]}")))
                .containsExactly(
                        "unix:///run/x unix:///run/x: routes unix:///run/x", "127.0.0.1_15080 127.0.0.1: routes 15080");
    }

    @Test
    void tlsIsReadWhereANameTellsServicesApart() {
        ProxyListener shared = only(at("t.example", 443, PortProtocol.TLS));
        ProxyListener own = only(at("t.example", 443, PortProtocol.TLS, "10.96.0.1"));

        assertThat(text(shared)).isEqualTo("0.0.0.0_443 0.0.0.0: [t.example] t.example, else PassthroughCluster");
        assertThat(shared.detectsTls()).isTrue();
        assertThat(shared.detectsHttp()).isFalse();
        assertThat(text(own)).isEqualTo("10.96.0.1_443 10.96.0.1: t.example");
        assertThat(own.detectsTls()).isFalse();
        assertThat(only(at("c.http", 90, PortProtocol.HTTP)).detectsHttp()).isTrue();
    }

    @Test
    void tlsOfAWildcardThatIsResolvedPerNameIsChosenByThatName() {
        assertThat(text(only(at("*.example", 443, PortProtocol.TLS, "10.96.0.1").resolution(Resolution.DYNAMIC_DNS))))
                .isEqualTo("10.96.0.1_443 10.96.0.1: [*.example] *.example, else PassthroughCluster");
        assertThat(text(only(at("*.example", 443, PortProtocol.TLS, "10.96.0.1"))))
                .isEqualTo("10.96.0.1_443 10.96.0.1: *.example");
        assertThat(text(only(at("a.example", 443, PortProtocol.TLS, "10.96.0.1").resolution(Resolution.DYNAMIC_DNS))))
                .isEqualTo("10.96.0.1_443 10.96.0.1: a.example");
        assertThat(text(only(
                        at("a.example", 443, PortProtocol.TLS, "10.20.0.0/16").addAliases("b.example"))))
                .isEqualTo("0.0.0.0_443 0.0.0.0: [10.20.0.0/16] [a.example, b.example, b.example.] a.example, else"
                        + " PassthroughCluster");
    }

    private static ProxyListener only(MeshServiceBuilder service) {
        return SidecarTables.listeners(ProxyScopes.of(view(service), List.of()).scope(proxy().build()))
                .get(0);
    }
}
