package io.eastwest.routing.endpoints;

import static io.eastwest.routing.fixture.Meshes.PORT;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.view.AmbientSettings;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.NetworkGatewayAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How proxies reach other networks where services are shared in ambient mode: multicluster.md 8. */
class AmbientReachTest {
    private static final AmbientSettings SHARED =
            AmbientSettings.builder().enabled(true).multiNetwork(true).build();

    private static EndpointQuery query(MeshProxy proxy) {
        return EndpointQuery.builder()
                .proxy(proxy)
                .service(service().build())
                .port(PORT)
                .resolvedByProxy(false)
                .mutualTlsOnly(false)
                .build();
    }

    private static AmbientReach reach(AmbientSettings settings, MeshProxy.Kind kind) {
        return AmbientReach.of(settings, query(proxy().kind(kind).build()));
    }

    @ParameterizedTest
    @CsvSource({
        "SIDECAR, false, false, false, true",
        "ROUTER, false, true, true, false",
        "ROUTER, true, false, true, true",
        "WAYPOINT, true, false, true, false",
        "WAYPOINT, false, true, true, true"
    })
    void theKindOfTheProxyDecides(
            MeshProxy.Kind kind, boolean gateways, boolean waypoints, boolean tunnels, boolean reaches) {
        AmbientReach reach = reach(
                AmbientSettings.builder()
                        .from(SHARED)
                        .gatewaysReachNetworks(gateways)
                        .waypointsReachNetworks(waypoints)
                        .build(),
                kind);

        assertThat(reach)
                .isEqualTo(new AmbientReach(
                        true,
                        tunnels,
                        reaches,
                        tunnels ? Optional.of("api.shop.svc.cluster.local:80") : Optional.empty()));
    }

    @Test
    void anEastWestGatewayReachesOthersWhateverTheSettings() {
        MeshProxy gateway = proxy().kind(MeshProxy.Kind.WAYPOINT)
                .putLabel("gateway.istio.io/managed", "istio.io-eastwest-controller")
                .build();

        assertThat(AmbientReach.of(SHARED, query(gateway)).reachesOthers()).isTrue();
    }

    @Test
    void withoutSharedServicesThereIsNothingOfIt() {
        assertThat(reach(AmbientSettings.builder().enabled(true).build(), MeshProxy.Kind.ROUTER))
                .isEqualTo(AmbientReach.NONE);
        assertThat(AmbientReach.NONE).isEqualTo(new AmbientReach(false, false, true, Optional.empty()));
    }

    @Nested
    class EndpointsOfOtherNetworks {
        private final CandidateGroup group = new CandidateGroup(
                new Locality("r", "", ""),
                List.of(candidate("10.0.0.1", "n1"), candidate("20.0.0.1", "n2"), candidate("20.0.0.2", "n2")));
        private final GatewaySet gateways = new GatewaySet(List.of(
                new NetworkGatewayAddress("n2", "c2", "2.2.2.2", 15443, 15008),
                new NetworkGatewayAddress("n2", "c2", "2.2.2.3", 15443, 0)));

        private CandidateGroup.Candidate candidate(String address, String network) {
            var endpoint = endpoint(address, network, network.replace('n', 'c')).build();
            LbEndpoint sent = LbEndpoint.builder()
                    .address(address + ":8080")
                    .mutualTls(false)
                    .tunnel(true)
                    .build();
            return new CandidateGroup.Candidate(endpoint, new GroupMember(sent, new TreeMap<>()));
        }

        private List<String> lines(MeshProxy.Kind kind, GatewaySet known, AmbientReach reach) {
            MeshProxy proxy = proxy().kind(kind).build();
            EndpointSteps steps = new EndpointSteps(query(proxy), TraceSink.NONE);
            List<String> lines = new ArrayList<>();
            for (EndpointGroup each : new SplitHorizon(proxy, known, reach).replace(List.of(group), steps)) {
                for (GroupMember member : each.members()) {
                    LbEndpoint endpoint = member.endpoint();
                    lines.add(endpoint.address() + " " + endpoint.weight() + (endpoint.tunnel() ? " tunnel" : "")
                            + (endpoint.mutualTls() ? " mutual TLS" : "")
                            + endpoint.tunnelTarget()
                                    .map(target -> " to " + target)
                                    .orElse("") + " "
                            + member.labels());
                }
                lines.add("= " + (each.weight().isPresent() ? each.weight().getAsLong() : "none"));
            }
            return lines;
        }

        @Test
        void areBehindTheTunnelPortOfTheirGateways() {
            assertThat(lines(
                            MeshProxy.Kind.ROUTER, gateways, new AmbientReach(true, true, true, Optional.of("api:80"))))
                    .containsExactly(
                            "10.0.0.1:8080 2 tunnel {}",
                            "2.2.2.2:15008 4 tunnel to api:80 {topology.istio.io/cluster=c2,"
                                    + " topology.istio.io/network=n2}",
                            "= 6");
        }

        @Test
        void areLostToWhoMayNotReachThem() {
            assertThat(lines(
                            MeshProxy.Kind.WAYPOINT,
                            gateways,
                            new AmbientReach(true, true, false, Optional.of("api:80"))))
                    .containsExactly("10.0.0.1:8080 2 tunnel {}", "= 2");
        }

        @Test
        void areLostWhereNoGatewayIsKnown() {
            assertThat(lines(
                            MeshProxy.Kind.ROUTER,
                            new GatewaySet(List.of()),
                            new AmbientReach(true, true, true, Optional.of("api:80"))))
                    .containsExactly("10.0.0.1:8080 1 tunnel {}", "= 1");
        }

        @Test
        void ofTunnelsAreNotForSidecars() {
            assertThat(lines(MeshProxy.Kind.SIDECAR, gateways, new AmbientReach(true, false, true, Optional.empty())))
                    .containsExactly("10.0.0.1:8080 2 tunnel {}", "= 2");
        }

        @Test
        void areReachedDirectlyWithoutAmbientMode() {
            assertThat(lines(MeshProxy.Kind.SIDECAR, new GatewaySet(List.of()), AmbientReach.NONE))
                    .containsExactly(
                            "10.0.0.1:8080 1 tunnel {}",
                            "20.0.0.1:8080 1 tunnel {}",
                            "20.0.0.2:8080 1 tunnel {}",
                            "= 3");
        }
    }
}
