package io.eastwest.routing.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import io.eastwest.routing.view.TrafficDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How ztunnel chooses an endpoint: section 5.8 of security-ambient.md. */
class EndpointChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "KUBERNETES, CLIENT_SIDE, false, ANY, STANDARD []",
        "KUBERNETES, CLIENT_SIDE, false, PREFER_SAME_ZONE, 'FAILOVER [NETWORK, REGION, ZONE]'",
        "KUBERNETES, CLIENT_SIDE, false, PREFER_SAME_NODE, 'FAILOVER [NETWORK, REGION, ZONE, SUBZONE, NODE]'",
        "KUBERNETES, CLIENT_SIDE, true, PREFER_SAME_ZONE, STRICT [NODE]",
        "KUBERNETES, PASSTHROUGH, false, ANY, STANDARD []",
        "EXTERNAL, PASSTHROUGH, true, ANY, PASSTHROUGH []",
        "EXTERNAL, CLIENT_SIDE, false, ANY, STANDARD []",
    })
    void followsFromTheService(
            Registry registry, Resolution resolution, boolean node, TrafficDistribution distribution, String choice) {
        EndpointChoice made = EndpointChoice.of(Meshes.service(Meshes.HOST, resolution)
                .registry(registry)
                .nodeLocal(node)
                .trafficDistribution(distribution)
                .build());

        assertThat(made.mode() + " " + made.scopes()).isEqualTo(choice);
    }

    @Test
    void aServiceIsNeitherSharedNorBehindWaypointsForGatewaysUnlessItSaysSo() {
        AmbientService service = AmbientService.builder()
                .service(Meshes.service().build())
                .choice(EndpointChoice.of(Meshes.service().build()))
                .build();

        assertThat(service.global()).isFalse();
        assertThat(service.gatewaysUseWaypoint()).isFalse();
    }
}
