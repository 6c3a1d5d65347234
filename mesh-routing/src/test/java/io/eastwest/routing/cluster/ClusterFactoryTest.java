package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.model.istio.networking.ClientTlsSettings;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.H2UpgradePolicy;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.OutlierDetection;
import io.eastwest.model.istio.networking.RetryBudget;
import io.eastwest.model.istio.networking.SimpleLoadBalancer;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.model.istio.networking.TrafficPolicyBuilder;
import io.eastwest.model.istio.networking.WarmupConfiguration;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.WarmUp;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClusterFactoryTest {
    private static final String NAME = "outbound|80||" + HOST;

    @Nested
    class Existence {
        private final HandMadeView view = new HandMadeView()
                .with(
                        service()
                                .addPort(new MeshServicePort("dns", 53, PortProtocol.UDP, "53"))
                                .build(),
                        endpoint("10.0.0.1").build())
                .with(rule(TrafficPolicy.builder(), Subset.of("v1", "version", "v1")));

        @Test
        void everyPortButUdpHasOne() {
            assertThat(find(view, NAME)).isPresent();
            assertThat(find(view, "outbound|81||" + HOST)).isEmpty();
            assertThat(find(view, "outbound|53||" + HOST)).isEmpty();
        }

        @Test
        void onlySubsetsOfTheRuleHaveOne() {
            assertThat(find(view, "outbound|80|v1|" + HOST).orElseThrow().assignment())
                    .isEmpty();
            assertThat(find(view, "outbound|80|v2|" + HOST)).isEmpty();
        }

        @Test
        void namesLikeAnSniAreForGateways() {
            String name = "outbound_.80_._." + HOST;

            assertThat(find(view, name)).isEmpty();
            assertThat(ClusterFactory.of(scope(view, MeshProxy.Kind.ROUTER))
                            .cluster(name)
                            .orElseThrow()
                            .tls())
                    .isEqualTo(UpstreamTls.none());
        }

        @Test
        void otherTextIsNoName() {
            assertThat(find(view, "outbound|80|" + HOST)).isEmpty();
            assertThat(find(view, "outbound|080||" + HOST)).isEmpty();
            assertThat(find(view, "inbound|80||")).isEmpty();
            assertThat(find(view, "web")).isEmpty();
        }

        @Test
        void passthroughIsForSidecarsAndTheBlackHoleForAll() {
            ClusterFactory gateway = ClusterFactory.of(scope(view, MeshProxy.Kind.ROUTER));

            assertThat(find(view, "PassthroughCluster").orElseThrow().idleTimeout())
                    .contains(Duration.ofMinutes(5));
            assertThat(gateway.cluster("PassthroughCluster")).isEmpty();
            assertThat(gateway.cluster("BlackHoleCluster").orElseThrow().type()).isEqualTo(ClusterType.STATIC);
        }

        @Test
        void namesThatTheProxyResolvesNeedAnEndpoint() {
            HandMadeView dns = new HandMadeView()
                    .with(
                            service("db.example", Resolution.DNS).build(),
                            endpoint("a.db.example").putLabel("tier", "gold").build())
                    .with(service("none.example", Resolution.DNS).build())
                    .with(DestinationRule.of(
                            "shop",
                            "db",
                            DestinationRuleSpec.host(
                                    "db.example", Subset.of("gold", "tier", "gold"), Subset.of("tin", "tier", "tin"))));

            assertThat(find(dns, "outbound|80|gold|db.example").orElseThrow().type())
                    .isEqualTo(ClusterType.STRICT_DNS);
            assertThat(find(dns, "outbound|80|tin|db.example")).isEmpty();
            assertThat(find(dns, "outbound|80||none.example")).isEmpty();
        }

        @Test
        void aClusterIsMadeOnce() {
            ClusterFactory clusters = ClusterFactory.of(scope(view, MeshProxy.Kind.SIDECAR));

            assertThat(clusters.cluster(NAME).orElseThrow())
                    .isSameAs(clusters.cluster(NAME).orElseThrow());
        }
    }

    @Nested
    class Settings {
        @Test
        void aClusterNamesTheResourcesItComesFrom() {
            assertThat(cluster(TrafficPolicy.builder()).origins())
                    .containsExactly(
                            new Origin(ResourceKey.of("", "Service", "shop", "api"), ""),
                            new Origin(ResourceKey.of("networking.istio.io", "DestinationRule", "shop", "api"), ""));
        }

        @Test
        void anEmptyRetryBudgetHasDefaults() {
            assertThat(cluster(TrafficPolicy.builder().retryBudget(RetryBudget.empty()))
                            .circuitBreakers()
                            .retryBudget())
                    .contains(new CircuitBreakers.RetryBudget(20, 3));
        }

        @Test
        void newEndpointsWarmUp() {
            Duration window = Duration.ofSeconds(60);
            LoadBalancerSettings settings = LoadBalancerSettings.builder()
                    .simple(SimpleLoadBalancer.ROUND_ROBIN)
                    .warmup(WarmupConfiguration.builder()
                            .duration(window)
                            .aggression(2)
                            .build())
                    .build();

            assertThat(cluster(TrafficPolicy.builder().loadBalancer(settings)).slowStart())
                    .contains(new WarmUp(window, 2, 10));
            assertThat(cluster(TrafficPolicy.builder()
                                    .loadBalancer(LoadBalancerSettings.builder()
                                            .warmupDurationSecs(window)
                                            .build()))
                            .slowStart())
                    .contains(new WarmUp(window, 1, 10));
        }

        @Test
        void minHealthPercentIsThePanicThreshold() {
            assertThat(cluster(TrafficPolicy.builder()).panicThreshold()).isEmpty();
            assertThat(cluster(TrafficPolicy.builder().outlierDetection(OutlierDetection.empty()))
                            .panicThreshold())
                    .hasValue(0);
            assertThat(cluster(TrafficPolicy.builder()
                                    .outlierDetection(OutlierDetection.builder()
                                            .minHealthPercent(30)
                                            .build()))
                            .panicThreshold())
                    .hasValue(30);
        }

        @Test
        void theRuleMayUpgradeToHttp2OrFollowTheClient() {
            assertThat(http(HttpConnectionPool.builder()
                            .h2UpgradePolicy(H2UpgradePolicy.UPGRADE)
                            .build()))
                    .isEqualTo(UpstreamProtocol.HTTP_2);
            assertThat(http(HttpConnectionPool.builder()
                            .h2UpgradePolicy(H2UpgradePolicy.UPGRADE)
                            .useClientProtocol(true)
                            .build()))
                    .isEqualTo(UpstreamProtocol.AS_DOWNSTREAM);
        }

        private UpstreamProtocol http(HttpConnectionPool http) {
            return cluster(TrafficPolicy.builder()
                            .connectionPool(
                                    ConnectionPoolSettings.builder().http(http).build()))
                    .protocol();
        }
    }

    @Nested
    class TransportSecurity {
        @Test
        void aSecretIsForGatewaysOnly() {
            TrafficPolicyBuilder policy = TrafficPolicy.builder()
                    .tls(ClientTlsSettings.builder()
                            .mode(ClientTlsMode.MUTUAL)
                            .credentialName("client")
                            .sni("api.example")
                            .addSubjectAltName("api.example")
                            .build());
            HandMadeView view = view(policy);
            UpstreamTls ofGateway = ClusterFactory.of(scope(view, MeshProxy.Kind.ROUTER))
                    .cluster(NAME)
                    .orElseThrow()
                    .tls();

            assertThat(ofGateway.mode()).isEqualTo(UpstreamTls.Mode.MUTUAL);
            assertThat(ofGateway.certificate()).contains("kubernetes://client");
            assertThat(ofGateway.sni()).contains("api.example");
            assertThat(ofGateway.subjectAltNames()).containsExactly("api.example");
            assertThat(find(view, NAME).orElseThrow().tls()).isEqualTo(UpstreamTls.none());
        }

        @Test
        void mutualTlsWithoutACertificateIsNone() {
            assertThat(cluster(TrafficPolicy.builder().tls(ClientTlsSettings.mode(ClientTlsMode.MUTUAL)))
                            .tls())
                    .isEqualTo(UpstreamTls.none());
        }

        @Test
        void whatIsNotVerifiedHasNoNames() {
            assertThat(cluster(TrafficPolicy.builder()
                                    .tls(ClientTlsSettings.builder()
                                            .mode(ClientTlsMode.SIMPLE)
                                            .insecureSkipVerify(true)
                                            .addSubjectAltName("api.example")
                                            .build()))
                            .tls()
                            .subjectAltNames())
                    .isEmpty();
        }

        @Test
        void identitiesAreThoseOfAllEndpointsOncePerAlias() {
            HandMadeView view = new HandMadeView()
                    .with(MeshConfig.builder().addTrustDomainAliases("old").build())
                    .with(
                            service().build(),
                            endpoint("10.0.0.1").build(),
                            endpoint("10.0.0.2")
                                    .state(EndpointState.UNHEALTHY)
                                    .serviceAccount("spiffe://west/ns/shop/sa/next")
                                    .build());

            assertThat(find(view, NAME).orElseThrow().tls().subjectAltNames())
                    .containsExactly(
                            "spiffe://cluster.local/ns/shop/sa/api",
                            "spiffe://old/ns/shop/sa/api",
                            "spiffe://old/ns/shop/sa/next",
                            "spiffe://west/ns/shop/sa/next");
        }
    }

    @Nested
    class Localities {
        @Test
        void failoverWithoutOutlierDetectionIsFound() {
            TrafficPolicyBuilder policy = TrafficPolicy.builder()
                    .loadBalancer(LoadBalancerSettings.builder()
                            .localityLbSetting(LocalityLoadBalancerSetting.builder()
                                    .addFailover(LocalityFailover.of("r1", "r2"))
                                    .build())
                            .build());

            assertThat(cluster(policy).findings())
                    .containsExactly(
                            "WARNING DestinationRule/shop/api spec.trafficPolicy.loadBalancer.localityLbSetting: no endpoint"
                                    + " is preferred because outlierDetection is missing; add outlierDetection to the same"
                                    + " policy LOCALITY_WITHOUT_OUTLIER_DETECTION");
            assertThat(cluster(policy.outlierDetection(OutlierDetection.empty()))
                            .findings())
                    .isEmpty();
        }

        @Test
        void labelsCannotOrderNamesOfSeveralLocalities() {
            HandMadeView view = byTier(
                    endpoint("a.example").locality("r1").build(),
                    endpoint("b.example").locality("r2").build());

            assertThatThrownBy(() -> find(view, "outbound|80||db.example"))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("failoverPriority is not defined");
        }

        @Test
        void labelsCannotOrderNamesOfWhichTheProxyDoesNotGetAll() {
            HandMadeView view = byTier(
                    endpoint("a.example").build(),
                    endpoint("b.example").state(EndpointState.UNHEALTHY).build());

            assertThatThrownBy(() -> find(view, "outbound|80||db.example"))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("endpoints that a proxy does not get as they are");
        }

        @Test
        void labelsOrderNamesOfOneLocality() {
            HandMadeView view = byTier(
                    endpoint("a.example").putLabel("tier", "gold").build(),
                    endpoint("b.example").build());

            assertThat(find(view, "outbound|80||db.example").orElseThrow().assignment().stream()
                            .map(group -> group.endpoints().get(0).address() + " " + group.priority()))
                    .containsExactly("b.example:8080 0", "a.example:8080 1");
        }

        @Test
        void namesInAnotherNetworkAreFound() {
            HandMadeView view = new HandMadeView()
                    .with(Meshes.gateway("n2", "c2", "2.2.2.2"))
                    .with(
                            service("db.example", Resolution.DNS).build(),
                            endpoint("a.example").build(),
                            endpoint("b.example", "n2", "c2").build());

            assertThat(find(view, "outbound|80||db.example").orElseThrow().findings())
                    .containsExactly(
                            "WARNING Service/shop/api: endpoints of another network are reached through its gateways"
                                    + " or directly, depending on the order in which istiod learned of both; use static addresses"
                                    + " NAMES_IN_ANOTHER_NETWORK");
        }

        private HandMadeView byTier(ServiceEndpoint... endpoints) {
            TrafficPolicy policy = TrafficPolicy.builder()
                    .outlierDetection(OutlierDetection.empty())
                    .loadBalancer(LoadBalancerSettings.builder()
                            .localityLbSetting(LocalityLoadBalancerSetting.builder()
                                    .addFailoverPriority("tier")
                                    .build())
                            .build())
                    .build();
            return new HandMadeView()
                    .with(service("db.example", Resolution.DNS).build(), endpoints)
                    .with(DestinationRule.of(
                            "shop",
                            "db",
                            DestinationRuleSpec.builder()
                                    .host("db.example")
                                    .trafficPolicy(policy)
                                    .build()));
        }
    }

    private static Cluster cluster(TrafficPolicyBuilder policy) {
        return find(view(policy), NAME).orElseThrow();
    }

    private static HandMadeView view(TrafficPolicyBuilder policy) {
        return new HandMadeView()
                .with(service().build(), endpoint("10.0.0.1").build())
                .with(rule(policy));
    }

    private static DestinationRule rule(TrafficPolicyBuilder policy, Subset... subsets) {
        return DestinationRule.of(
                "shop",
                "api",
                DestinationRuleSpec.host("api", subsets).toBuilder()
                        .trafficPolicy(policy.build())
                        .build());
    }

    private static Optional<Cluster> find(HandMadeView view, String name) {
        return ClusterFactory.of(scope(view, MeshProxy.Kind.SIDECAR)).cluster(name);
    }

    private static ProxyScope scope(HandMadeView view, MeshProxy.Kind kind) {
        return ProxyScopes.of(view, List.of())
                .scope(proxy().kind(kind).putLabel("app", "web").build());
    }
}
