package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static io.eastwest.routing.fixture.TwoSidecars.tls;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.question.PlaintextPair.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
