package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.PORT;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshInboundMode;
import io.eastwest.model.istio.mesh.MeshInboundTrafficPolicy;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.model.istio.networking.Sidecar;
import io.eastwest.model.istio.networking.SidecarIngress;
import io.eastwest.model.istio.networking.SidecarIngressBuilder;
import io.eastwest.model.istio.networking.SidecarPort;
import io.eastwest.model.istio.networking.SidecarSpec;
import io.eastwest.model.istio.networking.TrafficPolicy;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.ServiceTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkloadClustersTest {
    private final HandMadeView view = new HandMadeView()
            .with(service().build())
            .with(new ServiceTarget(service().build(), PORT, 8080));

    @Test
    void aServicePortSendsToTheAddressThatWasDialled() {
        Cluster cluster = find(8080).orElseThrow();

        assertThat(cluster.type()).isEqualTo(ClusterType.ORIGINAL_DST);
        assertThat(cluster.assignment()).isEmpty();
        assertThat(find(80)).isEmpty();
    }

    @Test
    void theMeshMaySendToTheLoopbackAddress() {
        view.with(inbound(MeshInboundMode.PASSTHROUGH));

        assertThat(find(8080).orElseThrow().type()).isEqualTo(ClusterType.ORIGINAL_DST);

        view.with(inbound(MeshInboundMode.LOCALHOST));

        assertThat(addresses(8080)).containsExactly("127.0.0.1:8080");
    }

    private static MeshConfig inbound(MeshInboundMode mode) {
        return MeshConfig.builder()
                .inboundTrafficPolicy(
                        MeshInboundTrafficPolicy.builder().mode(mode).build())
                .build();
    }

    @Test
    void theConnectionPoolOfTheRuleCounts() {
        view.with(DestinationRule.of(
                "shop",
                "api",
                DestinationRuleSpec.builder()
                        .host("api")
                        .trafficPolicy(
                                TrafficPolicy.builder().connectionPool(pool(7)).build())
                        .build()));

        assertThat(find(8080).orElseThrow().circuitBreakers().maxRequests()).hasValue(7);
        assertThat(find(8080).orElseThrow().protocol()).isEqualTo(UpstreamProtocol.AS_DOWNSTREAM);
    }

    @Test
    void ingressListenersTakeThePlaceOfServicePorts() {
        view.with(sidecar(listener(9000, "127.0.0.1:8080").build()));

        assertThat(addresses(9000)).containsExactly("127.0.0.1:8080");
        assertThat(find(8080)).isEmpty();
    }

    @Test
    void anIngressListenerMaySendToThePodOrASocket() {
        view.with(sidecar(
                listener(9000, "0.0.0.0:8080").build(),
                listener(9001, "[::]:8080").build(),
                listener(9002, "unix:///run/app").build(),
                listener(9003, "").build(),
                listener(9004, "8080").build()));

        assertThat(addresses(9000)).containsExactly("10.0.0.9:8080");
        assertThat(addresses(9001)).containsExactly("[::1]:8080");
        assertThat(addresses(9002)).containsExactly("/run/app");
        assertThat(find(9003).orElseThrow().type()).isEqualTo(ClusterType.ORIGINAL_DST);
        assertThat(find(9004)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.9, 127.0.0.1:8080, 127.0.0.1:8080",
        "10.0.0.9, [::1]:8080, 127.0.0.1:8080",
        "fd00::9, 127.0.0.1:8080, [::1]:8080",
        "fd00::9, [::1]:8080, [::1]:8080",
        "10.0.0.9 fd00::9, 127.0.0.1:8080, 127.0.0.1:8080",
        "10.0.0.9 fd00::9, [::1]:8080, [::1]:8080",
        "10.0.0.9 fd00::9, [::]:8080, [fd00::9]:8080",
        "fd00::9, 0.0.0.0:8080, 127.0.0.1:8080",
        "10.0.0.9, 192.0.2.1:8080, ORIGINAL_DST",
        "10.0.0.9, 127.0.0.1:123456, none",
    })
    void theLoopbackAddressIsOfTheFamilyOfThePod(String pod, String written, String expected) {
        view.with(sidecar(listener(9000, written).build()));
        MeshProxy proxy = proxy().addresses(List.of(pod.split(" ", -1))).build();
        Optional<Cluster> cluster =
                ClusterFactory.of(ProxyScopes.of(view, List.of()).scope(proxy)).cluster("inbound|9000||");

        assertThat(cluster.map(each -> each.type() == ClusterType.STATIC
                                ? each.assignment().get(0).endpoints().get(0).address()
                                : each.type().name())
                        .orElse("none"))
                .isEqualTo(expected);
    }

    @Test
    void aClusterNamesServiceRuleAndSidecar() {
        view.with(DestinationRule.of("shop", "rule", DestinationRuleSpec.host("api")));
        view.with(sidecar(listener(8080, "127.0.0.1:80").build()));
        Cluster cluster = find(8080).orElseThrow();

        assertThat(cluster.origins())
                .extracting(origin ->
                        origin.resource().kind() + " " + origin.resource().name())
                .containsExactly("Service api", "DestinationRule rule", "Sidecar default");
        assertThat(cluster.loadBalancing()).isEqualTo(new LoadBalancingPolicy.Simple("ROUND_ROBIN"));
        assertThat(cluster.assignment().get(0).endpoints().get(0).owner()).contains("c1/shop/web-1");
    }

    @Test
    void withoutAddressTheDialledOneIsProvided() {
        assertThat(find(8080).orElseThrow().loadBalancing())
                .isEqualTo(new LoadBalancingPolicy.Simple("CLUSTER_PROVIDED"));
        assertThat(ClusterFactory.of(ProxyScopes.of(view, List.of())
                                .scope(proxy().kind(MeshProxy.Kind.ROUTER).build()))
                        .cluster("inbound|8080||"))
                .isEmpty();
    }

    @Test
    void theOldestServiceOfAPortCounts() {
        view.with(new ServiceTarget(
                service()
                        .resource(ResourceKey.of("", "Service", "shop", "old"))
                        .creationTime(Instant.EPOCH.minusSeconds(1))
                        .build(),
                PORT,
                8080));

        assertThat(find(8080).orElseThrow().origins())
                .extracting(origin -> origin.resource().name())
                .containsExactly("old");
    }

    @Test
    void theConnectionPoolOfTheSidecarReplacesThatOfTheRule() {
        SidecarSpec spec = SidecarSpec.builder()
                .addIngress(listener(9000, "").connectionPool(pool(3)).build())
                .addIngress(listener(9001, "").build())
                .inboundConnectionPool(pool(5))
                .build();
        view.with(Sidecar.of("shop", "default", spec));

        assertThat(find(9000).orElseThrow().circuitBreakers().maxRequests()).hasValue(3);
        assertThat(find(9001).orElseThrow().circuitBreakers().maxRequests()).hasValue(5);
    }

    private static ConnectionPoolSettings pool(int requests) {
        return ConnectionPoolSettings.builder()
                .http(HttpConnectionPool.builder()
                        .http2MaxRequests(requests)
                        .useClientProtocol(true)
                        .build())
                .build();
    }

    private static Sidecar sidecar(SidecarIngress... ingress) {
        return Sidecar.of(
                "shop", "default", SidecarSpec.builder().addIngress(ingress).build());
    }

    private static SidecarIngressBuilder listener(int port, String endpoint) {
        return SidecarIngress.builder()
                .port(SidecarPort.builder().number(port).protocol("HTTP").build())
                .defaultEndpoint(endpoint);
    }

    private Optional<Cluster> find(int port) {
        return ClusterFactory.of(ProxyScopes.of(view, List.of()).scope(proxy().build()))
                .cluster("inbound|" + port + "||");
    }

    private List<String> addresses(int port) {
        return find(port).orElseThrow().assignment().stream()
                .flatMap(group -> group.endpoints().stream())
                .map(endpoint -> endpoint.address())
                .toList();
    }
}
