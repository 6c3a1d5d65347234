package io.eastwest.routing.endpoints;

import static io.eastwest.routing.fixture.Meshes.PORT;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.view.AmbientSettings;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.ServiceEndpointBuilder;
import io.eastwest.routing.view.TunnelProtocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which endpoints are reached in a tunnel in ambient mode. */
class TunnelUseTest {
    private final AmbientSettings on = AmbientSettings.builder().enabled(true).build();
    private final EndpointQuery query = EndpointQuery.builder()
            .proxy(proxy().build())
            .service(service().build())
            .port(PORT)
            .resolvedByProxy(false)
            .mutualTlsOnly(false)
            .build();

    private boolean tunnels(ServiceEndpoint endpoint) {
        return TunnelUse.tunnels(endpoint, query, new HandMadeView().with(on));
    }

    private static ServiceEndpointBuilder captured(String address, String cluster) {
        return endpoint(address, "n1", cluster).mutualTls(false).tunnel(TunnelProtocol.HBONE);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, c1, true", "10.0.0.1, c2, false", "db.example, c1, false", "'', c1, false"})
    void thoseBehindAZtunnelOfTheOwnClusterAre(String address, String cluster, boolean tunnels) {
        assertThat(tunnels(captured(address, cluster).build())).isEqualTo(tunnels);
    }

    @Test
    void noneIsWithoutAmbientMode() {
        assertThat(TunnelUse.tunnels(captured("10.0.0.1", "c1").build(), query, new HandMadeView()))
                .isFalse();
    }

    @Test
    void thoseWithoutTunnelAreNot() {
        assertThat(tunnels(endpoint("10.0.0.1").mutualTls(false).build())).isFalse();
    }

    @Test
    void thoseThatTakeThemThemselvesAreInEveryCluster() {
        assertThat(tunnels(captured("10.0.0.1", "c2")
                        .tunnel(TunnelProtocol.NATIVE_HBONE)
                        .build()))
                .isTrue();
        assertThat(tunnels(endpoint("10.0.0.1", "n1", "c2")
                        .mutualTls(false)
                        .putLabel("gateway.istio.io/managed", "istio.io-mesh-controller")
                        .build()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"false, false, false", "true, false, true", "false, true, true"})
    void thoseWithASidecarAreOnlyWhereTunnelsArePreferredOrAWaypointAsks(
            boolean prefers, boolean waypoint, boolean tunnels) {
        ServiceEndpoint endpoint = captured("10.0.0.1", "c1").mutualTls(true).build();
        HandMadeView view = new HandMadeView()
                .with(AmbientSettings.builder()
                        .enabled(true)
                        .prefersHbone(prefers)
                        .build());

        assertThat(query.servedByWaypoint()).isFalse();
        assertThat(TunnelUse.tunnels(
                        endpoint, query.toBuilder().servedByWaypoint(waypoint).build(), view))
                .isEqualTo(tunnels);
    }
}
