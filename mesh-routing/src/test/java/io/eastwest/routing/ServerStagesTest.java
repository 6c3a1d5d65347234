package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an explanation tells of the stages behind the caller's proxy: at servers, ztunnels and waypoints. */
class ServerStagesTest {
    private static List<String> lines(Explanation explanation, String proxy, TraceStep.Stage stage) {
        return explanation.steps().stream()
                .filter(step -> step.stage() == stage && step.proxy().equals(proxy))
                .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                .toList();
    }

    private static String mutualTls(String key, String spec) {
        return SmallMesh.istio("PeerAuthentication", key, spec).replace("networking.istio.io", "security.istio.io");
    }

    @Nested
    class Sidecars {
        private Explanation explain(String... policies) {
            String[] all = new String[policies.length + 2];
            all[0] = SmallMesh.service("shop/a", 1, "http 80");
            all[1] = SmallMesh.pod("web/client", "10.1.0.1", "app: client");
            System.arraycopy(policies, 0, all, 2, policies.length);
            return MeshRouter.of(SmallMesh.snapshot(all))
                    .explain(Call.get("http://a.shop/").from("client", "web", "c1"));
        }

        @Test
        void theInnermostPolicyThatSetsAModeDecides() {
            Explanation explanation = explain(
                    mutualTls("istio-system/mesh", "{mtls: {mode: STRICT}}"),
                    mutualTls("shop/space", "{mtls: {mode: PERMISSIVE}}"),
                    mutualTls("shop/own", "{selector: {matchLabels: {app: a}}, mtls: {mode: UNSET}}"));

            assertThat(lines(explanation, "c1/shop/a-1", TraceStep.Stage.PEER_AUTHENTICATION))
                    .containsExactly(
                            "- PeerAuthentication/istio-system/mesh: a narrower policy decides",
                            "+ PeerAuthentication/shop/space: port 80 is PERMISSIVE",
                            "- PeerAuthentication/shop/own: mtls.mode: expected set but was UNSET");
        }

        @Test
        void aModeOfThePortDecides() {
            Explanation explanation = explain(
                    mutualTls("shop/own", "{selector: {matchLabels: {app: a}}, portLevelMtls: {80: {mode: STRICT}}}"));

            assertThat(lines(explanation, "c1/shop/a-1", TraceStep.Stage.PEER_AUTHENTICATION))
                    .containsExactly("+ PeerAuthentication/shop/own: port 80 is STRICT");
            assertThat(explanation.steps())
                    .filteredOn(step -> step.stage() == TraceStep.Stage.PEER_AUTHENTICATION)
                    .extracting(TraceStep::path)
                    .containsExactly("spec.portLevelMtls[\"80\"]");
        }

        @Test
        void withoutAPolicyTheDefaultDecidesAndChainsSayWhatTheyWant() {
            Explanation explanation = explain();

            assertThat(lines(explanation, "c1/shop/a-1", TraceStep.Stage.PEER_AUTHENTICATION))
                    .containsExactly("+ default: port 80 is PERMISSIVE");
            assertThat(lines(explanation, "c1/shop/a-1", TraceStep.Stage.FILTER_CHAIN))
                    .contains(
                            "- virtualInbound-blackhole: destination port: expected one of [15006] but was 80",
                            "- 0.0.0.0_80: transport: expected one of [RAW_BUFFER] but was TLS");
        }
    }

    @Nested
    class Ambient {
        private static final String CALLER = "c1/bar/web-1";

        private Explanation explain(String... manifests) {
            return AmbientMesh.with(manifests)
                    .router()
                    .explain(Call.get("http://svc.foo/a").from("web", "bar", "c1"));
        }

        @Test
        void aZtunnelSaysWhichEndpointsItPassesBy() {
            Explanation explanation = explain(
                    Waypoints.service("svc", "").replace("spec:", "spec:\n  trafficDistribution: PreferClose"),
                    AmbientMesh.captured("foo", "far", "a", "10.0.0.9")
                            .replace("phase: Running", "phase: Running, conditions: [{type: Ready, status: 'False'}]"));

            assertThat(explanation.toText())
                    .contains("DISCOVERY c1/foo/far-1: state: expected healthy but was unhealthy");
            assertThat(lines(explanation, CALLER, TraceStep.Stage.ENDPOINT)).isNotEmpty();
        }

        @Test
        void aWaypointSaysWhichRulesItHas() {
            String to = "http: [{match: [{port: 81}], route: [{destination: {host: svc.foo.svc.cluster.local}}]},"
                    + " {route: [{destination: {host: svc.foo.svc.cluster.local}}]}]}";
            Explanation explanation = explain(
                    Waypoints.waypoint(),
                    Waypoints.service(),
                    SmallMesh.rules("foo/own", "{hosts: [svc.foo.svc.cluster.local], " + to),
                    SmallMesh.rules("bar/alien", "{hosts: [svc.foo.svc.cluster.local], " + to));

            assertThat(explanation.toText())
                    .contains(
                            "- VIRTUAL_SERVICE VirtualService/bar/alien: namespace: expected foo or foo but was bar",
                            "- VIRTUAL_SERVICE spec.http[0].match[0]: port: expected 81 but was 80",
                            "+ VIRTUAL_SERVICE VirtualService/foo/own: rules of host svc.foo.svc.cluster.local");
        }
    }
}
