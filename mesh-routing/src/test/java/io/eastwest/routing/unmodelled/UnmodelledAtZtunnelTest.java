package io.eastwest.routing.unmodelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.proxy.NotModelled;
import org.junit.jupiter.api.Test;

class UnmodelledAtZtunnelTest {
    private static final Call CALL = Call.get("http://app.foo/").from("web", "bar", "c1");

    private static String parts(Decision decision) {
        assertThat(decision.findings())
                .containsAll(
                        decision.notModelled().stream().map(NotModelled::toText).toList());
        return String.join(
                " ",
                decision.notModelled().stream()
                        .map(part ->
                                part.origin().resource() + " " + part.origin().path())
                        .map(String::trim)
                        .toList());
    }

    private static String networkPolicy(String namespace, String type) {
        return """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: np, namespace: NAMESPACE}
                spec: {podSelector: {}, policyTypes: [TYPE]}
                """.replace("NAMESPACE", namespace).replace("TYPE", type);
    }

    @Test
    void nothingIsToldWhereAllIsModelled() {
        assertThat(parts(AmbientMesh.with().router().decide(CALL))).isEmpty();
    }

    @Test
    void networkPoliciesOnBothSidesAreTold() {
        assertThat(parts(AmbientMesh.with(networkPolicy("foo", "Ingress"))
                        .router()
                        .decide(CALL)))
                .isEqualTo("NetworkPolicy/foo/np");
        assertThat(parts(AmbientMesh.with(networkPolicy("bar", "Egress"))
                        .router()
                        .decide(CALL)))
                .isEqualTo("NetworkPolicy/bar/np");
        assertThat(parts(AmbientMesh.with(networkPolicy("bar", "Ingress"))
                        .router()
                        .decide(CALL)))
                .isEmpty();
    }

    @Test
    void aPodThatIsLeftOutOfCaptureIsTold() {
        String app = AmbientMesh.captured("foo", "second", "a", "10.0.0.7")
                .replace(
                        "redirection: enabled",
                        "redirection: enabled, ambient.istio.io/bypass-inbound-capture: \"true\"");

        assertThat(parts(AmbientMesh.with(app).router().decide(CALL))).isEqualTo("Pod/foo/second-1");
    }

    @Test
    void aStrictRouterRefuses() {
        MeshRouter strict =
                AmbientMesh.with(networkPolicy("foo", "Ingress")).router().strict();

        assertThatThrownBy(() -> strict.decide(CALL))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining("NetworkPolicy/foo/np");
    }

    @Test
    void policiesThatLookAtMetadataAreToldWhereTheyAreEnforced() {
        String policy = TwoSidecars.security(
                "AuthorizationPolicy",
                "foo/p",
                "{action: DENY, rules: [{when: [{key: 'experimental.envoy.filters.network.mysql_proxy[db.t]', values: ['[a]']}]}]}");

        assertThat(parts(TwoSidecars.with(policy).get("bar/web", "http://app.foo/")))
                .isEqualTo("AuthorizationPolicy/foo/p spec.rules[0].when[0]");
        assertThat(parts(TwoSidecars.with(policy.replace("namespace: foo", "namespace: bar"))
                        .get("bar/web", "http://app.foo/")))
                .isEmpty();
    }
}
