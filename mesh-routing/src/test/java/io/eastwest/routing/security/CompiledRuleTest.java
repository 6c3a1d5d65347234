package io.eastwest.routing.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.trace.Mismatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompiledRuleTest {
    private static final Origin ORIGIN =
            new Origin(ResourceKey.of("security.istio.io", "AuthorizationPolicy", "foo", "p"), "spec.rules[0]");

    private static Optional<CompiledRule> compile(String rule, AuthorizationAction action, boolean tcp) {
        AuthorizationRule read = ManifestReader.strict()
                .readValue(AuthorizationRule.class, "rule.yaml", rule)
                .orThrow();
        RuleSetting setting = new RuleSetting(tcp, action, new TrustDomainAliases(List.of("cluster.local", "old")));
        return new RuleCompiler("foo", setting).compile("ns[foo]-policy[p]-rule[0]", ORIGIN, read);
    }

    private static CompiledRule allowing(String rule) {
        return compile(rule, AuthorizationAction.ALLOW, false).orElseThrow();
    }

    private static RbacInput call(Optional<String> principal, Header... headers) {
        return RbacInput.builder()
                .principal(principal)
                .sourceAddress("10.0.0.1")
                .remoteAddress("192.0.2.7")
                .destinationAddress("10.0.0.9")
                .destinationPort(8080)
                .serverName("App.Example")
                .http(new RbacInput.Http(
                        "POST", "app.example", "/a?b=c", List.of(headers), Optional.of(Map.of("sub", "ana"))))
                .build();
    }

    @Nested
    class Explaining {
        private final RbacInput web = call(Optional.of("cluster.local/ns/bar/sa/web"));

        private static String mismatch(CompiledRule rule, RbacInput input) {
            return Mismatch.text(rule.mismatches(input), "; ");
        }

        @Test
        void aMatchHasNothingToExplain() {
            assertThat(mismatch(allowing("{}"), web)).isEmpty();
        }

        @Test
        void theFirstFieldThatFailsIsNamed() {
            CompiledRule rule = allowing(
                    "{from: [{source: {namespaces: [baz, qux], principals: ['*']}}], to: [{operation: {methods: [GET]}}]}");

            assertThat(mismatch(rule, web))
                    .contains("from[0].source.namespaces: expected one of [\"baz\", \"qux\"] but was"
                            + " \"cluster.local/ns/bar/sa/web\"");
        }

        @Test
        void anExcludedValueIsNamedAsExcluded() {
            assertThat(mismatch(allowing("{to: [{operation: {notMethods: [POST]}}]}"), web))
                    .contains("to[0].operation.notMethods: expected none of [\"POST\"] but was \"POST\"");
        }

        @Test
        void everyAlternativeIsExplained() {
            assertThat(mismatch(allowing("{to: [{operation: {ports: ['80']}}, {operation: {paths: [/x]}}]}"), web))
                    .contains("to[0].operation.ports: expected one of [\"80\"] but was 8080; "
                            + "to[1].operation.paths: expected one of [\"/x\"] but was \"/a\"");
        }

        @Test
        void conditionsAreNamedByTheirKey() {
            assertThat(mismatch(allowing("{when: [{key: 'request.headers[x-env]', values: [prod]}]}"), web))
                    .contains("when[0] request.headers[x-env] values: expected one of [\"prod\"] but was absent");
        }

        @Test
        void aPeerWithoutIdentityIsCalledSo() {
            assertThat(mismatch(allowing("{from: [{source: {principals: ['*']}}]}"), call(Optional.empty())))
                    .contains("from[0].source.principals: expected one of [\"*\"] but was no peer identity");
        }

        @Test
        void longValuesAreCut() {
            String host = "h".repeat(90);

            assertThat(mismatch(allowing("{to: [{operation: {hosts: [" + host + "]}}]}"), web))
                    .contains("to[0].operation.hosts: expected one of [\"" + "h".repeat(80)
                            + "...\"] but was \"app.example\"");
        }

        @Test
        void aPolicyWithoutRulesSaysSo() {
            assertThat(mismatch(CompiledRule.never("n", ORIGIN), web)).isEqualTo("the policy has no rules");
        }

        @Test
        void trustDomainsAreShownAsTheyAreCompared() {
            assertThat(mismatch(allowing("{from: [{source: {principals: [old/ns/a/sa/b]}}]}"), web))
                    .contains("[\"cluster.local/ns/a/sa/b\", \"old/ns/a/sa/b\"]");
        }
    }

    @Nested
    class Matching {
        @Test
        void repeatedHeadersAreTestedLineByLine() {
            RbacInput twice = call(Optional.empty(), new Header("X-Env", "a,b"), new Header("x-env", "c"));

            assertThat(allowing("{when: [{key: 'request.headers[x-env]', values: [c]}]}")
                            .matches(twice))
                    .isTrue();
            assertThat(allowing("{when: [{key: 'request.headers[x-env]', values: [a]}]}")
                            .matches(twice))
                    .isFalse();
            assertThat(allowing("{when: [{key: 'request.headers[x-env]', notValues: [c]}]}")
                            .matches(twice))
                    .isFalse();
        }

        @Test
        void theHostHeaderIsTheAuthority() {
            RbacInput call = call(Optional.empty());

            assertThat(allowing("{when: [{key: 'request.headers[Host]', values: [app.example]}]}")
                            .matches(call))
                    .isTrue();
            assertThat(allowing("{when: [{key: 'request.headers[:method]', values: [POST]}]}")
                            .matches(call))
                    .isTrue();
        }

        @Test
        void theServerNameIsComparedInLowerCase() {
            RbacInput call = call(Optional.empty());

            assertThat(allowing("{when: [{key: connection.sni, values: ['*.example']}]}")
                            .matches(call))
                    .isTrue();
            assertThat(allowing("{when: [{key: connection.sni, values: [App.Example]}]}")
                            .matches(call))
                    .isFalse();
        }

        @Test
        void remoteAddressesAreThoseOfTheOriginalClient() {
            RbacInput call = call(Optional.empty());

            assertThat(allowing("{from: [{source: {remoteIpBlocks: [192.0.2.0/24]}}]}")
                            .matches(call))
                    .isTrue();
            assertThat(allowing("{from: [{source: {ipBlocks: [192.0.2.0/24]}}]}")
                            .matches(call))
                    .isFalse();
            assertThat(allowing("{from: [{source: {notIpBlocks: ['2001:db8::/32']}}]}")
                            .matches(call))
                    .isTrue();
        }
    }

    @Nested
    class OnTcp {
        @Test
        void whatAllowsIsDroppedWithItsHttpFields() {
            assertThat(compile("{to: [{operation: {paths: [/a], ports: ['80']}}]}", AuthorizationAction.ALLOW, true))
                    .isEmpty();
            assertThat(compile("{from: [{source: {notRequestPrincipals: ['*']}}]}", AuthorizationAction.ALLOW, true))
                    .isEmpty();
            assertThat(compile("{from: [{source: {remoteIpBlocks: [10.0.0.0/8]}}]}", AuthorizationAction.ALLOW, true))
                    .isPresent();
        }

        @Test
        void whatDeniesLosesOnlyItsHttpFields() {
            CompiledRule rule = compile(
                            "{to: [{operation: {paths: [/a], ports: ['8080']}}]}", AuthorizationAction.DENY, true)
                    .orElseThrow();

            assertThat(rule.operations()).hasSize(1);
            assertThat(rule.operations().get(0))
                    .extracting(FieldCondition::path)
                    .containsExactly("to[0].operation.ports");
        }
    }

    @Nested
    class WithMalformedValues {
        @Test
        void whatAllowsIsDropped() {
            assertThat(compile("{to: [{operation: {ports: ['80', eighty]}}]}", AuthorizationAction.ALLOW, false))
                    .isEmpty();
            assertThat(compile("{when: [{key: request.headers, values: [a]}]}", AuthorizationAction.ALLOW, false))
                    .isEmpty();
        }

        @Test
        void whatDeniesLosesTheValue() {
            CompiledRule rule = compile("{to: [{operation: {ports: ['80', eighty]}}]}", AuthorizationAction.DENY, false)
                    .orElseThrow();

            assertThat(rule.operations().get(0).get(0).values()).containsExactly("80");
        }

        @Test
        void anUnknownKeyDropsEveryRule() {
            assertThat(compile("{when: [{key: source.colour, values: [red]}]}", AuthorizationAction.DENY, false))
                    .isEmpty();
        }
    }

    @Nested
    class Lacking {
        private final RbacInput web = call(Optional.of("cluster.local/ns/bar/sa/web"));
        private final CompiledRule rule = allowing("{from: [{source: {namespaces: [baz], ipBlocks: [192.168.0.0/16]}},"
                + " {source: {namespaces: [qux], principals: ['*']}}],"
                + " to: [{operation: {methods: [GET], ports: ['8080']}}]}");

        @Test
        void theAlternativesThatLackTheFewestAreNamedWithAllThatTheyLack() {
            assertThat(rule.missing(web))
                    .containsExactly(
                            new Mismatch(
                                    "from[1].source.namespaces", "one of [\"qux\"]", "\"cluster.local/ns/bar/sa/web\""),
                            new Mismatch("to[0].operation.methods", "one of [\"GET\"]", "\"POST\""));
        }

        @Test
        void aMatchLacksNothing() {
            assertThat(allowing("{to: [{operation: {methods: [POST]}}]}").missing(web))
                    .isEmpty();
        }

        @Test
        void aPolicyWithoutRulesLacksThem() {
            assertThat(CompiledRule.never("n", ORIGIN).missing(web))
                    .containsExactly(new Mismatch("the policy has no rules", "", ""));
        }

        @Test
        void anAuthorizerIsAskedByTheRuleItGuards() {
            ExternalRule asked = new ExternalRule(rule, "opa");
            RbacInput other = call(Optional.of("cluster.local/ns/qux/sa/web")).toBuilder()
                    .http(new RbacInput.Http("GET", "app.example", "/", List.of(), Optional.empty()))
                    .build();

            assertThat(asked.provider()).hasValue("opa");
            assertThat(asked.name()).isEqualTo("ns[foo]-policy[p]-rule[0]");
            assertThat(asked.origin()).isEqualTo(ORIGIN);
            assertThat(asked.matches(web)).isFalse();
            assertThat(asked.matches(other)).isTrue();
            assertThat(asked.missing(web)).hasSize(2);
            assertThat(Mismatch.text(asked.mismatches(web), "; ")).contains("from[0].source.namespaces");
            assertThat(asked.tests(web)).extracting(PolicyTest::path).contains("from[1].source.namespaces");
        }
    }

    @Nested
    class Tests {
        private static List<String> made(String rule) {
            return allowing(rule).tests(call(Optional.of("cluster.local/ns/bar/sa/web"))).stream()
                    .map(test -> test.path() + " " + test.values() + (test.negated() ? " not " : " ") + test.holds())
                    .toList();
        }

        @Test
        void endWithTheFirstThatFailsInEachAlternative() {
            assertThat(
                            made(
                                    "{from: [{source: {namespaces: [baz], ipBlocks: [10.0.0.0/8]}},"
                                            + " {source: {principals: ['*'], namespaces: [qux]}}], to: [{operation: {ports: ['80']}}]}"))
                    .containsExactly(
                            "from[0].source.namespaces [baz] false",
                            "from[1].source.principals [*] true",
                            "from[1].source.namespaces [qux] false");
        }

        @Test
        void goOnWithTheOperationWhereTheCallerMatches() {
            assertThat(made("{from: [{source: {namespaces: [bar]}}, {source: {namespaces: [qux]}}],"
                            + " to: [{operation: {notMethods: [POST]}}, {operation: {ports: ['8080']}}]}"))
                    .containsExactly(
                            "from[0].source.namespaces [bar] true",
                            "to[0].operation.notMethods [POST] not false",
                            "to[1].operation.ports [8080] true");
        }
    }

    @Test
    void conditionsAboutTheDestinationAreAlternativesOfTheOperation() {
        CompiledRule rule = allowing("{when: [{key: destination.port, values: ['80']}, {key: source.ip, values:"
                + " [10.0.0.0/8]}, {key: connection.sni, notValues: [a]}]}");

        assertThat(rule.operations().get(0))
                .extracting(FieldCondition::path)
                .containsExactly("when[0] destination.port values", "when[2] connection.sni notValues");
        assertThat(rule.callers().get(0)).extracting(FieldCondition::path).containsExactly("when[1] source.ip values");
    }
}
