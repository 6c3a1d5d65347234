package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static io.eastwest.routing.fixture.TwoSidecars.tls;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What people read of PeerAuthentications and TLS settings that do nothing. */
class IneffectiveTlsTextTest {
    private static String because(MeshRouter router) {
        return IneffectivePolicies.of(router).policies().stream()
                .map(each ->
                        each.policy().name() + (each.path().isEmpty() ? "" : " " + each.path()) + ": " + each.because())
                .collect(Collectors.joining("\n"));
    }

    private static String because(String... manifests) {
        return because(TwoSidecars.with(manifests).router());
    }

    @Nested
    class OfPeerAuthentications {
        private static final String STRICT = "mtls: {mode: STRICT}";
        private static final String OTHER_APP = "{selector: {matchLabels: {app: b}}, " + STRICT + "}";

        @Test
        void thatAreYounger() {
            assertThat(because(
                            security("PeerAuthentication", "foo/old@1", "{" + STRICT + "}"),
                            security("PeerAuthentication", "foo/young@2", "{mtls: {mode: DISABLE}}")))
                    .isEqualTo("young: PeerAuthentication/foo/old is older and counts for the whole namespace");
        }

        @Test
        void thatAreYoungerForAWorkload() {
            String selector = "selector: {matchLabels: {app: a}}, ";

            assertThat(because(
                            security("PeerAuthentication", "foo/old@1", "{" + selector + STRICT + "}"),
                            security("PeerAuthentication", "foo/young@2", "{" + selector + "mtls: {mode: DISABLE}}")))
                    .isEqualTo("young: PeerAuthentication/foo/old is older and takes all of its workloads");
        }

        @Test
        void thatAreYoungerForSomeWorkloadsAreNotListed() {
            assertThat(because(
                            TwoSidecars.pod(
                                    "foo/more", "10.0.0.7", "more", ", part: x, security.istio.io/tlsMode: istio"),
                            TwoSidecars.pod(
                                    "foo/most", "10.0.0.8", "most", ", part: x, security.istio.io/tlsMode: istio"),
                            security(
                                    "PeerAuthentication",
                                    "foo/old@1",
                                    "{selector: {matchLabels: {app: more}}, " + STRICT + "}"),
                            security(
                                    "PeerAuthentication",
                                    "foo/young@2",
                                    "{selector: {matchLabels: {part: x}}, " + STRICT + "}")))
                    .isEmpty();
        }

        @Test
        void withoutWorkloads() {
            assertThat(because(security("PeerAuthentication", "foo/p", OTHER_APP)))
                    .isEqualTo("p: it takes no workload");
            assertThat(because(security("PeerAuthentication", "nowhere/p", "{" + STRICT + "}")))
                    .isEqualTo("p: the namespace has no workload");
        }

        @Test
        void withoutProxies() {
            String one = "none of the 1 workloads that it takes has a proxy";

            assertThat(because(security("PeerAuthentication", "out/p", "{" + STRICT + "}")))
                    .isEqualTo("p: " + one);
            assertThat(because(security(
                            "PeerAuthentication", "out/p", "{selector: {matchLabels: {app: bare}}, " + STRICT + "}")))
                    .isEqualTo("p: " + one);
        }

        @Test
        void ofTheWholeMeshAreNotListed() {
            assertThat(because(mode("istio-system", "STRICT"))).isEmpty();
        }

        @Test
        void withASelectorInTheRootNamespace() {
            assertThat(because(security("PeerAuthentication", "istio-system/p", OTHER_APP)))
                    .isEqualTo("p: with a selector it does nothing in the root namespace, for no workload");
        }
    }

    @Nested
    class OfTlsSettings {
        @Test
        void thatStrictServersRefuse() {
            assertThat(because(mode("foo", "STRICT"), tls("mode: DISABLE")))
                    .isEqualTo(
                            "app spec.trafficPolicy.tls: the sidecar of c1/foo/app-1 is STRICT and closes plaintext");
        }

        @Test
        void thatServersTakeAreNotListed() {
            assertThat(because(mode("foo", "PERMISSIVE"), tls("mode: DISABLE"))).isEmpty();
            assertThat(because(mode("foo", "STRICT"), tls("mode: ISTIO_MUTUAL")))
                    .isEmpty();
            assertThat(because(mode("bar", "STRICT"), tls("mode: DISABLE"))).isEmpty();
        }

        @Test
        void ofServersWithoutProxyAreNotListed() {
            assertThat(because(TwoSidecars.toBareWith(mode("istio-system", "STRICT"), tls("mode: DISABLE"))
                            .router()))
                    .isEmpty();
        }

        @Test
        void thatTunnelsIgnore() {
            String rule = SmallMesh.istio(
                    "DestinationRule",
                    "foo/r",
                    "{host: app.foo.svc.cluster.local, trafficPolicy: {tls: {mode: MODE, sni: x}}}");
            String ignored = "r spec.trafficPolicy.tls: all endpoints of app.foo.svc.cluster.local are behind ztunnels,"
                    + " which are called in tunnels whatever it says";

            assertThat(because(AmbientMesh.with(rule.replace("MODE", "DISABLE")).router()))
                    .isEqualTo(ignored);
            assertThat(because(AmbientMesh.with(rule.replace("MODE", "ISTIO_MUTUAL"))
                            .router()))
                    .isEqualTo(ignored);
            assertThat(because(AmbientMesh.with(rule.replace("MODE", "SIMPLE")).router()))
                    .isEmpty();
        }
    }
}
