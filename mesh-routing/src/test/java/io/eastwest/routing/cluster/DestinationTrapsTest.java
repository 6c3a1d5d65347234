package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.gateway;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.EndpointState;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.TrafficDistribution;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Inputs whose naive answer is wrong: load-balancing.md 10 (the numbers in the names of the groups), 1.5, 1.6, 5. */
class DestinationTrapsTest {
    private static final String WHOLE = "outbound|80||" + HOST;
    private static final String SUBSET = "outbound|80|v1|" + HOST;
    private static final ServiceEndpoint NEAR =
            endpoint("10.0.0.1").locality("r1/z1/").build();
    private static final ServiceEndpoint FAR =
            endpoint("10.0.0.2").locality("r2/z1/").build();
    private static final ServiceEndpoint REMOTE =
            endpoint("20.0.0.1", "n2", "c2").locality("r1/z1/").build();

    private static HandMadeView view(MeshService service, String rule, ServiceEndpoint... endpoints) {
        HandMadeView view = new HandMadeView()
                .with(MeshConfig.builder()
                        .localityLbSetting(LocalityLoadBalancerSetting.empty())
                        .build())
                .with(service, endpoints)
                .with(gateway("n2", "c2", "2.2.2.2"));
        String text = SmallMesh.istio("DestinationRule", "shop/api", "{host: api, " + rule + "}");
        return view.with((DestinationRule) ManifestReader.pruning()
                .read("rule.yaml", text)
                .orThrow()
                .get(0)
                .resource());
    }

    private static Optional<Cluster> find(HandMadeView view, String name) {
        return ClusterFactory.of(ProxyScopes.of(view, List.of())
                        .scope(proxy().locality("r1/z1/")
                                .putLabel("topology.kubernetes.io/region", "r1")
                                .putLabel("topology.istio.io/network", "n1")
                                .build()))
                .cluster(name);
    }

    /** Endpoints as {@code <address> <weight> p<priority>}. */
    private static String endpoints(Optional<Cluster> cluster) {
        return cluster.orElseThrow().assignment().stream()
                .flatMap(group -> group.endpoints().stream()
                        .map(each -> address(each) + " " + each.weight() + " p" + group.priority()))
                .collect(Collectors.joining(", "));
    }

    private static String address(LbEndpoint endpoint) {
        return endpoint.address().substring(0, endpoint.address().lastIndexOf(':'));
    }

    @Nested
    class PolicyOfAPort8And9 {
        @Test
        void anEntryWithTlsAloneTurnsOutlierDetectionAndFailoverOff() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {outlierDetection: {}, portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}",
                    NEAR,
                    FAR);

            assertThat(find(view, WHOLE).orElseThrow().outlierDetection()).isEmpty();
            assertThat(endpoints(find(view, WHOLE))).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p0");
        }

        @Test
        void aLoadBalancerOfASubsetDropsTheLocalitySettingOfTheRule() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {outlierDetection: {}, loadBalancer: {localityLbSetting: {enabled: false}}},"
                            + " subsets: [{name: v1, trafficPolicy: {loadBalancer: {simple: RANDOM}}}]",
                    NEAR,
                    FAR);

            assertThat(endpoints(find(view, WHOLE))).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p0");
            assertThat(endpoints(find(view, SUBSET))).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p1");
        }
    }

    @Nested
    class MutualTlsOfOtherNetworks10 {
        private final HandMadeView view =
                view(service().build(), "trafficPolicy: {tls: {mode: DISABLE}}, subsets: [{name: v1}]", NEAR, REMOTE);

        @Test
        void theRuleWithoutTlsLosesThem() {
            assertThat(endpoints(find(view, WHOLE))).isEqualTo("10.0.0.1 1 p0");
        }

        @Test
        void aSubsetKeepsThemThoughItSendsPlainText() {
            assertThat(endpoints(find(view, SUBSET))).isEqualTo("10.0.0.1 1 p0, 2.2.2.2 1 p0");
            assertThat(find(view, SUBSET).orElseThrow().tls()).isEqualTo(UpstreamTls.none());
        }

        @Test
        void aRuleWithMutualTlsDoesNotMakePodsWithoutSidecarReachable() {
            HandMadeView mutual = view(
                    service().build(),
                    "trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}",
                    NEAR,
                    REMOTE.toBuilder().mutualTls(false).build());

            assertThat(endpoints(find(mutual, WHOLE))).isEqualTo("10.0.0.1 1 p0");
        }

        @Test
        void anEntryOfAPortWithoutTlsKeepsTheModeOfTheRule() {
            HandMadeView entry = view(
                    service().build(),
                    "trafficPolicy: {tls: {mode: DISABLE}, portLevelSettings: [{port: {number: 80}, loadBalancer: {}}]}",
                    NEAR,
                    REMOTE);

            assertThat(endpoints(find(entry, WHOLE))).isEqualTo("10.0.0.1 1 p0");
        }
    }

    @Nested
    class Localities11To17 {
        @Test
        void defaultFailoverOrdersButDoesNotWeigh() {
            Optional<Cluster> cluster =
                    find(view(service().build(), "trafficPolicy: {outlierDetection: {}}", NEAR, FAR), WHOLE);

            assertThat(cluster.orElseThrow().localityWeighted()).isFalse();
            assertThat(endpoints(cluster)).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p1");
        }

        @Test
        void sharesThatHoldNobodyTurnFailoverOff() {
            Optional<Cluster> cluster = find(
                    view(
                            service().build(),
                            "trafficPolicy: {outlierDetection: {}, loadBalancer: {localityLbSetting: {distribute: ["
                                    + "{from: r9/*, to: {r9/*: 100}}]}}}",
                            NEAR,
                            FAR),
                    WHOLE);

            assertThat(cluster.orElseThrow().localityWeighted()).isTrue();
            assertThat(endpoints(cluster)).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p0");
        }

        @Test
        void failoverDoesNotForbidOtherRegions() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {outlierDetection: {}, loadBalancer: {localityLbSetting: {failover: [{from: r1, to: r2}]}}}",
                    endpoint("10.0.0.3").locality("r3/z1/").build());

            assertThat(endpoints(find(view, WHOLE))).isEqualTo("10.0.0.3 1 p0");
        }

        @Test
        void aGatewayStandsInThePlacesOfThePodsBehindIt() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {outlierDetection: {}}",
                    NEAR,
                    REMOTE.toBuilder()
                            .address("20.0.0.2")
                            .locality("a-region/z1/")
                            .build(),
                    REMOTE,
                    REMOTE.toBuilder().address("20.0.0.3").build());

            assertThat(endpoints(find(view, WHOLE))).isEqualTo("2.2.2.2 1 p1, 10.0.0.1 1 p0, 2.2.2.2 2 p0");
        }

        @Test
        void aGatewayHasNoRegionForFailoverByLabels() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {outlierDetection: {}, loadBalancer: {localityLbSetting: {failoverPriority: ["
                            + "topology.kubernetes.io/region, topology.istio.io/network]}}}",
                    endpoint("10.0.0.1")
                            .putLabel("topology.kubernetes.io/region", "r1")
                            .putLabel("topology.istio.io/network", "n1")
                            .build(),
                    endpoint("10.0.0.2")
                            .putLabel("topology.kubernetes.io/region", "r1")
                            .build(),
                    REMOTE.toBuilder()
                            .locality("")
                            .putLabel("topology.kubernetes.io/region", "r1")
                            .build());

            assertThat(endpoints(find(view, WHOLE))).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p1, 2.2.2.2 1 p2");
        }

        @Test
        void aRuleThatSaysNothingStillReplacesTheWishForNearEndpoints31() {
            MeshService near = service()
                    .trafficDistribution(TrafficDistribution.PREFER_SAME_ZONE)
                    .build();
            Optional<Cluster> cluster = find(
                    view(
                            near,
                            "trafficPolicy: {loadBalancer: {localityLbSetting: {}}}",
                            NEAR,
                            FAR.toBuilder().state(EndpointState.UNHEALTHY).build()),
                    WHOLE);

            assertThat(endpoints(cluster)).isEqualTo("10.0.0.1 1 p0, 10.0.0.2 1 p0");
            assertThat(cluster.orElseThrow().panicThreshold()).hasValue(0);
        }
    }

    @Nested
    class Passthrough39 {
        private static final String ROBIN = "{name: v1, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}}";
        private final ServiceEndpoint plain = NEAR.toBuilder().mutualTls(false).build();

        @Test
        void ofTheRuleHoldsForSubsetsThatSayOtherwise() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {loadBalancer: {simple: PASSTHROUGH}}, subsets: [" + ROBIN + "]",
                    plain);

            assertThat(find(view, SUBSET).orElseThrow().type()).isEqualTo(ClusterType.ORIGINAL_DST);
            assertThat(find(view, SUBSET).orElseThrow().loadBalancing().name()).isEqualTo("CLUSTER_PROVIDED");
        }

        @Test
        void ofASubsetHoldsForThatSubset() {
            HandMadeView view = view(
                    service().build(),
                    "subsets: [{name: v1, trafficPolicy: {loadBalancer: {simple: PASSTHROUGH}}}]",
                    NEAR);

            assertThat(find(view, WHOLE).orElseThrow().type()).isEqualTo(ClusterType.EDS);
            assertThat(find(view, SUBSET).orElseThrow().type()).isEqualTo(ClusterType.ORIGINAL_DST);
        }

        @Test
        void makesTheWholePlainAndASubsetWithoutPolicySecureWherePodsHaveNoSidecar() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {loadBalancer: {simple: PASSTHROUGH}}, subsets: [{name: v1}]",
                    plain);

            assertThat(find(view, WHOLE).orElseThrow().tls().mode()).isEqualTo(UpstreamTls.Mode.NONE);
            assertThat(find(view, SUBSET).orElseThrow().tls().mode()).isEqualTo(UpstreamTls.Mode.ISTIO_MUTUAL);
        }

        @Test
        void ofAnEntryOfAPortIsNotLookedAtForMutualTls() {
            HandMadeView view = view(
                    service().build(),
                    "trafficPolicy: {portLevelSettings: [{port: {number: 80}, loadBalancer: {simple: PASSTHROUGH}}]}",
                    plain);

            assertThat(find(view, WHOLE).orElseThrow().type()).isEqualTo(ClusterType.ORIGINAL_DST);
            assertThat(find(view, WHOLE).orElseThrow().tls().mode()).isEqualTo(UpstreamTls.Mode.ISTIO_MUTUAL);
        }

        @Test
        void withoutAnyPodTheWholeIsPlain() {
            HandMadeView view = view(service().build(), "trafficPolicy: {loadBalancer: {simple: PASSTHROUGH}}");

            assertThat(find(view, WHOLE).orElseThrow().tls().mode()).isEqualTo(UpstreamTls.Mode.NONE);
        }
    }

    @Nested
    class Headless {
        @Test
        void subsetsOfASidecarGoWhereverTheCallerDialled() {
            HandMadeView view =
                    view(service(HOST, Resolution.PASSTHROUGH).build(), "subsets: [{name: v1, labels: {a: b}}]", NEAR);

            assertThat(find(view, SUBSET).orElseThrow().type()).isEqualTo(ClusterType.ORIGINAL_DST);
            assertThat(find(view, SUBSET).orElseThrow().assignment()).isEmpty();
        }
    }
}
