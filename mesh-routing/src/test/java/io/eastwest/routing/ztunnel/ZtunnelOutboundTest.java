package io.eastwest.routing.ztunnel;

import static io.eastwest.routing.fixture.AmbientMesh.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.Steps;
import io.eastwest.routing.fixture.TwoNetworks;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a ztunnel sends a connection of its workload: points 1 to 4 of section 5.3 of security-ambient.md. */
class ZtunnelOutboundTest {
    private static final String CALLER = "c1/bar/web-1";
    private static final String REDIRECTED = ", annotations: {ambient.istio.io/redirection: enabled}";

    private static ZtunnelAnswer answer(AmbientIndex index, String caller, String to) {
        int colon = to.lastIndexOf(':');
        Connection connection = Connection.builder()
                .destinationAddress(to.substring(0, colon))
                .destinationPort(Integer.parseInt(to.substring(colon + 1)))
                .build();
        AmbientWorkload workload = index.workload(caller).orElseThrow();
        return Ztunnel.of(index, workload).outbound(connection, TraceSink.NONE);
    }

    private static ZtunnelAnswer answer(AmbientMesh mesh, String to) {
        return answer(AmbientIndex.of(mesh.router().view("c1")), CALLER, to);
    }

    /** {@return {@code PROTOCOL address (authority) [expected] share} of each target, then what is refused} */
    private static String text(ZtunnelAnswer answer) {
        Stream<String> targets = answer.targets().stream()
                .map(target -> target.protocol() + " " + target.address()
                        + target.authority().map(text -> " (" + text + ")").orElse("")
                        + target.waypoint().map(way -> " via " + way.name()).orElse("")
                        + target.service()
                                .map(service -> " of " + service.service().name())
                                .orElse("")
                        + (target.expected().isEmpty() ? "" : " " + target.expected())
                        + (target.innerExpected().isEmpty() ? "" : " in it " + target.innerExpected())
                        + " " + target.share());
        Stream<String> refused = answer.outcomes().stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.REFUSED)
                .map(outcome -> outcome.reason() + " " + outcome.share() + ": " + outcome.detail());
        return Stream.concat(targets, refused).collect(Collectors.joining("; "));
    }

    private static String sent(AmbientMesh mesh, String to) {
        return text(answer(mesh, to));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1:15001|NO_LISTENER 1: attempted recursive call to self",
                "127.1.0.9:15006|NO_LISTENER 1: attempted recursive call to self",
                "::1:15008|NO_LISTENER 1: attempted recursive call to self",
                "::1:15080|NO_LISTENER 1: attempted recursive call to self",
                "::1:80|PLAINTEXT [::1]:80 1",
                "127.0.0.1:15009|PLAINTEXT 127.0.0.1:15009 1",
                "203.0.113.1:15001|PLAINTEXT 203.0.113.1:15001 1",
                "fd00::9:80|PLAINTEXT [fd00::9]:80 1",
                "10.96.0.1:80|HBONE 10.0.0.1:15008 (10.0.0.1:8080) of app [cluster.local/ns/foo/sa/app] 1",
                "10.96.0.1:81|NO_HEALTHY_UPSTREAM 1: no healthy upstream: 10.96.0.1:81",
                "10.96.0.2:80|PLAINTEXT 10.0.2.1:8080 of car 1",
                "10.0.0.1:9999|HBONE 10.0.0.1:15008 (10.0.0.1:9999) [cluster.local/ns/foo/sa/app] 1",
                "10.0.3.1:80|PLAINTEXT 10.0.3.1:80 1",
            })
    void anAddressSaysWhere(String to, String where) {
        assertThat(sent(AmbientMesh.with(), to)).isEqualTo(where);
    }

    @Test
    void aConnectionThatIsSentIsForwarded() {
        ZtunnelAnswer answer = answer(AmbientMesh.with(), "10.96.0.1:80");

        assertThat(answer.outcomes()).singleElement().satisfies(outcome -> {
            assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FORWARDED);
            assertThat(outcome.share()).hasToString("1");
        });
        assertThat(answer.targets().get(0).workload()).map(AmbientWorkload::id).hasValue(AmbientMesh.APP);
    }

    @Test
    void namesOfAServiceEntryAreExpectedBesides() {
        AmbientMesh mesh = AmbientMesh.with("""
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: api, namespace: foo}
                spec:
                  hosts: [api.example]
                  addresses: [240.0.0.1]
                  location: MESH_INTERNAL
                  resolution: STATIC
                  ports: [{number: 80, name: http, protocol: HTTP}]
                  workloadSelector: {labels: {app: a}}
                  subjectAltNames: ["spiffe://cluster.local/ns/x/sa/y", "api.example"]
                """);

        assertThat(sent(mesh, "240.0.0.1:80"))
                .isEqualTo("HBONE 10.0.0.1:15008 (10.0.0.1:80) of api [cluster.local/ns/x/sa/y,"
                        + " cluster.local/ns/foo/sa/app] 1");
    }

    @Test
    void anEntryWithoutResolutionIsPassedThrough() {
        AmbientMesh mesh = AmbientMesh.with("""
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: api, namespace: foo}
                spec:
                  hosts: [api.example]
                  addresses: [240.0.0.1]
                  resolution: NONE
                  ports: [{number: 80, name: http, protocol: HTTP}]
                """);

        assertThat(sent(mesh, "240.0.0.1:80")).isEqualTo("PLAINTEXT 240.0.0.1:80 of api 1");
    }

    @Nested
    class ThroughAWaypoint {
        private static final String VIA_WAYPOINT =
                "HBONE 10.0.9.1:15008 (10.96.0.10:80) via wp of svc [cluster.local/ns/foo/sa/wp] 1";

        @Test
        void theAddressThatWasDialledIsTheAuthority() {
            assertThat(sent(AmbientMesh.with(Waypoints.waypoint(), Waypoints.service()), "10.96.0.10:80"))
                    .isEqualTo(VIA_WAYPOINT);
        }

        @Test
        void itMayBeReachedByAddress() {
            String byAddress = Waypoints.waypoint()
                    .replace("type: Hostname, value: wp.foo.svc.cluster.local", "type: IPAddress, value: 10.96.9.1");

            assertThat(sent(AmbientMesh.with(byAddress, Waypoints.service()), "10.96.0.10:80"))
                    .isEqualTo(VIA_WAYPOINT);
        }

        @Test
        void whoseServiceIsNotThereOrHasNoPodTheConnectionIsClosed() {
            String refused = "NO_HEALTHY_UPSTREAM 1: unknown waypoint: foo/wp has no pod that is ready";
            String withoutPod = Waypoints.waypoint()
                    .replace("phase: Running", "phase: Running, conditions: [{type: Ready, status: 'False'}]");
            String elsewhere = Waypoints.waypoint().replace("value: wp.foo.svc", "value: gone.foo.svc");

            assertThat(sent(AmbientMesh.with(withoutPod, Waypoints.service()), "10.96.0.10:80"))
                    .isEqualTo(refused);
            assertThat(sent(AmbientMesh.with(elsewhere, Waypoints.service()), "10.96.0.10:80"))
                    .isEqualTo(refused);
        }

        private AmbientIndex workloads(String waypoint) {
            String own = pod("foo", "own", "own", "10.0.0.7", ", istio.io/use-waypoint: " + waypoint, REDIRECTED);
            String all = Waypoints.waypoint("foo", "wp", "1", "istio.io/waypoint-for: all", "");
            return AmbientIndex.of(AmbientMesh.with(all, own).router().view("c1"));
        }

        @Test
        void aWorkloadHasOneToo() {
            assertThat(text(answer(workloads("wp"), CALLER, "10.0.0.7:80")))
                    .isEqualTo("HBONE 10.0.9.1:15008 (10.0.0.7:80) via wp [cluster.local/ns/foo/sa/wp] 1");
        }

        @Test
        void theWaypointItselfGoesStraight() {
            assertThat(text(answer(workloads("wp"), "c1/foo/wp-1", "10.0.0.7:80")))
                    .isEqualTo("HBONE 10.0.0.7:15008 (10.0.0.7:80) [cluster.local/ns/foo/sa/own] 1");
        }

        @Test
        void thatIsNotThereNobodyGoesAndItIsTold() {
            ZtunnelAnswer answer = answer(workloads("ghost"), CALLER, "10.0.0.7:80");

            assertThat(text(answer)).startsWith("HBONE 10.0.0.7:15008");
            assertThat(answer.findings())
                    .containsExactly("WARNING workload c1/foo/own-1: waypoint foo/ghost is not there; calls pass it by,"
                            + " and its policies and routes with it WAYPOINT_NOT_USED");
            assertThat(answer(
                                    AmbientMesh.with(Waypoints.service("svc", "istio.io/use-waypoint: ghost")),
                                    "10.96.0.10:80")
                            .findings())
                    .containsExactly("WARNING Service/foo/svc: waypoint foo/ghost is not there; calls pass it by, and"
                            + " its policies and routes with it WAYPOINT_NOT_USED");
        }
    }

    @Nested
    class IntoAnotherNetwork {
        private static final String GLOBAL = "istio.io/global: \"true\"";

        private String sent(TwoNetworks mesh) {
            return text(answer(AmbientIndex.of(mesh.router().view("c1")), CALLER, "10.1.96.1:80"));
        }

        @Test
        void aTunnelLeadsThroughTheGateway() {
            TwoNetworks mesh = TwoNetworks.empty().app("c1", GLOBAL, 1).app("c2", GLOBAL, 2);

            assertThat(sent(mesh))
                    .isEqualTo("HBONE 10.1.0.1:15008 (10.1.0.1:8080) of app [cluster.local/ns/foo/sa/app1,"
                            + " cluster.local/ns/foo/sa/app2] 1/3; DOUBLE_HBONE 203.0.113.2:15008"
                            + " (app.foo.svc.cluster.local:80) of app [cluster.local/ns/istio-system/sa/ew] in it"
                            + " [cluster.local/ns/foo/sa/app1, cluster.local/ns/foo/sa/app2] 2/3");
        }
    }

    @Test
    void theStepsTellWhatTheAddressIsAndWhereItLeads() {
        AmbientIndex index = AmbientIndex.of(AmbientMesh.with().router().view("c1"));
        Ztunnel ztunnel = Ztunnel.of(index, index.workload(CALLER).orElseThrow());
        Steps steps = new Steps();
        for (String address : new String[] {"10.96.0.1", "10.0.0.1", "203.0.113.1"}) {
            ztunnel.outbound(
                    Connection.builder()
                            .destinationAddress(address)
                            .destinationPort(80)
                            .build(),
                    steps);
        }

        assertThat(steps.lines(TraceStep.Stage.CLUSTER))
                .containsExactly(
                        "+ app.foo.svc.cluster.local: virtual address", "+ c1/foo/app-1: address of the workload");
        assertThat(steps.lines(TraceStep.Stage.ENDPOINT))
                .containsExactly(
                        "+ c1/foo/app-1: share 1",
                        "+ c1/foo/app-1: share 1",
                        "+ 203.0.113.1:80: no service or workload has the address");
    }
}
