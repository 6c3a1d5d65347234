package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.proxy.ExternalAuthorizer;
import io.eastwest.routing.proxy.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** CUSTOM policies whose authorizer is known (3.2.2 of security-ambient.md). */
class KnownAuthorizerTest {
    private static final String PROVIDERS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                extensionProviders:
                - {name: opa, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80}}
            """;
    private static final ExternalAuthorizer OPA = (provider, call) -> {
        boolean get = call.http().filter(http -> http.method().equals("GET")).isPresent();
        return Optional.of(get ? ExternalAuthorizer.Verdict.allow() : ExternalAuthorizer.Verdict.deny(418))
                .filter(verdict -> provider.equals("opa"));
    };

    private final MeshRouter router = AmbientMesh.with(
                    PROVIDERS,
                    AmbientMesh.policy(
                            "AuthorizationPolicy",
                            "side",
                            "p",
                            "{action: CUSTOM, provider: {name: opa}, rules: [{to: [{operation: {paths: [\"/a*\"]}}]}]}"))
            .router();

    private static Call call(String method, String path) {
        return Call.http(method, "http://car.side" + path).from("car", "side", "c1");
    }

    @Test
    void isAskedAboutWhatItsRulesMatch() {
        MeshRouter known = router.withAuthorizer(OPA);
        Decision refused = known.decide(call("POST", "/a"));
        Outcome outcome = refused.outcomes().get(0);

        assertThat(known.decide(call("GET", "/a")).isForwarded()).isTrue();
        assertThat(known.decide(call("POST", "/b")).isForwarded()).isTrue();
        assertThat(outcome.status()).hasValue(418);
        assertThat(outcome.detail()).contains("ext_authz_denied by opa");
        assertThat(refused.findings()).isEmpty();
    }

    @Test
    void isReportedWhereItIsNotKnown() {
        Decision decision = router.decide(call("POST", "/a"));

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.findings()).singleElement().asString().contains("not modelled");
    }

    @Test
    void leavesItsVerdictInTheTrace() {
        assertThat(router.withAuthorizer(OPA).explain(call("POST", "/a")).toText())
                .contains("- FILTER authorizer opa: refuses the call");
    }
}
