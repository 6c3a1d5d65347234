package io.eastwest.routing.waypoint;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.captured;
import static io.eastwest.routing.fixture.AmbientMesh.hops;
import static io.eastwest.routing.fixture.AmbientMesh.policy;
import static io.eastwest.routing.fixture.Waypoints.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Waypoints: rows 5.2, 5.3b, 5.3c, 5.5d to 5.5f and section 5.4 of security-ambient.md, 17.3 of gateway-api.md. */
class WaypointCallsTest {
    private static final String THROUGH =
            "CLIENT_ZTUNNEL -> WAYPOINT:HBONE:" + WEB + " -> SERVER_ZTUNNEL:HBONE:" + PRINCIPAL;
    private static final String AROUND = "CLIENT_ZTUNNEL -> SERVER_ZTUNNEL:HBONE:" + WEB;
    private static final String TARGET = "targetRefs: [{group: \"\", kind: Service, name: svc}]";

    private static AmbientMesh mesh(String... manifests) {
        String[] all = new String[manifests.length + 2];
        all[0] = Waypoints.waypoint();
        all[1] = Waypoints.service();
        System.arraycopy(manifests, 0, all, 2, manifests.length);
        return AmbientMesh.with(all);
    }

    private static Decision call(AmbientMesh mesh) {
        return mesh.get("bar/web", "http://svc.foo/a");
    }

    @Nested
    class Hops {
        /** Row 5.3b. */
        @Test
        void leadThroughTheWaypointOfTheService() {
            Decision decision = call(mesh());

            assertThat(hops(decision)).isEqualTo(THROUGH);
            assertThat(decision.isForwarded()).isTrue();
            EndpointTarget target = decision.endpoints().get(0);
            assertThat(target.owner()).isEqualTo(AmbientMesh.APP);
            assertThat(target.routedTo()).isEqualTo("outbound|80||svc.foo.svc.cluster.local");
        }

        /** Row 5.3c. */
        @Test
        void leadAroundItForTheAddressOfAPod() {
            assertThat(hops(mesh().get("bar/web", "http://10.0.0.1:8080"))).isEqualTo(AROUND);
        }

        @Test
        void leadThroughAWaypointForWorkloadsToAPod() {
            AmbientMesh mesh = AmbientMesh.with(
                    Waypoints.waypoint("foo", "wp", "1", "istio.io/waypoint-for: all", ""),
                    AmbientMesh.pod(
                            "foo",
                            "own",
                            "own",
                            "10.0.0.7",
                            ", istio.io/use-waypoint: wp",
                            ", annotations: {ambient.istio.io/redirection: enabled}"));

            assertThat(hops(mesh.get("bar/web", "http://10.0.0.7:8080"))).isEqualTo(THROUGH);
        }

        @Test
        void leadThroughTheWaypointOfTheNamespace() {
            AmbientMesh mesh = AmbientMesh.with(Waypoints.waypoint(), namespace("istio.io/use-waypoint: wp"));

            assertThat(hops(mesh.get("bar/web", "http://app.foo"))).isEqualTo(THROUGH);
        }

        @Test
        void leadAroundItWhereTheServiceSaysNone() {
            AmbientMesh mesh = AmbientMesh.with(
                    Waypoints.waypoint(),
                    namespace("istio.io/use-waypoint: wp"),
                    Waypoints.service("svc", "istio.io/use-waypoint: none"));

            assertThat(hops(call(mesh))).isEqualTo(AROUND);
        }

        /** Trap T19: the label of the namespace is not asked. */
        @Test
        void leadAroundAWaypointThatIsNotThereEvenIfTheNamespaceHasOne() {
            AmbientMesh mesh = AmbientMesh.with(
                    Waypoints.waypoint(),
                    namespace("istio.io/use-waypoint: wp"),
                    Waypoints.service("svc", "istio.io/use-waypoint: ghost"));

            assertThat(hops(call(mesh))).isEqualTo(AROUND);
        }

        @Test
        void leadAroundAWaypointThatIsForWorkloadsOnly() {
            AmbientMesh mesh = AmbientMesh.with(
                    Waypoints.waypoint("foo", "wp", "1", "istio.io/waypoint-for: workload", ""), Waypoints.service());
            Decision decision = call(mesh);

            assertThat(hops(decision)).isEqualTo(AROUND);
            assertThat(decision.findings())
                    .anySatisfy(finding -> assertThat(finding).contains("is not for services"));
        }

        @Test
        void leadToAnotherNamespaceOnlyWhereItsWaypointAllowsThat() {
            String uses = "istio.io/use-waypoint: wp, istio.io/use-waypoint-namespace: infra";
            AmbientMesh closed =
                    AmbientMesh.with(Waypoints.waypoint("infra", "wp", "1", "", ""), Waypoints.service("svc", uses));
            AmbientMesh open = AmbientMesh.with(
                    Waypoints.waypoint("infra", "wp", "1", "", ", allowedRoutes: {namespaces: {from: All}}"),
                    Waypoints.service("svc", uses));

            assertThat(hops(call(closed))).isEqualTo(AROUND);
            assertThat(call(closed).findings())
                    .anySatisfy(finding -> assertThat(finding).contains("does not allow namespace foo"));
            assertThat(hops(call(open))).contains("WAYPOINT:HBONE").contains("cluster.local/ns/infra/sa/wp");
        }

        private static String namespace(String labels) {
            return "apiVersion: v1\nkind: Namespace\nmetadata: {name: foo, labels: {istio.io/dataplane-mode: ambient, "
                    + labels + "}}\n";
        }
    }

    @Nested
    class Policies {
        @Test
        void ofTheServiceAreEnforcedByTheWaypoint() {
            AmbientMesh mesh = mesh(policy(
                    "AuthorizationPolicy",
                    "foo",
                    "get",
                    "{" + TARGET + ", rules: [{to: [{operation: {methods: [GET]}}]}]}"));

            assertThat(hops(call(mesh))).isEqualTo(THROUGH);
            Decision refused =
                    mesh.router().decide(Call.http("POST", "http://svc.foo/a").from("web", "bar", "c1"));
            assertThat(hops(refused)).isEqualTo("refused 403");
            assertThat(refused.outcomes().get(0).detail()).startsWith("at waypoint c1/foo/wp-1: rbac_access_denied");
        }

        @Test
        void seeTheCallerAtTheWaypoint() {
            String byWeb = "{" + TARGET + ", rules: [{from: [{source: {principals: [" + WEB + "]}}]}]}";
            String byOther = "{" + TARGET + ", rules: [{from: [{source: {namespaces: [other]}}]}]}";

            assertThat(hops(call(mesh(policy("AuthorizationPolicy", "foo", "p", byWeb)))))
                    .isEqualTo(THROUGH);
            assertThat(hops(call(mesh(policy("AuthorizationPolicy", "foo", "p", byOther)))))
                    .isEqualTo("refused 403");
        }

        /** Trap T13: a waypoint compares the port of the Service. */
        @Test
        void seeThePortOfTheServiceAtTheWaypoint() {
            assertThat(hops(call(mesh(port("80"))))).isEqualTo(THROUGH);
            assertThat(hops(call(mesh(port("8080"))))).isEqualTo("refused 403");
        }

        private static String port(String port) {
            return policy(
                    "AuthorizationPolicy",
                    "foo",
                    "p",
                    "{" + TARGET + ", rules: [{to: [{operation: {ports: [\"" + port + "\"]}}]}]}");
        }

        @Test
        void ofItsGatewayAndItsClassAreEnforcedToo() {
            String gateway = "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: wp}]}";
            String ofClass =
                    "{targetRefs: [{group: gateway.networking.k8s.io, kind: GatewayClass, name: istio-waypoint}]}";

            assertThat(hops(call(mesh(policy("AuthorizationPolicy", "foo", "p", gateway)))))
                    .isEqualTo("refused 403");
            assertThat(hops(call(mesh(policy("AuthorizationPolicy", "istio-system", "p", ofClass)))))
                    .isEqualTo("refused 403");
            assertThat(hops(call(mesh(policy("AuthorizationPolicy", "foo", "p", ofClass)))))
                    .isEqualTo(THROUGH);
        }

        /** Row 5.5f. */
        @Test
        void ofAServiceWithoutWaypointAreEnforcedByNobody() {
            AmbientMesh mesh = AmbientMesh.with(policy(
                    "AuthorizationPolicy", "foo", "p", "{targetRefs: [{group: \"\", kind: Service, name: app}]}"));

            assertThat(hops(mesh.get("bar/web", "http://app.foo"))).isEqualTo(AROUND);
        }

        /** Rows 5.5d, 5.5e and trap T21. */
        @Test
        void withASelectorSeeTheWaypointAtThePod() {
            String onlyWeb =
                    "{selector: {matchLabels: {app: a}}, rules: [{from: [{source: {principals: [" + WEB + "]}}]}]}";
            String both = onlyWeb.replace(WEB, WEB + ", " + PRINCIPAL);
            Decision refused = call(mesh(policy("AuthorizationPolicy", "foo", "p", onlyWeb)));

            assertThat(hops(refused)).isEqualTo("refused 503");
            Outcome outcome = refused.outcomes().get(0);
            assertThat(outcome.reason()).isEqualTo(Reason.RBAC_DENIED);
            assertThat(outcome.flags()).isEqualTo("UC");
            assertThat(hops(call(mesh(policy("AuthorizationPolicy", "foo", "p", both)))))
                    .isEqualTo(THROUGH);
        }

        @Test
        void allowTheWaypointByThemselvesWhereTheControlPlaneIsToldSo() {
            String told = """
                    apiVersion: sailoperator.io/v1
                    kind: Istio
                    metadata: {name: default}
                    spec:
                      namespace: istio-system
                      profile: ambient
                      values: {pilot: {env: {PILOT_AUTO_ALLOW_WAYPOINT_POLICY: "true"}}}
                    """;
            AmbientMesh mesh = mesh(told);

            assertThat(hops(call(mesh))).isEqualTo(THROUGH);
            Decision around = mesh.get("bar/web", "http://10.0.0.1:8080");
            assertThat(hops(around)).isEqualTo("refused closed");
            assertThat(around.outcomes().get(0).detail()).contains("istio_allow_waypoint_foo_wp");
        }

        @Test
        void aboutConnectionsHoldOnTcpPorts() {
            AmbientMesh mesh = mesh(policy(
                    "AuthorizationPolicy",
                    "foo",
                    "p",
                    "{" + TARGET + ", rules: [{to: [{operation: {paths: [/a]}}]}]}"));
            Decision refused = mesh.router().decide(Call.tcp("svc.foo", 9090).from("web", "bar", "c1"));

            assertThat(hops(refused)).isEqualTo("refused closed");
        }
    }

    @Nested
    class Rules {
        private static final String SUBSETS = """
                apiVersion: networking.istio.io/v1
                kind: DestinationRule
                metadata: {name: svc, namespace: foo}
                spec:
                  host: svc
                  trafficPolicy: {tls: {mode: DISABLE}}
                  subsets: [{name: v2, labels: {version: v2}}]
                """;
        private static final String V2 = captured("foo", "app2", "a, version: v2", "10.0.0.2");

        private static String virtualService(String namespace, String http) {
            return """
                    apiVersion: networking.istio.io/v1
                    kind: VirtualService
                    metadata: {name: svc, namespace: %s}
                    spec: {hosts: [svc.foo.svc.cluster.local], http: [%s]}
                    """.formatted(namespace, http);
        }

        private static String to(String subset) {
            return "route: [{destination: {host: svc.foo.svc.cluster.local, subset: " + subset + "}}]";
        }

        /** A DestinationRule that disables TLS changes nothing about the tunnel (5.4). */
        @Test
        void chooseASubset() {
            AmbientMesh mesh =
                    mesh(SUBSETS, V2, virtualService("foo", "{match: [{uri: {prefix: /a}}], " + to("v2") + "}"));
            Decision decision = call(mesh);

            assertThat(decision.endpoints()).singleElement().satisfies(target -> {
                assertThat(target.owner()).isEqualTo("c1/foo/app2-1");
                assertThat(target.routedTo()).isEqualTo("outbound|80|v2|svc.foo.svc.cluster.local");
                assertThat(target.hops().get(2).secured()).isEqualTo("HBONE");
            });
        }

        @Test
        void ofTheNamespaceOfTheCallerHaveNoEffect() {
            AmbientMesh mesh = mesh(virtualService("bar", "{directResponse: {status: 418}}"));

            assertThat(hops(call(mesh))).isEqualTo(THROUGH);
        }

        @Test
        void thatMatchLabelsOfTheCallerAreDropped() {
            AmbientMesh mesh = mesh(virtualService(
                    "foo",
                    "{match: [{sourceLabels: {app: web}}], directResponse: {status: 418}},"
                            + " {match: [{uri: {prefix: /b}}], directResponse: {status: 419}},"
                            + " {route: [{destination: {host: svc.foo.svc.cluster.local}}]}"));

            assertThat(hops(call(mesh))).isEqualTo(THROUGH);
            assertThat(mesh.get("bar/web", "http://svc.foo/b").outcomes().get(0).status())
                    .hasValue(419);
        }

        @Test
        void mayAnswerThemselves() {
            AmbientMesh mesh = mesh(virtualService("foo", "{directResponse: {status: 418}}"));

            assertThat(call(mesh).outcomes().get(0).kind()).isEqualTo(Outcome.Kind.DIRECT);
        }

        @Test
        void doNotLookAtTheHostHeader() {
            AmbientMesh mesh = mesh(virtualService("foo", "{directResponse: {status: 418}}"));

            assertThat(mesh.get("bar/web", "http://10.96.0.10/")
                            .outcomes()
                            .get(0)
                            .status())
                    .hasValue(418);
        }

        @Test
        void ofTheGatewayApiAreApplied() {
            AmbientMesh mesh = mesh("""
                    apiVersion: gateway.networking.k8s.io/v1
                    kind: HTTPRoute
                    metadata: {name: r, namespace: foo}
                    spec:
                      parentRefs: [{group: "", kind: Service, name: svc}]
                      rules:
                      - matches: [{path: {type: PathPrefix, value: /b}}]
                        filters: [{type: RequestRedirect, requestRedirect: {statusCode: 302, hostname: x}}]
                      - backendRefs: [{name: svc, port: 80}]
                    """);

            assertThat(hops(call(mesh))).isEqualTo(THROUGH);
            assertThat(mesh.get("bar/web", "http://svc.foo/b").outcomes().get(0).status())
                    .hasValue(302);
        }

        @Test
        void mayLeadToAServiceThatTheWaypointDoesNotServe() {
            AmbientMesh mesh =
                    mesh(virtualService("foo", "{route: [{destination: {host: car.side.svc.cluster.local}}]}"));
            Decision decision = call(mesh);

            assertThat(hops(decision))
                    .isEqualTo(
                            "CLIENT_ZTUNNEL -> WAYPOINT:HBONE:" + WEB + " -> SERVER_SIDECAR:mutual TLS:" + PRINCIPAL);
            assertThat(decision.endpoints().get(0).routedTo()).isEqualTo("outbound|80||car.side.svc.cluster.local");
        }
    }

    @Nested
    class Egress {
        /** Row 5.3l. */
        @Test
        void aServiceEntryWithAWaypointIsReachedThroughIt() {
            AmbientMesh mesh = AmbientMesh.with(Waypoints.waypoint(), """
                    apiVersion: networking.istio.io/v1
                    kind: ServiceEntry
                    metadata: {name: api, namespace: foo, labels: {istio.io/use-waypoint: wp}}
                    spec:
                      hosts: [api.example.com]
                      addresses: [240.240.0.1]
                      ports: [{number: 80, name: http, protocol: HTTP, targetPort: 443}]
                      resolution: STATIC
                      endpoints: [{address: 203.0.113.7}]
                    ---
                    apiVersion: networking.istio.io/v1
                    kind: DestinationRule
                    metadata: {name: api, namespace: foo}
                    spec: {host: api.example.com, trafficPolicy: {tls: {mode: SIMPLE}}}
                    """);

            assertThat(hops(mesh.get("bar/web", "http://api.example.com")))
                    .isEqualTo("CLIENT_ZTUNNEL -> WAYPOINT:HBONE:" + WEB + " -> APPLICATION:TLS");
        }
    }
}
