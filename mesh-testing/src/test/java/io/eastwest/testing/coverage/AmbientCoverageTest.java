package io.eastwest.testing.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Calls through ztunnels and a waypoint. */
class AmbientCoverageTest {
    private static final MeshRouter ROUTER = MeshRouter.of(
            MeshSnapshot.read(Path.of("src/test/resources/meshes/ambient")).orThrow());

    @Test
    void rulesOfWaypointsAndZtunnelsAreReached() {
        MeshCoverage coverage = MeshCoverage.of(ROUTER);
        coverage.add(ROUTER.decide(Call.get("http://svc.foo/a").from("web", "foo", "c1")));

        assertThat(coverage.report().reached())
                .extracting(
                        item -> item.resource().kind() + " " + item.resource().name() + " " + item.path())
                .containsExactly(
                        "HTTPRoute svc spec.rules[0]",
                        "AuthorizationPolicy at-waypoint spec.rules[0]",
                        "AuthorizationPolicy at-ztunnel spec.rules[0]",
                        "PeerAuthentication strict spec.mtls");

        assertThat(coverage.report().missed())
                .extracting(CoverageItem::toText)
                .containsExactly(
                        "clusters/c1/rules.yaml:12:5 HTTPRoute/foo/svc spec.rules[1]",
                        "clusters/c1/rules.yaml:20:3 DestinationRule/foo/svc spec.trafficPolicy");
    }
}
