package io.eastwest.routing.ambient;

import static io.eastwest.routing.fixture.AmbientMesh.hops;
import static io.eastwest.routing.fixture.AmbientMesh.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.TwoNetworks;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Several networks in ambient mode: section 5.7 of security-ambient.md, traps T23, T30 and T32. */
class MultiNetworkTest {
    private static final String GLOBAL = "istio.io/global: \"true\"";
    private static final String WEB = AmbientMesh.WEB;
    private static final String ACROSS =
            "CLIENT_ZTUNNEL -> EAST_WEST_GATEWAY:double HBONE:" + WEB + " -> SERVER_ZTUNNEL:HBONE:" + WEB;

    private static String unready(String name, String address) {
        return AmbientMesh.captured("foo", name, "a", address)
                .replace(
                        "status: {phase: Running",
                        "status: {conditions: [{type: Ready, status: \"False\"}], phase: Running");
    }

    @Nested
    class Scope {
        /** Row 5.7a and trap T30. */
        @Test
        void ofAServiceThatIsGlobalInOneClusterOnlyEndsThere() {
            Decision own = TwoNetworks.empty()
                    .app("c1", GLOBAL, 1)
                    .app("c2", "a: b", 5)
                    .call("c1");
            Decision other = TwoNetworks.empty()
                    .app("c1", "a: b", 1)
                    .app("c2", GLOBAL, 5)
                    .call("c1");

            assertThat(own.shareOfCluster("c1").toString()).isEqualTo("1");
            assertThat(other.shareOfCluster("c1").toString()).isEqualTo("1");
        }

        @Test
        void ofAServiceThatIsGlobalInBothSpansBoth() {
            Decision decision = TwoNetworks.empty()
                    .app("c1", GLOBAL, 1)
                    .app("c2", GLOBAL, 1)
                    .call("c1");

            assertThat(decision.shareOfCluster("c2").toString()).isEqualTo("1/2");
            assertThat(decision.isForwarded()).isTrue();
        }

        @Test
        void doesNotReachOtherClustersWithoutTheSwitch() {
            String istio = """
                    apiVersion: sailoperator.io/v1
                    kind: Istio
                    metadata: {name: default}
                    spec: {namespace: istio-system, profile: ambient, values: {global: {network: n1}}}
                    """;
            Decision decision = TwoNetworks.empty()
                    .add("c1", istio)
                    .app("c1", GLOBAL, 1)
                    .app("c2", GLOBAL, 1)
                    .call("c1");

            assertThat(decision.shareOfCluster("c1").toString()).isEqualTo("1");
        }
    }

    @Nested
    class Shares {
        /** Row 5.7b and trap T32. */
        @Test
        void ofAnotherNetworkCountPodsThatAreNotReady() {
            TwoNetworks mesh = TwoNetworks.empty()
                    .app("c1", GLOBAL, 3)
                    .app("c2", GLOBAL, 3)
                    .add("c2", unready("sick1", "10.2.0.8"), unready("sick2", "10.2.0.9"));

            assertThat(mesh.call("c1").shareOfCluster("c1").toString()).isEqualTo("3/8");
            assertThat(mesh.call("c1").shareOfCluster("c2").toString()).isEqualTo("5/8");
        }

        /** Row 5.7c. */
        @Test
        void goAcrossWhereNoOwnPodIsReady() {
            TwoNetworks mesh = TwoNetworks.empty()
                    .app("c1", GLOBAL, 0)
                    .add("c1", unready("sick", "10.1.0.9"))
                    .app("c2", GLOBAL, 1);

            assertThat(hops(mesh.call("c1"))).isEqualTo(ACROSS);
        }

        @Test
        void areLostWhenTheGatewaysAreDown() {
            Decision decision = TwoNetworks.empty()
                    .app("c1", GLOBAL, 1)
                    .app("c2", GLOBAL, 1)
                    .call("c1", Conditions.gatewaysDown("n2"));

            assertThat(decision.share(Outcome.Kind.REFUSED).toString()).isEqualTo("1/2");
        }
    }

    @Nested
    class Ways {
        @Test
        void leadThroughTwoTunnelsToTheZtunnelOfThePod() {
            assertThat(hops(TwoNetworks.empty()
                            .app("c1", GLOBAL, 0)
                            .app("c2", GLOBAL, 1)
                            .call("c1")))
                    .isEqualTo(ACROSS);
        }

        @Test
        void areMissingWithoutAGateway() {
            TwoNetworks mesh = TwoNetworks.empty().app("c1", GLOBAL, 0).app("c2", GLOBAL, 1);
            mesh.add("c2", """
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: Gateway
                    metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: n2}}
                    spec:
                      gatewayClassName: istio-east-west
                      listeners: [{name: mesh, port: 15008, protocol: HBONE, tls: {mode: Terminate, options: {a: b}}}]
                    """);
            Decision decision = mesh.call("c1");

            assertThat(hops(decision)).isEqualTo("refused closed");
            assertThat(decision.outcomes().get(0).reason()).isEqualTo(Reason.NO_HEALTHY_UPSTREAM);
        }

        @Test
        void leadThroughTheWaypointOfTheOtherNetwork() {
            TwoNetworks mesh = TwoNetworks.empty()
                    .app("c1", GLOBAL + ", istio.io/use-waypoint: wp", 0)
                    .app("c2", GLOBAL + ", istio.io/use-waypoint: wp", 1)
                    .add("c2", waypoint("2"))
                    .add("c1", waypoint("1"));
            Decision decision = mesh.call("c1");

            String last = " -> SERVER_ZTUNNEL:HBONE:" + Waypoints.PRINCIPAL;
            assertThat(decision.endpoints()).extracting(EndpointTarget::owner).containsOnly("c2/foo/app1-1");
            assertThat(decision.endpoints()).extracting(EndpointTarget::share).containsOnly(Share.of(1, 2));
            assertThat(hops(decision))
                    .isEqualTo("CLIENT_ZTUNNEL -> WAYPOINT:HBONE:" + WEB + " -> EAST_WEST_GATEWAY:double HBONE:"
                            + Waypoints.PRINCIPAL + last + " | CLIENT_ZTUNNEL -> EAST_WEST_GATEWAY:double HBONE:" + WEB
                            + " -> WAYPOINT:HBONE:" + WEB + last);
        }

        /** Waypoints have to be there on both sides: the certificate of one that the caller does not know is not expected. */
        @Test
        void endAtAWaypointThatOnlyTheOtherClusterHas() {
            TwoNetworks mesh = TwoNetworks.empty()
                    .app("c1", GLOBAL, 0)
                    .app("c2", GLOBAL + ", istio.io/use-waypoint: wp", 1)
                    .add("c2", waypoint("2"));
            Decision decision = mesh.call("c1");

            assertThat(hops(decision)).isEqualTo("refused closed");
            assertThat(decision.outcomes().get(0).detail())
                    .contains("c2/foo/wp-1 is for " + Waypoints.PRINCIPAL, "cluster.local/ns/foo/sa/app1");
        }

        private static String waypoint(String cluster) {
            return Waypoints.waypoint("foo", "wp", "1", "", "")
                    .replace("10.0.9.1", "10." + cluster + ".9.1")
                    .replace("10.96.9.1", "10." + cluster + ".96.9")
                    .replace(
                            "labels: {gateway.istio.io/managed",
                            "labels: {istio.io/global: \"true\", gateway.istio.io/managed");
        }
    }

    @Nested
    class Refusals {
        @Test
        void ofTheGatewayAreAboutItsTargetAlone() {
            TwoNetworks mesh = TwoNetworks.empty().app("c1", GLOBAL, 0).app("c2", GLOBAL, 1);
            String none = "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: ew}]}";
            Decision decision = mesh.add("c2", policy("AuthorizationPolicy", "istio-system", "none", none))
                    .call("c1");

            assertThat(hops(decision)).isEqualTo("refused closed");
            assertThat(decision.outcomes().get(0).detail()).startsWith("at gateway c2/istio-system/ew-1: rbac");
        }

        @Test
        void ofThePodAreThoseOfItsOwnCluster() {
            String none = "{selector: {matchLabels: {app: a}}}";
            Decision decision = TwoNetworks.empty()
                    .app("c1", GLOBAL, 0)
                    .app("c2", GLOBAL, 1)
                    .add("c2", policy("AuthorizationPolicy", "foo", "none", none))
                    .call("c1");

            assertThat(decision.outcomes().get(0).detail()).contains("at c2/foo/app1-1", "foo/none");
        }

        /** Row 5.7d and trap T23. */
        @Test
        void comeFromTrustDomainsThatDiffer() {
            String domain = """
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data:
                      mesh: |
                        trustDomain: other
                        serviceScopeConfigs: [{servicesSelector: {matchLabels: {istio.io/global: "true"}}, scope: GLOBAL}]
                    """;
            Decision decision = TwoNetworks.empty()
                    .app("c1", GLOBAL, 0)
                    .app("c2", GLOBAL, 1)
                    .add("c2", domain)
                    .call("c1");

            assertThat(hops(decision)).isEqualTo("refused closed");
            assertThat(decision.outcomes().get(0).reason()).isEqualTo(Reason.TLS_HANDSHAKE_FAILED);
        }
    }

    @Nested
    class Sidecars {
        private static final String CAR = AmbientMesh.sidecar("side", "car", "10.1.2.1");

        /** Point 2: sidecars lose endpoints of services that are not global. */
        @Test
        void loseEndpointsOfOtherClusters() {
            TwoNetworks mesh = TwoNetworks.empty()
                    .app("c1", "a: b", 1)
                    .app("c2", "a: b", 1)
                    .add("c1", CAR);
            Decision decision = mesh.router().decide(Call.get("http://app.foo/").from("car", "side", "c1"));

            assertThat(decision.shareOfCluster("c1").toString()).isEqualTo("1");
        }

        /** Point 6: a gateway without a port for mutual TLS is none for a sidecar, and the endpoints are dropped. */
        @Test
        void cannotUseTheGateway() {
            TwoNetworks mesh = TwoNetworks.empty()
                    .app("c1", GLOBAL, 1)
                    .app("c2", GLOBAL, 1)
                    .add("c1", CAR);
            Decision decision = mesh.router().decide(Call.get("http://app.foo/").from("car", "side", "c1"));

            assertThat(decision.shareOfCluster("c1").toString()).isEqualTo("1");
        }
    }
}
