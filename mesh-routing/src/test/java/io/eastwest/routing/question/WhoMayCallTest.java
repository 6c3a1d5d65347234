package io.eastwest.routing.question;

import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Caller;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import io.eastwest.routing.question.AccessCell.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Nested
    class Causes {
        private final String both =
                TwoSidecars.pod("foo/more", "10.0.0.7", "a", ", part: more, security.istio.io/tlsMode: istio");

        private AccessRow web(String... manifests) {
            return table(manifests).rows().get(0);
        }

        @Test
        void aRuleAtOneOfTwoEndpointsDeniesAPart() {
            AccessRow row = web(
                    both,
                    security(
                            "AuthorizationPolicy",
                            "foo/some",
                            "{selector: {matchLabels: {part: more}}, action: DENY, rules: [{}]}"));

            assertThat(row.cells()).singleElement().satisfies(cell -> {
                assertThat(cell.verdict()).isEqualTo(Verdict.PARTLY);
                assertThat(cell.because()).isEqualTo("by AuthorizationPolicy/foo/some spec.rules[0]");
                assertThat(cell.rule()).isEqualTo("spec.rules[0]");
                assertThat(cell.toText())
                        .isEqualTo("PARTLY: by AuthorizationPolicy/foo/some spec.rules[0] [" + cell.location() + "]");
            });
            assertThat(row.mayCall()).isTrue();
        }

        @Test
        void rulesOfSeveralEndpointsThatAllowAreAllNamed() {
            String allow = "{selector: {matchLabels: {app: a}}, rules: [{}]}";
            String more = "{selector: {matchLabels: {part: more}}, rules: [{}]}";

            assertThat(web(
                                    both,
                                    security("AuthorizationPolicy", "foo/one", allow),
                                    security("AuthorizationPolicy", "foo/two", more))
                            .cells()
                            .get(0)
                            .because())
                    .isEqualTo("by AuthorizationPolicy/foo/one spec.rules[0]");
        }

        @Test
        void aPolicyWithoutRulesDeniesAll() {
            AccessCell cell = web(security("AuthorizationPolicy", "foo/nobody", "{}"))
                    .cells()
                    .get(0);

            assertThat(cell.verdict()).isEqualTo(Verdict.DENIED);
            assertThat(cell.because())
                    .isEqualTo("no rule allows it; AuthorizationPolicy/foo/nobody spec lacks the policy has no rules");
            assertThat(cell.policy())
                    .hasValueSatisfying(key -> assertThat(key).hasToString("AuthorizationPolicy/foo/nobody"));
            assertThat(cell.rule()).isEqualTo("spec");
        }

        @Test
        void aRuleOfRoutingThatAnswersIsNotReached() {
            AccessRow row = web(SmallMesh.rules(
                    "foo/app", "{hosts: [app.foo.svc.cluster.local], http: [{directResponse: {status: 418}}]}"));

            assertThat(row.cells().get(0).verdict()).isEqualTo(Verdict.NOT_REACHED);
            assertThat(row.cells().get(0).because()).isEqualTo("direct_response");
            assertThat(row.mayCall()).isFalse();
        }

        @Test
        void aHostThatIsNotKnownIsNotReached() {
            WhoMayCall table = WhoMayCall.of(TwoSidecars.with().router(), "none.foo", 80);

            assertThat(table.rows()).hasSize(3).allSatisfy(row -> {
                assertThat(row.mayCall()).isFalse();
                assertThat(row.cells())
                        .singleElement()
                        .extracting(AccessCell::toText)
                        .isEqualTo("NOT_REACHED: its DNS does not know the host");
            });
        }
    }

    @Nested
    class PortsAndHosts {
        @ParameterizedTest
        @CsvSource({
            "app.foo, 80, true",
            "app.foo.svc.cluster.local, 80, true",
            "app.foo, 9000, false",
            "app.foo, 7000, true",
            "app, 80, true",
            "app.fo, 9000, true"
        })
        void decideWhetherRequestsAreTold(String host, int port, boolean http) {
            WhoMayCall table = WhoMayCall.of(TwoSidecars.with(READ).router(), host, port);

            assertThat(table.target()).isEqualTo(host + ":" + port);
            assertThat(table.rows().get(0).cells()).hasSize(http ? 4 : 1);
        }

        @Test
        void bytesHaveNeitherPathsNorMethods() {
            WhoMayCall table = WhoMayCall.of(TwoSidecars.with().router(), "app.foo", 9000);

            assertThat(table.rows().get(0).cells())
                    .containsExactly(new AccessCell(
                            "", "", "", "", Verdict.ALLOWED, "no policy restricts it", Optional.empty(), "", ""));
        }
    }

    @Test
    void callsThatEndAlikeShareALine() {
        WhoMayCall table = table(security(
                "AuthorizationPolicy",
                "foo/d",
                "{action: DENY, rules: [{to: [{operation: {methods: [PUT, POST]}}]}]}"));

        assertThat(table.toString().lines().limit(4).map(line -> line.replaceAll(" \\[.*", "")))
                .containsExactly(
                        "Who may call app.foo:80",
                        "CALLER                                         CALLS                  VERDICT",
                        "c1/bar/web-1 as cluster.local/ns/bar/sa/web    other other            ALLOWED: no policy restricts it",
                        "                                               POST other; PUT other  DENIED: by"
                                + " AuthorizationPolicy/foo/d spec.rules[0]");
    }
}
