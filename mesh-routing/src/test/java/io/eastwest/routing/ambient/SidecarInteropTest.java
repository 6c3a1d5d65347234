package io.eastwest.routing.ambient;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.hops;
import static io.eastwest.routing.fixture.AmbientMesh.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Sidecars and gateways in a mesh with ambient mode: rows 1.4.8, 1.5g, 5.3d to 5.3h and traps T5 and T20 of security-ambient.md. */
class SidecarInteropTest {
    private static final String CAR = "cluster.local/ns/side/sa/car";
    private static final String INGRESS = "cluster.local/ns/edge/sa/ingress";
    private static final String STRICT =
            policy("PeerAuthentication", "istio-system", "default", "{mtls: {mode: STRICT}}");

    @Nested
    class ASidecar {
        @Test
        void reachesAPodBehindAZtunnelInATunnel() {
            assertThat(hops(AmbientMesh.with().get("side/car", "http://app.foo")))
                    .isEqualTo("CLIENT_SIDECAR -> SERVER_ZTUNNEL:HBONE:" + CAR);
        }

        /** Row 5.3d and trap T20. */
        @Test
        void goesAroundAWaypoint() {
            AmbientMesh mesh = AmbientMesh.with(
                    Waypoints.waypoint(),
                    Waypoints.service(),
                    policy(
                            "AuthorizationPolicy",
                            "foo",
                            "none",
                            "{targetRefs: [{group: \"\", kind: Service, name: svc}]}"));

            assertThat(hops(mesh.get("side/car", "http://svc.foo")))
                    .isEqualTo("CLIENT_SIDECAR -> SERVER_ZTUNNEL:HBONE:" + CAR);
        }

        /** Row 1.5g and trap T5: a rule that disables TLS does not disable the tunnel. */
        @Test
        void keepsTheTunnelWhenARuleDisablesTls() {
            AmbientMesh mesh = AmbientMesh.with(STRICT, """
                    apiVersion: networking.istio.io/v1
                    kind: DestinationRule
                    metadata: {name: off, namespace: istio-system}
                    spec: {host: "*.local", trafficPolicy: {tls: {mode: DISABLE}}}
                    """);

            assertThat(hops(mesh.get("side/car", "http://app.foo")))
                    .isEqualTo("CLIENT_SIDECAR -> SERVER_ZTUNNEL:HBONE:" + CAR);
        }

        @Test
        void answersWhatAZtunnelRefuses() {
            AmbientMesh mesh = AmbientMesh.with(policy("AuthorizationPolicy", "foo", "none", "{}"));
            Decision decision = mesh.get("side/car", "http://app.foo");

            assertThat(hops(decision)).isEqualTo("refused 503");
            assertThat(decision.outcomes().get(0).reason()).isEqualTo(Reason.RBAC_DENIED);
        }
    }

    @Nested
    class ASidecarThatTakesTunnels {
        private static final String POD = AmbientMesh.pod(
                "side",
                "native",
                "native",
                "10.0.2.9",
                ", security.istio.io/tlsMode: istio, networking.istio.io/tunnel: http",
                "");
        private static final String SERVICE = """
                apiVersion: v1
                kind: Service
                metadata: {name: native, namespace: side}
                spec: {selector: {app: native}, clusterIP: 10.96.0.8, ports: [{name: http, port: 80, targetPort: 8080}]}
                """;

        /** Row 5.3h. */
        @Test
        void seesTheIdentityOfAWorkloadBehindAZtunnel() {
            assertThat(hops(AmbientMesh.with(POD, SERVICE).get("bar/web", "http://native.side")))
                    .isEqualTo("CLIENT_ZTUNNEL -> SERVER_SIDECAR:HBONE:" + WEB);
        }

        @Test
        void enforcesItsPoliciesOnThatIdentity() {
            String byWeb =
                    "{rules: [{from: [{source: {principals: [" + WEB + "]}}], to: [{operation: {paths: [/a]}}]}]}";
            AmbientMesh mesh = AmbientMesh.with(POD, SERVICE, policy("AuthorizationPolicy", "side", "p", byWeb));

            assertThat(hops(mesh.get("bar/web", "http://native.side/a")))
                    .isEqualTo("CLIENT_ZTUNNEL -> SERVER_SIDECAR:HBONE:" + WEB);
            assertThat(hops(mesh.get("bar/web", "http://native.side/b"))).isEqualTo("refused 403");
        }

        /** Row 1.3.2: the tunnel is taken whatever the PeerAuthentication says. */
        @Test
        void takesTheTunnelUnderEveryMode() {
            AmbientMesh mesh = AmbientMesh.with(
                    POD, SERVICE, policy("PeerAuthentication", "side", "off", "{mtls: {mode: DISABLE}}"));

            assertThat(hops(mesh.get("bar/web", "http://native.side")))
                    .isEqualTo("CLIENT_ZTUNNEL -> SERVER_SIDECAR:HBONE:" + WEB);
        }

        /** Row 1.4.8: legacy mutual TLS is preferred where both are offered. */
        @Test
        void getsMutualTlsFromAnotherSidecar() {
            assertThat(hops(AmbientMesh.with(POD, SERVICE).get("side/car", "http://native.side")))
                    .isEqualTo("CLIENT_SIDECAR -> SERVER_SIDECAR:mutual TLS:" + CAR);
        }
    }

    @Nested
    class AGateway {
        private static final String GATEWAY = """
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: edge, namespace: edge}
                spec:
                  selector: {app: ingress}
                  servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: ingress, namespace: edge}
                spec: {selector: {app: ingress}, clusterIP: 10.96.0.7, ports: [{name: http, port: 80, targetPort: 8080}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: ingress-1, namespace: edge, labels: {app: ingress}}
                spec: {serviceAccountName: ingress, containers: [{name: istio-proxy, image: proxyv2}]}
                status: {phase: Running, podIP: 10.0.5.1}
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: edge, namespace: edge}
                spec:
                  hosts: ["*"]
                  gateways: [edge]
                  http: [{route: [{destination: {host: svc.foo.svc.cluster.local}}]}]
                """;

        private static String call(String labels, String... manifests) {
            String[] all = new String[manifests.length + 3];
            all[0] = GATEWAY.replace(
                    "host: svc.foo.svc.cluster.local", "host: svc.foo.svc.cluster.local, port: {number: 80}");
            all[1] = Waypoints.waypoint();
            all[2] = Waypoints.service("svc", "istio.io/use-waypoint: wp" + labels);
            System.arraycopy(manifests, 0, all, 3, manifests.length);
            return hops(AmbientMesh.with(all)
                    .router()
                    .decide(Call.get("http://shop.example.com/").arrivingAt("ingress", "edge", "c1")));
        }

        /** Row 5.3e. */
        @Test
        void goesAroundAWaypoint() {
            assertThat(call("")).isEqualTo("INGRESS_GATEWAY -> SERVER_ZTUNNEL:HBONE:" + INGRESS);
        }

        /** Row 5.3f. */
        @Test
        void goesThroughAWaypointWhereTheServiceSaysSo() {
            assertThat(call(", istio.io/ingress-use-waypoint: \"true\""))
                    .isEqualTo("INGRESS_GATEWAY -> WAYPOINT:HBONE:" + INGRESS + " -> SERVER_ZTUNNEL:HBONE:"
                            + Waypoints.PRINCIPAL);
        }

        @Test
        void goesThroughAWaypointWhereTheNamespaceSaysSo() {
            String namespace = "apiVersion: v1\nkind: Namespace\nmetadata: {name: foo, labels:"
                    + " {istio.io/dataplane-mode: ambient, istio.io/ingress-use-waypoint: \"true\"}}\n";

            assertThat(call("", namespace)).contains("WAYPOINT");
            assertThat(call(", istio.io/ingress-use-waypoint: \"false\"", namespace))
                    .doesNotContain("WAYPOINT");
        }
    }
}
