package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static io.eastwest.routing.fixture.TwoSidecars.tls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.question.PlaintextPair.Cause;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaintextTrafficTest {
    private static final Caller WEB = new Caller("web", "bar", "c1");

    private static PlaintextTraffic ofWeb(MeshRouter router) {
        return PlaintextTraffic.of(router, List.of(WEB), List.of(new CallTarget("app", Call.get("http://app.foo/"))));
    }

    private static PlaintextPair only(TwoSidecars mesh) {
        PlaintextTraffic traffic = ofWeb(mesh.router());
        assertThat(traffic.pairs()).as(traffic.toText()).hasSize(1);
        return traffic.pairs().get(0);
    }

    @Test
    void sidecarsEncryptAmongEachOther() {
        assertThat(ofWeb(TwoSidecars.with().router()).toText()).isEqualTo("None of 1 calls goes in plaintext.\n");
    }

    @Test
    void callersWithoutProxySendPlaintext() {
        PlaintextTraffic traffic = PlaintextTraffic.of(TwoSidecars.with().router());

        assertThat(traffic.pairs()).isNotEmpty().allSatisfy(pair -> {
            assertThat(pair.cause()).isEqualTo(Cause.CALLER_WITHOUT_PROXY);
            assertThat(pair.from()).isEqualTo("c1/out/bare-1");
        });
        assertThat(traffic.asked()).isEqualTo(9);
    }

    @Test
    void plaintextThatIsRefusedIsNone() {
        assertThat(PlaintextTraffic.of(TwoSidecars.with(mode("foo", "STRICT")).router())
                        .pairs())
                .isEmpty();
    }

    @Test
    void workloadsWithoutProxyReceiveIt() {
        PlaintextPair pair = only(TwoSidecars.toBareWith());

        assertThat(pair.cause()).isEqualTo(Cause.SERVER_WITHOUT_PROXY);
        assertThat(pair.because()).isEqualTo("c1/foo/app-1 has no proxy");
    }

    @Test
    void aDisabledNamespaceIsNamed() {
        PlaintextPair pair = only(TwoSidecars.with(mode("foo", "DISABLE")));

        assertThat(pair.cause()).isEqualTo(Cause.PEER_AUTHENTICATION);
        assertThat(pair.because()).isEqualTo("PeerAuthentication/foo/default disables mutual TLS of namespace foo");
    }

    @Test
    void aDisabledPortIsNamed() {
        PlaintextPair pair = only(TwoSidecars.with(
                mode("foo", "STRICT"),
                security(
                        "PeerAuthentication",
                        "foo/w",
                        "{selector: {matchLabels: {app: a}}, portLevelMtls: {8080: {mode: DISABLE}}}")));

        assertThat(pair.cause()).isEqualTo(Cause.PEER_AUTHENTICATION);
        assertThat(pair.resource())
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo("w"));
    }

    @Test
    void aDestinationRuleIsNamed() {
        PlaintextPair pair = only(TwoSidecars.with(tls("mode: DISABLE")));

        assertThat(pair.cause()).isEqualTo(Cause.DESTINATION_RULE);
        assertThat(pair.resource())
                .hasValueSatisfying(key -> assertThat(key.toString()).isEqualTo("DestinationRule/foo/app"));
    }

    /** Trap T27. */
    @Test
    void aSecretThatSidecarsDoNotGetIsNamed() {
        PlaintextPair pair = only(TwoSidecars.with(tls("mode: SIMPLE, credentialName: cert")));

        assertThat(pair.cause()).isEqualTo(Cause.DESTINATION_RULE);
    }

    @Test
    void theMeshConfigurationIsNamed() {
        PlaintextPair pair = only(TwoSidecars.with("""
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: istio, namespace: istio-system}
                data: {mesh: "enableAutoMtls: false"}
                """));

        assertThat(pair.cause()).isEqualTo(Cause.AUTO_MUTUAL_TLS_OFF);
    }

    @Test
    void aZtunnelAndASidecarHaveNothingInCommon() {
        PlaintextTraffic traffic = PlaintextTraffic.of(
                AmbientMesh.with().router(),
                List.of(WEB),
                List.of(
                        new CallTarget("car", Call.get("http://car.side/")),
                        new CallTarget("app", Call.get("http://app.foo/"))));

        assertThat(traffic.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.target()).isEqualTo("car");
            assertThat(pair.cause()).isEqualTo(Cause.NO_COMMON_PROTOCOL);
        });
        assertThat(traffic.toText().lines().toList())
                .containsExactly(
                        "TARGET  CALLER      IN PLAINTEXT                   SHARE  BECAUSE",
                        "car     c1/bar/web  c1/bar/web-1 -> c1/side/car-1  1      NO_COMMON_PROTOCOL: a ztunnel"
                                + " speaks HBONE alone, which the sidecar of c1/side/car-1 does not take");
    }

    @Nested
    class Causes {
        private static PlaintextPair to(String host, String... manifests) {
            PlaintextTraffic traffic = PlaintextTraffic.of(
                    TwoSidecars.with(manifests).router(),
                    List.of(WEB),
                    List.of(new CallTarget("it", Call.get("http://" + host + "/"))));
            assertThat(traffic.pairs()).as(traffic.toText()).hasSize(1);
            return traffic.pairs().get(0);
        }

        private static String entry(String more) {
            return SmallMesh.istio(
                    "ServiceEntry",
                    "foo/out",
                    "{hosts: [out.example], addresses: [240.1.1.1], location: MESH_EXTERNAL, resolution: STATIC,"
                            + " ports: [{number: 80, name: http, protocol: HTTP, targetPort: 8080}], " + more + "}");
        }

        @Test
        void anAddressOutsideOfTheMesh() {
            PlaintextPair pair = to("out.example", entry("endpoints: [{address: 203.0.113.7}]"));

            assertThat(pair.cause()).isEqualTo(Cause.OUTSIDE_OF_MESH);
            assertThat(pair.because()).isEqualTo("203.0.113.7:8080 is no workload of the mesh");
            assertThat(pair.resource()).isEmpty();
            assertThat(pair.share()).isEqualTo(Share.ONE);
        }

        @Test
        void aServiceThatIsDeclaredOutside() {
            PlaintextPair pair = to("out.example", entry("workloadSelector: {labels: {app: a}}"));

            assertThat(pair.cause()).isEqualTo(Cause.OUTSIDE_OF_MESH);
            assertThat(pair.because()).isEqualTo("the service is declared to be outside of the mesh");
            assertThat(pair.resource())
                    .hasValueSatisfying(key -> assertThat(key).hasToString("ServiceEntry/foo/out"));
        }

        @Test
        void aHeadlessServiceOfWhichAnEndpointHasNoSidecar() {
            PlaintextPair pair = to(
                    "all.foo",
                    TwoSidecars.pod("foo/naked", "10.0.0.7", "naked", ", part: all"),
                    TwoSidecars.pod("foo/clad", "10.0.0.6", "clad", ", part: all, security.istio.io/tlsMode: istio"),
                    """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: all, namespace: foo}
                    spec: {selector: {part: all}, clusterIP: None, ports: [{name: http, port: 80}]}
                    """);

            assertThat(pair.cause()).isEqualTo(Cause.HEADLESS_SERVICE);
            assertThat(pair.because()).isEqualTo("an endpoint of the headless service has no sidecar");
            assertThat(pair.to()).isEqualTo("c1/foo/clad-1");
            assertThat(pair.resource())
                    .hasValueSatisfying(key -> assertThat(key).hasToString("Service/foo/all"));
        }

        @Test
        void aPolicyOfTheWorkloadAlone() {
            PlaintextPair pair = to(
                    "app.foo",
                    mode("foo", "STRICT"),
                    security(
                            "PeerAuthentication",
                            "foo/w",
                            "{selector: {matchLabels: {app: a}}, mtls: {mode: DISABLE}}"));

            assertThat(pair.cause()).isEqualTo(Cause.PEER_AUTHENTICATION);
            assertThat(pair.because()).isEqualTo("PeerAuthentication/foo/w disables mutual TLS of c1/foo/app-1");
        }

        @Test
        void aPolicyOfTheWholeMesh() {
            PlaintextPair pair = to("app.foo", mode("istio-system", "DISABLE"));

            assertThat(pair.cause()).isEqualTo(Cause.PEER_AUTHENTICATION);
            assertThat(pair.because())
                    .isEqualTo("PeerAuthentication/istio-system/default disables mutual TLS of namespace foo");
        }

        @Test
        void theMeshConfigurationWithoutAResource() {
            PlaintextPair pair = to("app.foo", """
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data: {mesh: "enableAutoMtls: false"}
                    """);

            assertThat(pair.because()).isEqualTo("enableAutoMtls is false, and no DestinationRule asks for TLS");
            assertThat(pair.resource()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "trafficPolicy: {tls: {mode: DISABLE}}",
                    "trafficPolicy: {portLevelSettings: [{port: {number: 80}, tls: {mode: DISABLE}}]}"
                })
        void aRuleForTheHostOrThePort(String settings) {
            PlaintextPair pair = to(
                    "app.foo",
                    SmallMesh.istio(
                            "DestinationRule", "foo/app", "{host: app.foo.svc.cluster.local, " + settings + "}"));

            assertThat(pair.cause()).isEqualTo(Cause.DESTINATION_RULE);
            assertThat(pair.because()).isEqualTo("DestinationRule/foo/app leaves the calls without TLS");
        }

        @Test
        void aRuleForASubset() {
            PlaintextPair pair = to(
                    "app.foo",
                    SmallMesh.istio(
                            "DestinationRule",
                            "foo/app",
                            "{host: app.foo.svc.cluster.local, subsets: [{name: all, labels: {app: a},"
                                    + " trafficPolicy: {tls: {mode: DISABLE}}}]}"),
                    SmallMesh.rules(
                            "foo/app",
                            "{hosts: [app.foo.svc.cluster.local], http: [{route: [{destination: {host:"
                                    + " app.foo.svc.cluster.local, subset: all}}]}]}"));

            assertThat(pair.cause()).isEqualTo(Cause.DESTINATION_RULE);
            assertThat(pair.because()).isEqualTo("DestinationRule/foo/app leaves the calls without TLS");
        }
    }

    @Test
    void sharesOfOneWayAreAdded() {
        String subset = "{name: NAME, labels: {app: a}, trafficPolicy: {tls: {mode: DISABLE}}}";
        PlaintextPair pair = only(TwoSidecars.with(
                SmallMesh.istio(
                        "DestinationRule",
                        "foo/app",
                        "{host: app.foo.svc.cluster.local, subsets: [" + subset.replace("NAME", "one") + ", "
                                + subset.replace("NAME", "two") + "]}"),
                SmallMesh.rules(
                        "foo/app",
                        "{hosts: [app.foo.svc.cluster.local], http: [{route: [{weight: 30, destination: {host:"
                                + " app.foo.svc.cluster.local, subset: one}}, {weight: 20, destination: {host:"
                                + " app.foo.svc.cluster.local, subset: two}}, {weight: 50, destination: {host:"
                                + " app.foo.svc.cluster.local}}]}]}")));

        assertThat(pair.share()).isEqualTo(Share.of(1, 2));
        assertThat(pair.caller()).isEqualTo(WEB);
        assertThat(pair.target()).isEqualTo("app");
        assertThat(pair.from()).isEqualTo("c1/bar/web-1");
        assertThat(pair.to()).isEqualTo("c1/foo/app-1");
    }

    @Test
    void hostsThatAreNotKnownAreNotAsked() {
        PlaintextTraffic traffic = PlaintextTraffic.of(
                TwoSidecars.with().router(),
                List.of(WEB),
                List.of(new CallTarget("none", Call.get("http://none.foo/"))));

        assertThat(traffic.asked()).isZero();
        assertThat(traffic).hasToString("None of 0 calls goes in plaintext.\n");
    }

    @Test
    void tooManyCallsAreRefused() {
        List<Caller> callers = Collections.nCopies(PlaintextTraffic.MOST_CALLS + 1, WEB);
        List<CallTarget> targets = List.of(new CallTarget("none", Call.get("http://none.foo/")));
        MeshRouter router = TwoSidecars.with().router();

        assertThatThrownBy(() -> PlaintextTraffic.of(router, callers, targets))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 targets of 100001 callers are more than 100000 calls; ask for fewer of them");
        assertThat(PlaintextTraffic.of(router, callers.subList(1, callers.size()), targets)
                        .asked())
                .isZero();
    }
}
