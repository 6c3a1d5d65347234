package io.eastwest.routing.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.DownstreamTls;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HttpConnectionManager;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathNormalizationLevel;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.ServiceTarget;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the chains of a sidecar for its workload hold. */
class InboundChainsTest {
    private static MeshResource policy(String kind, String spec) {
        return ManifestReader.strict()
                .read("policy.yaml", AmbientMesh.policy(kind, "shop", "p", spec))
                .orThrow()
                .get(0)
                .resource();
    }

    private static ProxyScope scope(MeshResource... policies) {
        HandMadeView view = new HandMadeView()
                .with(new ServiceTarget(
                        Meshes.service().build(), new MeshServicePort("http", 80, PortProtocol.HTTP, ""), 8080))
                .with(new ServiceTarget(
                        Meshes.service().build(), new MeshServicePort("tcp", 90, PortProtocol.TCP, ""), 9000))
                .with(policies)
                .with(MeshConfig.empty());
        return ProxyScopes.of(view, List.of())
                .scope(Meshes.proxy().putLabel("app", "a").build());
    }

    private static List<FilterChain> chains(ProxyListener listener, int port) {
        return listener.filterChains().stream()
                .filter(chain -> chain.match().destinationPort().orElse(0) == port)
                .toList();
    }

    private static ProxyListener inbound(MeshResource... policies) {
        return InboundListeners.of(scope(policies)).get(0);
    }

    private static DownstreamTls tls(ProxyListener listener, int port) {
        return chains(listener, port).get(0).tls().orElseThrow();
    }

    private static RouteConfiguration routes(String protocol) {
        Origin service = new Origin(ResourceKey.of("", "Service", "shop", "api"), "");
        return InboundRoutes.of("inbound|8080||", 80, PortProtocol.valueOf(protocol), List.of(service));
    }

    @Nested
    class WhatTheyRead {
        @Test
        void isSaidToTheClientOfATunnel() {
            ProxyListener listener = inbound();

            assertThat(tls(listener, 8080).applicationProtocols()).containsExactly("h2", "http/1.1");
            assertThat(tls(listener, 9000).applicationProtocols())
                    .containsExactly("istio-peer-exchange", "h2", "http/1.1");
        }

        @Test
        void isHttpWithPathsNormalisedAndTheLastForwardedAddress() {
            HttpConnectionManager manager =
                    (HttpConnectionManager) chains(inbound(), 8080).get(1).filter();

            assertThat(manager.routeConfiguration()).isEqualTo("inbound|8080||");
            assertThat(manager.pathNormalization()).isEqualTo(PathNormalizationLevel.BASE);
            assertThat(manager.forwardedFor().useRemoteAddress()).isFalse();
            assertThat(manager.forwardedFor().trustedHops()).isZero();
        }

        @Test
        void isGuardedByPolicies() {
            ProxyListener listener = inbound(policy("AuthorizationPolicy", "{action: DENY, rules: [{}]}"));
            HttpConnectionManager manager =
                    (HttpConnectionManager) chains(listener, 8080).get(1).filter();

            assertThat(manager.filters()).hasSize(1);
            assertThat(chains(listener, 8080).get(1).networkRbac()).isEmpty();
            assertThat(chains(listener, 9000))
                    .allSatisfy(chain -> assertThat(chain.networkRbac()).hasSize(1));
        }

        @Test
        void goesToTheWorkload() {
            TcpProxy proxy = (TcpProxy) chains(inbound(), 9000).get(0).filter();

            assertThat(proxy.clusters())
                    .singleElement()
                    .satisfies(cluster -> assertThat(cluster.cluster()).isEqualTo("inbound|9000||"));
            assertThat(proxy.hashSourceIp()).isFalse();
        }

        @Test
        void namesServiceAndPeerAuthentication() {
            ProxyListener listener = inbound(policy("PeerAuthentication", "{mtls: {mode: STRICT}}"));

            assertThat(chains(listener, 8080).get(0).origins())
                    .extracting(origin -> origin.resource().toString())
                    .containsExactly("Service/shop/api", "PeerAuthentication/shop/p");
            assertThat(chains(listener, 0).get(0).origins())
                    .extracting(origin -> origin.resource().toString())
                    .containsExactly("PeerAuthentication/shop/p");
        }
    }

    @Nested
    class OutOfATunnel {
        @Test
        void noTlsIsExpectedWhateverTheMode() {
            ProxyScope scope = scope(policy("PeerAuthentication", "{mtls: {mode: STRICT}}"));
            ProxyListener listener = InboundListeners.tunnelled(scope, SecurityPolicies.of(scope.view()))
                    .get(0);

            assertThat(chains(listener, 8080)).singleElement().satisfies(chain -> {
                assertThat(chain.tunnelled()).isTrue();
                assertThat(chain.tls()).isEmpty();
            });
            assertThat(listener.detectsTls(8080)).isFalse();
            assertThat(chains(inbound(), 8080)).noneMatch(FilterChain::tunnelled);
        }
    }

    @Nested
    class PortsWithAModeOfTheirOwn {
        private final ProxyListener listener = inbound(policy(
                "PeerAuthentication",
                "{selector: {matchLabels: {app: a}}, mtls: {mode: DISABLE}, portLevelMtls: {8080: {mode: STRICT}, 7000:"
                        + " {mode: STRICT}}}"));

        @Test
        void getChainsOnlyIfTheyAreNotDeclared() {
            assertThat(chains(listener, 7000))
                    .extracting(FilterChain::name)
                    .containsExactly("virtualInbound-catchall-http", "virtualInbound");
            assertThat(chains(listener, 8080)).extracting(FilterChain::name).containsExactly("0.0.0.0_8080");
        }

        @Test
        void detectTlsWhereTheOthersDoNot() {
            assertThat(listener.detectsTls()).isFalse();
            assertThat(listener.tlsDetectionExceptions()).containsExactly(7000, 8080);
        }
    }

    @Test
    void theListenersOwnPortLeadsToNobody() {
        TcpProxy proxy = (TcpProxy) InboundChains.blackHole(15006).filter();

        assertThat(proxy.clusters()).singleElement().satisfies(cluster -> {
            assertThat(cluster.cluster()).isEqualTo("BlackHoleCluster");
            assertThat(cluster.weight()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"HTTP, 2", "HTTP2, 2", "GRPC, 0", "GRPC_WEB, 0"})
    void routesTryAgainUnlessTheyCarryGrpc(String protocol, int attempts) {
        ProxyRoute route = routes(protocol).virtualHosts().get(0).routes().get(0);
        ForwardAction action = (ForwardAction) route.action();

        assertThat(action.retries().map(retries -> retries.attempts()).orElse(0))
                .isEqualTo(attempts);
        assertThat(action.maxStreamDurationSent()).isTrue();
        assertThat(action.clusters())
                .singleElement()
                .satisfies(cluster -> assertThat(cluster.cluster()).isEqualTo("inbound|8080||"));
        assertThat(route.origin()).map(origin -> origin.resource().name()).hasValue("api");
        assertThat(routes(protocol).virtualHosts().get(0).domains()).containsExactly("*");
    }
}
