package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.TCP;
import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.by;
import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.plain;
import static io.eastwest.routing.security.SecuredApp.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalRulesTest {
    private static final String PROVIDERS = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                extensionProviders:
                - {name: sound, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80}}
                - {name: grpc, envoyExtAuthzGrpc: {service: foo/app.foo.svc.cluster.local, port: 80}}
                - {name: nowhere, envoyExtAuthzHttp: {service: gone.foo.svc.cluster.local, port: 80}}
                - {name: no-port, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local}}
                - {name: odd-status, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80, statusOnError: '299'}}
                - {name: odd-prefix, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80, pathPrefix: x}}
                - {name: Upper, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80}}
                - {name: twice, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80}}
                - {name: twice, envoyExtAuthzHttp: {service: app.foo.svc.cluster.local, port: 80}}
                - {name: log, envoyFileAccessLog: {path: /dev/stdout}}
            """;

    private static String asking(String name, String provider) {
        return policy(
                name,
                "{action: CUSTOM, provider: {name: " + provider + "}, rules: [{to: [{operation: {paths: [/" + name
                        + "]}}]}]}");
    }

    private static ProxyAnswer answer(SecuredApp app, String path) {
        return app.answer(by(WEB), Optional.of(get(path).build()));
    }

    @Test
    void anAuthorizerThatCanBeAskedIsToldAsNotModelled() {
        SecuredApp app = SecuredApp.under(PROVIDERS, asking("a", "sound"));

        assertThat(answer(app, "/a").findings())
                .containsExactly(
                        "istio-ext-authz-sound-ns[foo]-policy[a]-rule[0]: an external authorizer decides, which"
                                + " is not modelled; taken as allowed");
        assertThat(answer(app, "/b").findings()).isEmpty();
        assertThat(app.http(by(WEB), get("/a"))).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({"nowhere", "no-port", "odd-status", "odd-prefix", "Upper", "twice", "log", "unknown"})
    void whatMatchesIsDeniedWhereTheAuthorizerCannotBeAsked(String provider) {
        SecuredApp app = SecuredApp.under(PROVIDERS, asking("a", provider));

        assertThat(app.http(by(WEB), get("/a"))).isEqualTo("403");
        assertThat(app.http(by(WEB), get("/b"))).isEqualTo("200");
        assertThat(answer(app, "/a").outcome().detail())
                .isEqualTo("rbac_access_denied_matched_policy[istio-ext-authz-" + provider
                        + "-ns[foo]-policy[a]-rule[0]-deny-due-to-bad-CUSTOM-action]");
    }

    @Test
    void twoAuthorizersDenyWhatEitherMatches() {
        SecuredApp app = SecuredApp.under(PROVIDERS, asking("a", "sound"), asking("b", "grpc"));

        assertThat(app.http(by(WEB), get("/a"))).isEqualTo("403");
        assertThat(app.http(by(WEB), get("/b"))).isEqualTo("403");
        assertThat(app.http(by(WEB), get("/c"))).isEqualTo("200");
    }

    @Test
    void aTriedPolicyDeniesWithoutAsking() {
        SecuredApp app = SecuredApp.under(
                PROVIDERS,
                asking("a", "sound").replace("namespace: foo}", "namespace: foo, annotations: {istio.io/dry-run: T}}"));

        assertThat(app.http(by(WEB), get("/a"))).isEqualTo("403");
        assertThat(app.http(by(WEB), get("/b"))).isEqualTo("200");
    }

    @Test
    void onlyAuthorizersOfGrpcAreAskedAboutConnections() {
        String everything = "{action: CUSTOM, provider: {name: %s}, rules: [{}]}";

        assertThat(SecuredApp.under(PROVIDERS, policy("a", everything.formatted("sound")))
                        .answer(plain(TCP), Optional.empty())
                        .findings())
                .isEmpty();
        assertThat(SecuredApp.under(PROVIDERS, policy("a", everything.formatted("grpc")))
                        .answer(plain(TCP), Optional.empty())
                        .findings())
                .hasSize(1);
    }

    @Test
    void theAuthorizerIsAskedBeforeDenyAndDoesNotReplaceAllow() {
        SecuredApp app = SecuredApp.under(
                PROVIDERS,
                asking("a", "sound"),
                policy("deny", "{action: DENY, rules: [{to: [{operation: {methods: [POST]}}]}]}"),
                policy("allow", "{rules: [{from: [{source: {namespaces: [bar]}}]}]}"));

        assertThat(app.http(by(WEB), get("/a"))).isEqualTo("200");
        assertThat(app.http(by(WEB), get("/a").method("POST"))).isEqualTo("403");
        assertThat(app.http(by("cluster.local/ns/baz/sa/x"), get("/a"))).isEqualTo("403");
    }
}
