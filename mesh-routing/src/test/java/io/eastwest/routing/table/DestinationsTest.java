package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.networking.ConsistentHash;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.PortSelector;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.SimpleLoadBalancer;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Clusters that destinations name, and the TCP proxies made of them. */
class DestinationsTest {
    private static Destination to(String host, int port) {
        return Destination.builder().host(host).port(PortSelector.number(port)).build();
    }

    @Nested
    class Names {
        private final MeshService one = service().build();
        private final MeshService two = service()
                .addPort(new MeshServicePort("http-b", 8080, PortProtocol.HTTP, ""))
                .build();

        @Test
        void thePortIsThatOfTheDestinationElseTheOnlyOneElseThatOfTheListener() {
            assertThat(Destinations.cluster(to(HOST, 9), Optional.of(one), 7)).isEqualTo("outbound|9||" + HOST);
            assertThat(Destinations.cluster(Destination.host(HOST), Optional.of(one), 7))
                    .isEqualTo("outbound|80||" + HOST);
            assertThat(Destinations.cluster(Destination.host(HOST), Optional.of(two), 7))
                    .isEqualTo("outbound|7||" + HOST);
            assertThat(Destinations.cluster(Destination.subset(HOST, "v1"), Optional.empty(), 7))
                    .isEqualTo("outbound|7|v1|" + HOST);
        }

        @Test
        void anAliasIsWhatItStandsFor() {
            MeshService alias = service("alias.example", Resolution.ALIAS)
                    .externalName(HOST)
                    .build();

            assertThat(Destinations.cluster(Destination.subset("alias.example", "v1"), Optional.of(alias), 7))
                    .isEqualTo("outbound|80|v1|" + HOST);
        }

        @Test
        void withoutHostNoneIsKnown() {
            assertThat(Destinations.cluster(Destination.host(""), Optional.of(one), 7))
                    .isEqualTo("UnknownService");
        }
    }

    @Nested
    class OfTcp {
        private final Origin origin =
                new Origin(ResourceKey.of("networking.istio.io", "VirtualService", "shop", "api"), "spec.tcp[0]");
        private final LoadBalancerSettings hash = LoadBalancerSettings.consistentHash(ConsistentHash.sourceIp());

        private ProxyScope scope(DestinationRuleSpec... rules) {
            HandMadeView view = new HandMadeView()
                    .with(service().build())
                    .with(service("other.example", Resolution.CLIENT_SIDE).build());
            for (DestinationRuleSpec rule : rules) {
                view.with(DestinationRule.of("shop", "rule", rule));
            }
            return ProxyScopes.of(view, List.of()).scope(proxy().build());
        }

        private DestinationRuleSpec rule(Optional<LoadBalancerSettings> top, Subset... subsets) {
            return DestinationRuleSpec.host(HOST, subsets).toBuilder()
                    .trafficPolicy(top.map(TrafficPolicy::of))
                    .build();
        }

        private Subset subset(String name, LoadBalancerSettings settings) {
            return Subset.of(name, "version", name).toBuilder()
                    .trafficPolicy(TrafficPolicy.of(settings))
                    .build();
        }

        private TcpProxy proxyOf(ProxyScope scope, RouteDestination... routes) {
            return TcpDestinations.of(List.of(routes), scope, 90, origin);
        }

        @Test
        void theOnlyDestinationGetsAllWhateverItsWeight() {
            assertThat(proxyOf(scope(), RouteDestination.to(Destination.host(HOST), 0)))
                    .isEqualTo(new TcpProxy(
                            List.of(WeightedCluster.of("outbound|80||" + HOST, 1)), false, List.of(origin)));
        }

        @Test
        void ofSeveralThoseWithoutWeightAreLeftOut() {
            assertThat(proxyOf(
                                    scope(),
                                    RouteDestination.to(Destination.subset(HOST, "v1"), 3),
                                    RouteDestination.to(Destination.subset(HOST, "v2"), 0),
                                    RouteDestination.to(Destination.subset(HOST, "v3")),
                                    RouteDestination.to(to("unknown.example", 9), 1))
                            .clusters())
                    .containsExactly(
                            WeightedCluster.of("outbound|80|v1|" + HOST, 3),
                            WeightedCluster.of("outbound|9||unknown.example", 1));
        }

        @Test
        void noDestinationIsNoCluster() {
            assertThat(proxyOf(scope(rule(Optional.of(hash)))))
                    .isEqualTo(new TcpProxy(List.of(), false, List.of(origin)));
        }

        @Test
        void theSourceIsHashedAsTheRuleOfTheFirstHostSays() {
            ProxyScope scope = scope(rule(Optional.of(hash)));
            RouteDestination other = RouteDestination.to(Destination.host("other.example"), 1);
            RouteDestination own = RouteDestination.to(Destination.host(HOST), 1);

            assertThat(proxyOf(scope, own).hashSourceIp()).isTrue();
            assertThat(proxyOf(scope, own, other).hashSourceIp()).isTrue();
            assertThat(proxyOf(scope, other, own).hashSourceIp()).isFalse();
            assertThat(proxyOf(scope, RouteDestination.to("unknown.example")).hashSourceIp())
                    .isFalse();
        }

        @Test
        void otherKeysAreNotTheSource() {
            ConsistentHash header = ConsistentHash.header("x");
            ConsistentHash off = ConsistentHash.builder().useSourceIp(false).build();

            assertThat(proxyOf(
                                    scope(rule(Optional.of(LoadBalancerSettings.consistentHash(header)))),
                                    RouteDestination.to(HOST))
                            .hashSourceIp())
                    .isFalse();
            assertThat(proxyOf(
                                    scope(rule(Optional.of(LoadBalancerSettings.consistentHash(off)))),
                                    RouteDestination.to(HOST))
                            .hashSourceIp())
                    .isFalse();
        }

        @Test
        void theSubsetOfTheOnlyDestinationGoesBeforeTheTopLevel() {
            LoadBalancerSettings plain = LoadBalancerSettings.simple(SimpleLoadBalancer.RANDOM);
            ProxyScope above =
                    scope(rule(Optional.of(hash), subset("plain", plain), Subset.of("silent", "version", "silent")));
            ProxyScope below = scope(rule(Optional.of(plain), subset("sticky", hash)));
            RouteDestination sticky = RouteDestination.to(Destination.subset(HOST, "sticky"), 1);

            assertThat(proxyOf(above, RouteDestination.to(Destination.subset(HOST, "plain")))
                            .hashSourceIp())
                    .isFalse();
            assertThat(proxyOf(above, RouteDestination.to(Destination.subset(HOST, "silent")))
                            .hashSourceIp())
                    .isTrue();
            assertThat(proxyOf(below, sticky).hashSourceIp()).isTrue();
            assertThat(proxyOf(below, sticky, sticky).hashSourceIp()).isFalse();
        }

        @Test
        void aServiceWithoutRulesForwardsToItsCluster() {
            TcpProxy made = TcpDestinations.ofService(
                    "outbound|80||" + HOST,
                    scope(rule(Optional.of(hash))),
                    service().build(),
                    "");

            assertThat(made)
                    .isEqualTo(new TcpProxy(List.of(WeightedCluster.of("outbound|80||" + HOST, 1)), true, List.of()));
        }
    }
}
