package io.eastwest.routing.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.envoy.ClientCertificate;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.TransportProtocol;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshViews;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InboundListenersTest {
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: app-1, namespace: foo, labels: {app: a}}
            status: {phase: Running, podIP: 10.0.0.9}
            """;

    private static ProxyScope scope(String... manifests) {
        ManifestReader reader = ManifestReader.pruning();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", """
                        apiVersion: eastwest.io/v1
                        kind: MeshTopology
                        metadata: {name: shop}
                        spec: {clusters: [{name: c1}]}
                        """).orThrow().get(0).resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology)
                .addManifests("c1", reader.read("pod.yaml", POD).orThrow());
        for (String manifest : manifests) {
            mesh.addManifests("c1", reader.read("more.yaml", manifest).orThrow());
        }
        ControlPlaneView view = MeshViews.of(mesh.build()).view("c1");
        MeshProxy proxy = view.proxy("c1/foo/app-1", MeshProxy.Kind.SIDECAR).orElseThrow();
        return ProxyScopes.of(view, List.of()).scope(proxy);
    }

    private static String service(String name, String created, String ports) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: %s, namespace: foo, creationTimestamp: '%s'}
                spec:
                  selector: {app: a}
                  ports: [%s]
                """.formatted(name, created, ports);
    }

    private static String port(String name, int number, int target) {
        return "{name: " + name + ", port: " + number + ", targetPort: " + target + ", protocol: TCP}";
    }

    private static String sidecar(String ingress) {
        return """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: own, namespace: foo}
                spec: {workloadSelector: {labels: {app: a}}, ingress: [%s]}
                """.formatted(ingress);
    }

    private static List<FilterChain> chains(ProxyListener listener, int port) {
        return listener.filterChains().stream()
                .filter(chain -> chain.match().destinationPort().orElse(0) == port)
                .toList();
    }

    private static String shape(FilterChain chain) {
        return chain.name() + " " + chain.match().transportProtocol() + " "
                + chain.match().applicationProtocols()
                + (chain.filter() instanceof TcpProxy ? " tcp" : " http")
                + (chain.tls().isPresent() ? " terminates" : "");
    }

    private static RouteConfiguration routes(FilterChain chain) {
        return ((HttpConnectionManager) chain.filter()).inlineRoutes().orElseThrow();
    }

    @Nested
    class OfServices {
        private final ProxyListener listener = InboundListeners.of(scope(service(
                        "app",
                        "2026-01-01T00:00:00Z",
                        port("http", 80, 8080) + ", " + port("tcp", 90, 9000) + ", " + port("any", 70, 7000))))
                .get(0);

        @Test
        void oneListenerGetsAllCapturedTraffic() {
            assertThat(listener.name()).isEqualTo("virtualInbound");
            assertThat(listener.address()).isEqualTo("0.0.0.0");
            assertThat(listener.port()).isEqualTo(15006);
        }

        @Test
        void theListenersOwnPortLeadsNowhere() {
            assertThat(listener.filterChains().get(0).name()).isEqualTo("virtualInbound-blackhole");
            assertThat(listener.filterChains().get(0).match().destinationPort()).hasValue(15006);
        }

        @Test
        void anHttpPortTakesMeshTlsAndPlaintext() {
            assertThat(chains(listener, 8080))
                    .extracting(InboundListenersTest::shape)
                    .containsExactly(
                            "0.0.0.0_8080 TLS [istio, istio-peer-exchange, istio-http/1.0, istio-http/1.1, istio-h2] http"
                                    + " terminates",
                            "0.0.0.0_8080 RAW_BUFFER [] http");
        }

        @Test
        void aTcpPortTakesAnyTlsBesides() {
            assertThat(chains(listener, 9000))
                    .extracting(InboundListenersTest::shape)
                    .containsExactly(
                            "0.0.0.0_9000 TLS [istio, istio-peer-exchange, istio-http/1.0, istio-http/1.1, istio-h2] tcp"
                                    + " terminates",
                            "0.0.0.0_9000 TLS [] tcp",
                            "0.0.0.0_9000 RAW_BUFFER [] tcp");
        }

        @Test
        void portsThatAreNotDeclaredAreDetected() {
            assertThat(chains(listener, 0))
                    .extracting(InboundListenersTest::shape)
                    .containsExactly(
                            "virtualInbound-catchall-http TLS [istio-http/1.0, istio-http/1.1, istio-h2] http terminates",
                            "virtualInbound-catchall-http RAW_BUFFER [http/1.1, h2c] http",
                            "virtualInbound TLS [istio-peer-exchange, istio] tcp terminates",
                            "virtualInbound RAW_BUFFER [] tcp",
                            "virtualInbound TLS [] tcp");
        }

        @Test
        void terminatingTlsWantsACertificateOfTheMesh() {
            DownstreamTls tls = chains(listener, 8080).get(0).tls().orElseThrow();

            assertThat(tls.clientCertificate()).isEqualTo(ClientCertificate.REQUIRED);
            assertThat(tls.trustDomains()).containsExactly("cluster.local");
        }

        @Test
        void routesHaveNoTimeoutAndTryAgainAfterAReset() {
            RouteConfiguration routes = routes(chains(listener, 8080).get(0));
            ProxyRoute route = routes.virtualHosts().get(0).routes().get(0);
            ForwardAction action = (ForwardAction) route.action();

            assertThat(routes.name()).isEqualTo("inbound|8080||");
            assertThat(routes.virtualHosts().get(0).name()).isEqualTo("inbound|http|80");
            assertThat(route.name()).isEqualTo("default");
            assertThat(action.timeout()).isEqualTo(Duration.ZERO);
            assertThat(action.grpcTimeoutLimited()).isTrue();
            assertThat(action.retries().orElseThrow().retryOn()).isEqualTo("reset-before-request");
        }
    }

    @Test
    void streamsOfGrpcAreNotTriedAgain() {
        ProxyListener listener = InboundListeners.of(
                        scope(service("app", "2026-01-01T00:00:00Z", port("grpc", 80, 8080))))
                .get(0);
        ProxyRoute route = routes(chains(listener, 8080).get(0))
                .virtualHosts()
                .get(0)
                .routes()
                .get(0);

        assertThat(((ForwardAction) route.action()).retries()).isEmpty();
    }

    @Test
    void theOlderOfTwoServicesOnAPortDecides() {
        ProxyListener listener = InboundListeners.of(scope(
                        service("a-young", "2026-02-01T00:00:00Z", port("tcp", 81, 8080)),
                        service("old", "2026-01-01T00:00:00Z", port("http", 80, 8080))))
                .get(0);

        assertThat(routes(chains(listener, 8080).get(0)).virtualHosts().get(0).name())
                .isEqualTo("inbound|http|80");
    }

    @Test
    void portsOfTheProxyItselfGetNoChains() {
        ProxyListener listener = InboundListeners.of(scope(service(
                        "app", "2026-01-01T00:00:00Z", port("http", 80, 15021) + ", " + port("tcp", 81, 15001))))
                .get(0);

        assertThat(chains(listener, 15021)).isEmpty();
        assertThat(chains(listener, 15001)).isEmpty();
    }

    @Test
    void tlsIsFoundOutOnlyWhereAChainAsksForIt() {
        String disabled = """
                apiVersion: security.istio.io/v1
                kind: PeerAuthentication
                metadata: {name: p, namespace: foo}
                spec: {selector: {matchLabels: {app: a}}, mtls: {mode: DISABLE}, portLevelMtls: {9000: {mode: STRICT}}}
                """;
        ProxyListener listener = InboundListeners.of(scope(
                        disabled,
                        service("app", "2026-01-01T00:00:00Z", port("http", 80, 8080) + ", " + port("tcp", 90, 9000))))
                .get(0);

        assertThat(listener.detectsTls(8080)).isFalse();
        assertThat(listener.detectsTls(9000)).isTrue();
        assertThat(listener.detectsTls(6000)).isFalse();
    }

    @Nested
    class OfASidecar {
        private final String service = service("app", "2026-01-01T00:00:00Z", port("http", 80, 8080));

        @Test
        void onlyItsPortsAreDeclared() {
            ProxyListener listener = InboundListeners.of(
                            scope(service, sidecar("{port: {number: 9080, protocol: HTTP, name: h}}")))
                    .get(0);

            assertThat(chains(listener, 8080)).isEmpty();
            assertThat(chains(listener, 9080)).extracting(FilterChain::name).containsOnly("10.0.0.9_9080");
            assertThat(routes(chains(listener, 9080).get(0))
                            .virtualHosts()
                            .get(0)
                            .name())
                    .isEqualTo("inbound|http|9080");
        }

        @Test
        void aListenerThatCapturesNothingBindsItsPort() {
            List<ProxyListener> listeners = InboundListeners.of(scope(
                    service,
                    sidecar("{port: {number: 9080, protocol: TCP, name: t}, bind: 127.0.0.1, captureMode: NONE}")));

            assertThat(listeners).extracting(ProxyListener::name).containsExactly("virtualInbound", "127.0.0.1_9080");
            assertThat(listeners.get(1).address()).isEqualTo("127.0.0.1");
            assertThat(listeners.get(1).filterChains())
                    .extracting(chain -> chain.match().transportProtocol())
                    .containsExactly(TransportProtocol.TLS, TransportProtocol.TLS, TransportProtocol.RAW_BUFFER);
        }

        @Test
        void undeclaredPortsOfAPolicyGetTheirOwnChains() {
            String policy = """
                    apiVersion: security.istio.io/v1
                    kind: PeerAuthentication
                    metadata: {name: p, namespace: foo}
                    spec: {selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: STRICT}}}
                    """;
            ProxyListener listener = InboundListeners.of(
                            scope(service, policy, sidecar("{port: {number: 9080, protocol: HTTP, name: h}}")))
                    .get(0);

            assertThat(chains(listener, 8080))
                    .extracting(InboundListenersTest::shape)
                    .containsExactly(
                            "virtualInbound-catchall-http TLS [istio-http/1.0, istio-http/1.1, istio-h2] http terminates",
                            "virtualInbound TLS [] tcp terminates");
            assertThat(chains(listener, 8080))
                    .extracting(chain -> chain.origins().stream().findFirst())
                    .allMatch(Optional::isPresent);
        }
    }
}
