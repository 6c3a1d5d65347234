package io.eastwest.routing.ambient;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.captured;
import static io.eastwest.routing.fixture.AmbientMesh.hops;
import static io.eastwest.routing.fixture.AmbientMesh.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.Reason;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Calls between ztunnels, sidecars and workloads without proxy: rows of section 5.3 of security-ambient.md. */
class AmbientCallsTest {
    private static final AmbientMesh MESH = AmbientMesh.with();

    private static String strict(String namespace) {
        return policy("PeerAuthentication", namespace, "default", "{mtls: {mode: STRICT}}");
    }

    private static String address(Decision decision) {
        return decision.endpoints().get(0).address();
    }

    private static String range(String namespace, String addresses, String endpoint) {
        return """
                apiVersion: networking.istio.io/v1
                kind: ServiceEntry
                metadata: {name: range, namespace: %s}
                spec:
                  hosts: [range.%s.example]
                  addresses: [%s]
                  ports: [{number: 80, name: tcp, protocol: TCP}]
                  resolution: STATIC
                  location: MESH_EXTERNAL
                  endpoints: [{address: %s}]
                """.formatted(namespace, namespace, addresses, endpoint);
    }

    @Nested
    class FromBehindAZtunnel {
        /** Row 5.3a. */
        @Test
        void aServiceIsReachedThroughTheTunnelOfItsPod() {
            Decision decision = MESH.get("bar/web", "http://app.foo");

            assertThat(hops(decision)).isEqualTo("CLIENT_ZTUNNEL -> SERVER_ZTUNNEL:HBONE:" + WEB);
            assertThat(decision.isForwarded()).isTrue();
            assertThat(decision.endpoints().get(0).owner()).isEqualTo(AmbientMesh.APP);
            assertThat(decision.endpoints().get(0).address()).isEqualTo("10.0.0.1:8080");
        }

        @Test
        void aPodIsReachedByItsAddress() {
            assertThat(hops(MESH.get("bar/web", "http://10.0.0.1:9090")))
                    .isEqualTo("CLIENT_ZTUNNEL -> SERVER_ZTUNNEL:HBONE:" + WEB);
        }

        /** A range of the caller's namespace comes before a longer prefix of another: ztunnel, get_best_by_cidr_vip. */
        @Test
        void anAddressInARangeOfAServiceEntryIsSentToItsEndpoint() {
            String url = "http://172.16.0.7";
            String narrow = range("foo", "172.16.0.0/24", "198.51.100.1");
            String wide = range("other", "172.16.0.0/16", "198.51.100.2");
            String near = range("bar", "172.16.0.0/12", "198.51.100.3");

            assertThat(address(AmbientMesh.with(wide, narrow).get("bar/web", url)))
                    .isEqualTo("198.51.100.1:80");
            assertThat(address(AmbientMesh.with(narrow, near, wide).get("bar/web", url)))
                    .isEqualTo("198.51.100.3:80");
            assertThat(address(AmbientMesh.with(narrow).get("bar/web", "http://172.16.1.7")))
                    .isEqualTo("172.16.1.7:80");
        }

        /** Row 5.3g. */
        @Test
        void aSidecarGetsPlaintext() {
            assertThat(hops(MESH.get("bar/web", "http://car.side")))
                    .isEqualTo("CLIENT_ZTUNNEL -> SERVER_SIDECAR:plaintext");
            Decision refused = AmbientMesh.with(strict("side")).get("bar/web", "http://car.side");
            assertThat(hops(refused)).isEqualTo("refused closed");
            assertThat(refused.outcomes().get(0).reason()).isEqualTo(Reason.FILTER_CHAIN_NOT_FOUND);
        }

        @Test
        void aPodWithoutProxyGetsPlaintext() {
            assertThat(hops(MESH.get("bar/web", "http://bare.plain")))
                    .isEqualTo("CLIENT_ZTUNNEL -> APPLICATION:plaintext");
        }

        @Test
        void aStrictRouterRefusesWhenASwitchIsNotModelled() {
            AmbientMesh mesh = AmbientMesh.with("""
                    apiVersion: sailoperator.io/v1
                    kind: Istio
                    metadata: {name: default}
                    spec:
                      version: v1.30.3
                      namespace: istio-system
                      profile: ambient
                      values: {pilot: {env: {ENABLE_LAYERED_WAYPOINT_AUTHORIZATION_POLICIES: "true"}}}
                    """);
            Call call = Call.get("http://app.foo").from("web", "bar", "c1");

            assertThat(mesh.router().decide(call).findings())
                    .anyMatch(finding -> finding.startsWith("NOT_MODELLED control plane of cluster c1"));
            assertThatThrownBy(() -> mesh.router().strict().decide(call))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("ENABLE_LAYERED_WAYPOINT_AUTHORIZATION_POLICIES");
            assertThat(MESH.router().strict().decide(call).isForwarded()).isTrue();
        }

        /** Row 5.3k. */
        @Test
        void anUnknownAddressIsPassedThrough() {
            Decision decision = MESH.get("bar/web", "http://203.0.113.1");

            assertThat(hops(decision)).isEqualTo("CLIENT_ZTUNNEL -> APPLICATION:plaintext");
            assertThat(decision.endpoints().get(0).routedTo()).isEqualTo("PassthroughCluster");
        }

        /** Row 5.3j and trap T19. */
        @Test
        void aServiceThatNamesAWaypointThatIsNotThereIsReachedWithoutIt() {
            AmbientMesh mesh = AmbientMesh.with("""
                    apiVersion: v1
                    kind: Service
                    metadata: {name: lost, namespace: foo, labels: {istio.io/use-waypoint: ghost}}
                    spec: {selector: {app: a}, clusterIP: 10.96.0.9, ports: [{name: http, port: 80, targetPort: 8080}]}
                    """);
            Decision decision = mesh.get("bar/web", "http://lost.foo");

            assertThat(hops(decision)).isEqualTo("CLIENT_ZTUNNEL -> SERVER_ZTUNNEL:HBONE:" + WEB);
            assertThat(decision.findings())
                    .anySatisfy(finding -> assertThat(finding).contains("waypoint foo/ghost is not there"));
        }

        @Test
        void aServiceWithoutReadyPodClosesTheConnection() {
            AmbientMesh mesh = AmbientMesh.with("""
                    apiVersion: v1
                    kind: Service
                    metadata: {name: none, namespace: foo}
                    spec: {selector: {app: none}, clusterIP: 10.96.0.9, ports: [{name: http, port: 80}]}
                    """);
            Decision decision = mesh.get("bar/web", "http://none.foo");

            assertThat(hops(decision)).isEqualTo("refused closed");
            assertThat(decision.outcomes().get(0).reason()).isEqualTo(Reason.NO_HEALTHY_UPSTREAM);
        }

        @Test
        void aDeniedCallNamesThePolicyAndEndsAsReset() {
            AmbientMesh mesh = AmbientMesh.with(policy("AuthorizationPolicy", "foo", "none", "{}"));
            Decision decision = mesh.get("bar/web", "http://app.foo");
            Outcome outcome = decision.outcomes().get(0);

            assertThat(hops(decision)).isEqualTo("refused closed");
            assertThat(outcome.reason()).isEqualTo(Reason.RBAC_DENIED);
            assertThat(outcome.detail())
                    .isEqualTo("at c1/foo/app-1: http status: 401 Unauthorized, allow policies exist, but none allowed:"
                            + " foo/none");
        }

        @Test
        void whatIsDownIsLostBecauseNobodyEjectsIt() {
            AmbientMesh mesh = AmbientMesh.with(captured("foo", "app2", "a", "10.0.0.2"));
            Decision decision = mesh.decide("bar/web", "http://app.foo", Conditions.podDown("c1/foo/app2-1"));

            assertThat(decision.share(Outcome.Kind.FORWARDED).toString()).isEqualTo("1/2");
            assertThat(decision.share(Outcome.Kind.REFUSED).toString()).isEqualTo("1/2");
        }
    }

    @Nested
    class FromWithoutProxy {
        /** Row 5.3i. */
        @Test
        void aZtunnelTakesPlaintextUnlessItIsStrict() {
            assertThat(hops(MESH.get("plain/bare", "http://app.foo")))
                    .isEqualTo("CLIENT_APPLICATION -> SERVER_ZTUNNEL:plaintext");
            Decision refused = AmbientMesh.with(strict("foo")).get("plain/bare", "http://app.foo");
            assertThat(hops(refused)).isEqualTo("refused closed");
            assertThat(refused.outcomes().get(0).detail()).contains("istio_converted_static_strict");
        }

        @Test
        void aSidecarTakesPlaintextUnlessItIsStrict() {
            assertThat(hops(MESH.get("plain/bare", "http://car.side")))
                    .isEqualTo("CLIENT_APPLICATION -> SERVER_SIDECAR:plaintext");
            assertThat(hops(AmbientMesh.with(strict("side")).get("plain/bare", "http://car.side")))
                    .isEqualTo("refused closed");
        }
    }

    @Test
    void theTraceNamesEachPolicyWithFieldAndValues() {
        AmbientMesh mesh = AmbientMesh.with(
                policy("AuthorizationPolicy", "foo", "only-x", "{rules: [{from: [{source: {namespaces: [x]}}]}]}"));
        String text = mesh.router()
                .explain(Call.get("http://app.foo").from("web", "bar", "c1"))
                .toText();

        assertThat(text)
                .contains(
                        "- FILTER ALLOW foo/only-x: spec.rules[0] from[0].source.namespaces: expected one of [\"x\"] but"
                                + " was \"bar\"")
                .contains("further.yaml");
    }
}
