package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Caller;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.question.AccessCell.Verdict;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhoMayCallTest {
    private static final String READ = security(
            "AuthorizationPolicy",
            "foo/read",
            "{rules: [{from: [{source: {namespaces: [bar]}}], to: [{operation: {methods: [GET], paths: [/api/*]}}]}]}");
    private static final String SECRET = security(
            "AuthorizationPolicy", "foo/secret", "{action: DENY, rules: [{to: [{operation: {paths: ['*/secret']}}]}]}");

    private static AccessCell cell(WhoMayCall table, String workload, String methods, String paths) {
        return table.rows().stream()
                .filter(row -> row.caller().workload().startsWith(workload))
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.methods().equals(methods) && cell.paths().equals(paths))
                .findFirst()
                .orElseThrow(() -> new AssertionError(methods + " " + paths + " in\n" + table));
    }

    private static WhoMayCall table(String... policies) {
        return WhoMayCall.of(TwoSidecars.with(policies).router(), "app.foo", 80);
    }

    @Test
    void everybodyMayCallWhereNoPolicyIs() {
        assertThat(table().toText()).isEqualTo("""
                Who may call app.foo:80
                CALLER                                         CALLS  VERDICT
                c1/bar/web-1 as cluster.local/ns/bar/sa/web    all    ALLOWED: no policy restricts it
                c1/foo/app-1 as cluster.local/ns/foo/sa/app    all    ALLOWED: no policy restricts it
                c1/out/bare-1 as cluster.local/ns/out/sa/bare  all    ALLOWED: no policy restricts it
                """);
    }

    @Test
    void kindsOfRequestsAreThoseThatPoliciesTellApart() {
        WhoMayCall table = table(READ, SECRET);

        assertThat(table.rows().get(0).cells())
                .extracting(AccessCell::paths)
                .containsExactly(
                        "other",
                        "other",
                        "/api/*",
                        "/api/*",
                        "*/secret",
                        "*/secret",
                        "*/secret and /api/*",
                        "*/secret and /api/*");
        assertThat(cell(table, "web", "GET", "/api/*").verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(cell(table, "web", "other", "/api/*").verdict()).isEqualTo(Verdict.DENIED);
        assertThat(cell(table, "web", "GET", "other").verdict()).isEqualTo(Verdict.DENIED);
        assertThat(cell(table, "web", "GET", "*/secret and /api/*").verdict()).isEqualTo(Verdict.DENIED);
        assertThat(cell(table, "bare", "GET", "/api/*").verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void theRuleThatDecidesIsNamedWithItsPlace() {
        WhoMayCall table = table(READ, SECRET);
        AccessCell allowed = cell(table, "web", "GET", "/api/*");
        AccessCell denied = cell(table, "web", "GET", "*/secret and /api/*");
        AccessCell missed = cell(table, "bare", "GET", "/api/*");

        assertThat(allowed.because()).isEqualTo("by AuthorizationPolicy/foo/read spec.rules[0]");
        assertThat(allowed.policy())
                .hasValueSatisfying(key -> assertThat(key.name()).isEqualTo("read"));
        assertThat(denied.because()).isEqualTo("by AuthorizationPolicy/foo/secret spec.rules[0]");
        assertThat(denied.location()).matches("manifests-\\d\\.yaml:\\d+:\\d+");
        assertThat(missed.because())
                .startsWith("no rule allows it; AuthorizationPolicy/foo/read spec.rules[0] lacks")
                .contains("namespaces");
    }

    @Test
    void aRefusedHandshakeIsDeniedToo() {
        WhoMayCall table = table(mode("foo", "STRICT"));

        assertThat(table.rows().stream()
                        .filter(row -> !row.mayCall())
                        .map(row -> row.caller().workload()))
                .containsExactly("bare-1");
        assertThat(table.rows().get(2).cells().get(0).because()).contains("filter_chain_not_found");
    }

    @Test
    void bytesAreOneKind() {
        WhoMayCall table = WhoMayCall.of(TwoSidecars.with(READ).router(), "app.foo", 9000);

        assertThat(table.rows().get(0).cells()).singleElement().satisfies(cell -> {
            assertThat(cell.verdict()).isEqualTo(Verdict.DENIED);
            assertThat(cell.methods()).isEmpty();
        });
    }

    @Test
    void whatAllCallsHaveInCommonIsTold() {
        WhoMayCall table = table(
                security(
                        "AuthorizationPolicy",
                        "foo/p",
                        "{rules: [{when: [{key: 'request.headers[x-env]', values: [dev]}], to: [{operation: {hosts: [a]}}]}]}"));

        assertThat(table.fixedAttributes()).containsExactly("hosts", "request.headers[x-env]");
        assertThat(table.toText())
                .endsWith("The policies also look at hosts, request.headers[x-env], in which these calls do not"
                        + " differ.\n");
    }

    @Test
    void tooManyCallsAreRefused() {
        List<Caller> many = Collections.nCopies(WhoMayCall.MOST_CALLS + 1, new Caller("web-1", "bar", "c1"));

        assertThatThrownBy(() -> WhoMayCall.of(TwoSidecars.with().router(), "app.foo", 9000, many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 20000 calls");
    }

    @Test
    void pathsThatNormalisationChangesAreAskedAsWritten() {
        WhoMayCall table = table(security(
                "AuthorizationPolicy", "foo/p", "{action: DENY, rules: [{to: [{operation: {paths: [//admin]}}]}]}"));

        assertThat(cell(table, "web", "other", "//admin").path()).isEqualTo("//admin");
        assertThat(cell(table, "web", "other", "//admin").verdict()).isEqualTo(Verdict.DENIED);
        assertThat(cell(table, "web", "other", "other").verdict()).isEqualTo(Verdict.ALLOWED);
    }
}
