package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshProxyBuilder;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Clusters of waypoints to the services that they serve: load-balancing.md 1.5, 8.2, 8.3. */
class VirtualAddressClustersTest {
    private static final ServiceEndpoint OLD =
            endpoint("10.0.0.1").locality("r1/z1/").putLabel("version", "v1").build();
    private static final ServiceEndpoint NEW =
            endpoint("10.0.0.2").locality("r2/z2/").putLabel("version", "v2").build();
    private static final String FAILOVER = "trafficPolicy: {outlierDetection: {}}";

    private static MeshProxyBuilder waypoint() {
        return proxy().kind(MeshProxy.Kind.WAYPOINT).putLabel("app", "wp").locality("r1/z1/");
    }

    private static MeshProxyBuilder eastWestGateway() {
        return waypoint().putLabel("gateway.istio.io/managed", "istio.io-eastwest-controller");
    }

    private static HandMadeView view(MeshService service, String... rules) {
        HandMadeView view = new HandMadeView()
                .with(MeshConfig.builder()
                        .localityLbSetting(LocalityLoadBalancerSetting.empty())
                        .build())
                .with(service, OLD, NEW);
        for (int i = 0; i < rules.length; i++) {
            String text = SmallMesh.istio("DestinationRule", "shop/rule-" + i, rules[i]);
            view.with((DestinationRule) ManifestReader.pruning()
                    .read("rule.yaml", text)
                    .orThrow()
                    .get(0)
                    .resource());
        }
        return view;
    }

    private static Optional<Cluster> find(HandMadeView view, MeshProxyBuilder proxy, String name) {
        return ClusterFactory.of(ProxyScopes.of(view, List.of()).scope(proxy.build()))
                .cluster(name);
    }

    /** Endpoints with their priorities. */
    private static String endpoints(Optional<Cluster> cluster) {
        return cluster.orElseThrow().assignment().stream()
                .flatMap(group -> group.endpoints().stream().map(each -> each.address() + " p" + priority(group)))
                .collect(Collectors.joining(", "));
    }

    private static int priority(LocalityEndpoints group) {
        return group.priority();
    }

    @Nested
    class RulesForWorkloads {
        private final HandMadeView view = view(
                service().build(),
                "{host: api, workloadSelector: {matchLabels: {app: wp}}, " + FAILOVER + "}",
                "{host: api, trafficPolicy: {loadBalancer: {simple: RANDOM}}}");

        @Test
        void doNotSetThePolicyButDecideAboutEndpoints() {
            Optional<Cluster> cluster = find(view, waypoint(), "inbound-vip|80|http|" + HOST);

            assertThat(cluster.orElseThrow().loadBalancing().name()).isEqualTo("RANDOM");
            assertThat(cluster.orElseThrow().outlierDetection()).isEmpty();
            assertThat(endpoints(cluster)).isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p1");
        }

        @Test
        void ofOtherWorkloadsDecideAboutNothing() {
            MeshProxyBuilder other = waypoint().putLabel("app", "other");

            assertThat(endpoints(find(view, other, "inbound-vip|80|http|" + HOST)))
                    .isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p0");
        }
    }

    @Nested
    class AtAnEastWestGateway {
        @Test
        void aRuleOrdersEndpointsButGivesNoPolicy() {
            HandMadeView view = view(service().build(), "{host: api, " + FAILOVER + "}");
            Optional<Cluster> cluster = find(view, eastWestGateway(), "inbound-vip|80|tcp|" + HOST);

            assertThat(cluster.orElseThrow().outlierDetection()).isEmpty();
            assertThat(cluster.orElseThrow().localityWeighted()).isFalse();
            assertThat(endpoints(cluster)).isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p1");
        }
    }

    @Nested
    class Subsets {
        private final HandMadeView view = view(
                service().build(),
                "{host: api, trafficPolicy: {loadBalancer: {simple: PASSTHROUGH}}, subsets: ["
                        + "{name: v1, labels: {version: v1}, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}},"
                        + "{name: http, labels: {version: v2}}]}");

        @Test
        void areMadeByTheirOwnPolicyUnlikeThoseOfSidecars() {
            Optional<Cluster> ofWaypoint = find(view, waypoint(), "inbound-vip|80|http/v1|" + HOST);
            Optional<Cluster> ofSidecar = find(view, proxy(), "outbound|80|v1|" + HOST);

            assertThat(ofWaypoint.map(Cluster::type)).contains(ClusterType.EDS);
            assertThat(endpoints(ofWaypoint)).isEqualTo("10.0.0.1:8080 p0");
            assertThat(ofSidecar.map(Cluster::type)).contains(ClusterType.ORIGINAL_DST);
        }

        @Test
        void namedLikeAProtocolTakeThePlaceOfTheWholeService() {
            HandMadeView plain =
                    view(service().build(), "{host: api, subsets: [{name: http, labels: {version: v2}}, {name: v1}]}");

            assertThat(endpoints(find(plain, waypoint(), "inbound-vip|80|http|" + HOST)))
                    .isEqualTo("10.0.0.2:8080 p0");
            assertThat(endpoints(find(plain, waypoint(), "inbound-vip|80|http/v1|" + HOST)))
                    .isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p0");
        }

        @Test
        void ofNamesThatTheProxyResolvesHoldAllEndpoints() {
            MeshService dns =
                    service(HOST, Resolution.DNS).registry(Registry.EXTERNAL).build();
            HandMadeView named = view(dns, "{host: api, subsets: [{name: v1, labels: {version: v1}}]}");

            assertThat(endpoints(find(named, waypoint(), "inbound-vip|80|http/v1|" + HOST)))
                    .isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p0");
            assertThat(endpoints(find(named, proxy(), "outbound|80|v1|" + HOST)))
                    .isEqualTo("10.0.0.1:8080 p0");
        }
    }

    @Nested
    class NamesThatTheProxyResolves {
        @Test
        void areNotOrderedByLabelsButByRegions() {
            MeshService dns =
                    service(HOST, Resolution.DNS).registry(Registry.EXTERNAL).build();
            String balancer =
                    "{outlierDetection: {}, loadBalancer: {localityLbSetting: {failoverPriority: [version]%s}}}";
            HandMadeView byLabels = view(dns, "{host: api, trafficPolicy: " + balancer.replace("%s", "") + "}");
            HandMadeView byBoth = view(
                    dns,
                    "{host: api, trafficPolicy: " + balancer.replace("%s", ", failover: [{from: r1, to: r2}]") + "}");

            assertThat(endpoints(find(byLabels, waypoint(), "inbound-vip|80|http|" + HOST)))
                    .isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p0");
            assertThat(endpoints(find(byBoth, waypoint(), "inbound-vip|80|http|" + HOST)))
                    .isEqualTo("10.0.0.1:8080 p0, 10.0.0.2:8080 p1");
        }
    }

    @Nested
    class NamesThatTheClientChooses {
        @Test
        void areForHttpAlone() {
            MeshService wildcard = service("*.example", Resolution.DYNAMIC_DNS)
                    .registry(Registry.EXTERNAL)
                    .addPort(new MeshServicePort("tls", 443, PortProtocol.TLS, ""))
                    .build();
            HandMadeView view = view(wildcard);

            assertThat(find(view, waypoint(), "inbound-vip|80|http|*.example").map(Cluster::type))
                    .contains(ClusterType.DYNAMIC_FORWARD_PROXY);
            assertThat(find(view, waypoint(), "inbound-vip|443|tcp|*.example")).isEmpty();
        }
    }
}
