package io.eastwest.routing.security;

import static io.eastwest.routing.security.SecuredApp.AUTO;
import static io.eastwest.routing.security.SecuredApp.HTTP;
import static io.eastwest.routing.security.SecuredApp.TCP;
import static io.eastwest.routing.security.SecuredApp.WEB;
import static io.eastwest.routing.security.SecuredApp.by;
import static io.eastwest.routing.security.SecuredApp.get;
import static io.eastwest.routing.security.SecuredApp.plain;
import static io.eastwest.routing.security.SecuredApp.policy;
import static io.eastwest.routing.security.SecuredApp.tcpBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AuthorizationExamplesTest {
    private static final String OTHER = "cluster.local/ns/baz/sa/job";
    private static final String ONLY_GET_BY_WEB =
            "{rules: [{from: [{source: {principals: [" + WEB + "]}}], to: [{operation: {methods: [GET]}}]}]}";

    private static SecuredApp allow(String rule) {
        return SecuredApp.under(policy("p", "{rules: [" + rule + "]}"));
    }

    private static SecuredApp deny(String rule) {
        return SecuredApp.under(policy("p", "{action: DENY, rules: [" + rule + "]}"));
    }

    private static SecuredApp from(String source) {
        return allow("{from: [{source: {" + source + "}}]}");
    }

    private static SecuredApp to(String operation) {
        return allow("{to: [{operation: {" + operation + "}}]}");
    }

    @Nested
    class Allowing {
        @Test
        void principalAndMethodMustBothMatch() {
            SecuredApp app = SecuredApp.under(policy("p", ONLY_GET_BY_WEB));

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
            assertThat(app.http(by(WEB), get("/").method("POST"))).isEqualTo("403");
            assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("403");
        }

        @Test
        void aRuleWithHttpFieldsIsDroppedOnTcpAndThePolicyStays() {
            assertThat(SecuredApp.under(policy("p", ONLY_GET_BY_WEB)).tcp(tcpBy(WEB)))
                    .isEqualTo("closed");
        }

        @Test
        void otherRulesOfThePolicyStayOnTcp() {
            SecuredApp app = allow("{to: [{operation: {paths: [/a]}}]}, {from: [{source: {namespaces: [bar]}}]}");

            assertThat(app.tcp(tcpBy(WEB))).isEqualTo("ok");
            assertThat(app.tcp(tcpBy(OTHER))).isEqualTo("closed");
        }

        @Test
        void nothingIsAllowedWithoutRules() {
            SecuredApp app = SecuredApp.under(policy("p", "{}"));

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(app.tcp(tcpBy(WEB))).isEqualTo("closed");
        }

        @Test
        void anEmptyRuleAllowsEverything() {
            SecuredApp app = SecuredApp.under(policy("istio-system", "nothing", "{}"), policy("p", "{rules: [{}]}"));

            assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("200");
        }

        @Test
        void policiesOfRootAndOwnNamespaceAddUp() {
            SecuredApp app = SecuredApp.under(
                    policy("istio-system", "nothing", "{}"),
                    policy("p", "{rules: [{from: [{source: {namespaces: [bar]}}]}]}"));

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
            assertThat(app.http(by(OTHER), get("/"))).isEqualTo("403");
        }

        @Test
        void onlyTriedPoliciesAllowEverybody() {
            String tried = policy("p", "{rules: [{from: [{source: {namespaces: [baz]}}]}]}")
                    .replace("namespace: foo}", "namespace: foo, annotations: {istio.io/dry-run: 'true'}}");

            assertThat(SecuredApp.under(tried).http(by(WEB), get("/"))).isEqualTo("200");
        }

        @Test
        void aTrialThatIsNotSpelledLikeABooleanIsInForce() {
            String odd = policy("p", "{rules: [{from: [{source: {namespaces: [baz]}}]}]}")
                    .replace("namespace: foo}", "namespace: foo, annotations: {istio.io/dry-run: 'yes'}}");

            assertThat(SecuredApp.under(odd).http(by(WEB), get("/"))).isEqualTo("403");
        }
    }

    @Nested
    class Denying {
        @Test
        void onlyHttpFieldsDenyAllOfTcp() {
            SecuredApp app = deny("{to: [{operation: {methods: [POST]}}]}");

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
            assertThat(app.http(by(WEB), get("/").method("POST"))).isEqualTo("403");
            assertThat(app.tcp(tcpBy(WEB))).isEqualTo("closed");
        }

        @Test
        void aPortLimitsWhatIsDeniedOnTcp() {
            assertThat(deny("{to: [{operation: {methods: [POST], ports: ['8080']}}]}")
                            .tcp(tcpBy(WEB)))
                    .isEqualTo("ok");
        }

        @Test
        void aSourceOfHttpAloneBecomesAnybodyOnTcp() {
            SecuredApp app =
                    deny("{from: [{source: {requestPrincipals: [x/y]}}, {source: {namespaces: [baz]}}], to: []}");

            assertThat(app.tcp(tcpBy(WEB))).isEqualTo("closed");
            assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
        }

        @Test
        void plaintextIsWhateverIsNotAPrincipal() {
            SecuredApp app = deny("{from: [{source: {notPrincipals: ['*']}}]}");

            assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("403");
            assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
        }

        @Test
        void denyingWinsOverAllowing() {
            SecuredApp app = SecuredApp.under(
                    policy("all", "{rules: [{}]}"),
                    policy("p", "{action: DENY, rules: [{to: [{operation: {paths: [/secret]}}]}]}"));

            assertThat(app.http(by(WEB), get("/secret?x=1"))).isEqualTo("403");
            assertThat(app.http(by(WEB), get("/"))).isEqualTo("200");
        }

        @Test
        void anUnknownConditionTakesTheRuleAway() {
            assertThat(deny("{when: [{key: source.colour, values: [red]}]}").http(by(WEB), get("/")))
                    .isEqualTo("200");
        }

        @Test
        void auditRefusesNobody() {
            assertThat(SecuredApp.under(policy("p", "{action: AUDIT, rules: [{}]}"))
                            .http(by(WEB), get("/")))
                    .isEqualTo("200");
        }
    }

    @Nested
    class Identities {
        @Test
        void whoIsNotThePrincipalIncludesPlaintext() {
            SecuredApp app = from("notPrincipals: [" + WEB + "]");

            assertThat(app.http(plain(HTTP), get("/"))).isEqualTo("200");
            assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
        }

        @Test
        void principalsAreWrittenWithoutScheme() {
            assertThat(from("principals: ['spiffe://" + WEB + "']").http(by(WEB), get("/")))
                    .isEqualTo("403");
        }

        @Test
        void aStarInTheMiddleOfAPrincipalIsAStar() {
            assertThat(from("principals: ['cluster.local/ns/*/sa/web']").http(by(WEB), get("/")))
                    .isEqualTo("403");
            assertThat(from("principals: ['*/sa/web']").http(by(WEB), get("/"))).isEqualTo("200");
            assertThat(from("principals: ['cluster.local/ns/bar/*']").http(by(WEB), get("/")))
                    .isEqualTo("200");
        }

        @Test
        void aStarInANamespaceStandsForAnything() {
            assertThat(from("namespaces: ['b*r']").http(by(WEB), get("/"))).isEqualTo("200");
            assertThat(from("namespaces: ['b*z']").http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(from("namespaces: ['b.r']").http(by(WEB), get("/"))).isEqualTo("403");
        }

        @Test
        void serviceAccountsWithoutNamespaceAreThoseOfThePolicy() {
            assertThat(from("serviceAccounts: [web]").http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(from("serviceAccounts: [bar/web]").http(by(WEB), get("/")))
                    .isEqualTo("200");
            assertThat(from("serviceAccounts: [web]").http(by("cluster.local/ns/foo/sa/web"), get("/")))
                    .isEqualTo("200");
            assertThat(from("serviceAccounts: [we]").http(by("cluster.local/ns/foo/sa/web"), get("/")))
                    .isEqualTo("403");
        }

        @Test
        void trustDomainsDoNotCrossSlashes() {
            assertThat(from("trustDomains: [cluster.local]").http(by(WEB), get("/")))
                    .isEqualTo("200");
            assertThat(from("trustDomains: ['cluster.*']").http(by(WEB), get("/")))
                    .isEqualTo("200");
            assertThat(from("trustDomains: ['*']").http(by(WEB), get("/"))).isEqualTo("200");
            assertThat(from("trustDomains: ['*']").http(plain(HTTP), get("/"))).isEqualTo("403");
            assertThat(from("trustDomains: ['*/ns/bar/sa/web']").http(by(WEB), get("/")))
                    .isEqualTo("403");
        }

        @Test
        void sourcesAreAlternativesAndFieldsOfOneSourceAreNot() {
            SecuredApp app = allow("{from: [{source: {principals: [" + WEB
                    + "], ipBlocks: [192.168.0.0/16]}}, {source: {namespaces: [baz]}}]}");

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(app.http(by(WEB).sourceAddress("192.168.7.7"), get("/"))).isEqualTo("200");
            assertThat(app.http(by(OTHER), get("/"))).isEqualTo("200");
        }
    }

    @Nested
    class Operations {
        @Test
        void hostsIgnoreCaseAndKeepTheirPort() {
            SecuredApp app = to("hosts: [App.example.com]");

            assertThat(app.http(by(WEB), get("/").authority("app.EXAMPLE.com"))).isEqualTo("200");
            assertThat(app.http(by(WEB), get("/").authority("app.example.com:8080")))
                    .isEqualTo("403");
        }

        @Test
        void pathsAreComparedWithoutQueryAndWithCase() {
            SecuredApp app = to("paths: ['/api/*']");

            assertThat(app.http(by(WEB), get("/api/x?q=1"))).isEqualTo("200");
            assertThat(app.http(by(WEB), get("/api"))).isEqualTo("403");
            assertThat(app.http(by(WEB), get("/API/x"))).isEqualTo("403");
        }

        @Test
        void portsAreThoseOfTheWorkload() {
            assertThat(to("ports: ['80']").http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(to("ports: ['8080']").http(by(WEB), get("/"))).isEqualTo("200");
        }

        @Test
        void excludedPathsAndMethodsAreNegated() {
            SecuredApp app = to("notPaths: [/admin*], notMethods: [DELETE]");

            assertThat(app.http(by(WEB), get("/x"))).isEqualTo("200");
            assertThat(app.http(by(WEB), get("/admin/x"))).isEqualTo("403");
            assertThat(app.http(by(WEB), get("/x").method("DELETE"))).isEqualTo("403");
        }
    }

    @Nested
    class ConditionsOnAttributes {
        private SecuredApp when(String condition) {
            return allow("{when: [{" + condition + "}]}");
        }

        @Test
        void aHeaderThatIsPresentButEmptyIsPresent() {
            SecuredApp app = when("key: 'request.headers[X-Env]', values: ['*']");

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(app.http(by(WEB), get("/").addHeader(new Header("x-env", ""))))
                    .isEqualTo("200");
            assertThat(app.http(by(WEB), get("/").addHeader(new Header("x-env", "a"))))
                    .isEqualTo("200");
        }

        @Test
        void valuesAndExcludedValuesMustBothHold() {
            SecuredApp app = when("key: source.ip, values: [10.0.0.0/8], notValues: [10.0.0.1]");

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
            assertThat(app.http(by(WEB).sourceAddress("10.0.0.2"), get("/"))).isEqualTo("200");
            assertThat(app.http(by(WEB).sourceAddress("11.0.0.2"), get("/"))).isEqualTo("403");
        }

        @Test
        void attributesOfTheConnectionWorkOnTcp() {
            assertThat(when("key: destination.port, values: ['9000']").tcp(plain(TCP)))
                    .isEqualTo("ok");
            assertThat(when("key: destination.port, values: ['9001']").tcp(plain(TCP)))
                    .isEqualTo("closed");
            assertThat(when("key: source.namespace, values: [bar]").tcp(tcpBy(WEB)))
                    .isEqualTo("ok");
            assertThat(when("key: 'request.headers[a]', values: [b]").tcp(tcpBy(WEB)))
                    .isEqualTo("closed");
        }

        @Test
        void bothKindsOfChainOfADetectedPortAreGuarded() {
            SecuredApp app = to("paths: [/ok]");

            assertThat(app.http(plain(AUTO), get("/ok"))).isEqualTo("200");
            assertThat(app.http(plain(AUTO), get("/no"))).isEqualTo("403");
            assertThat(app.tcp(plain(AUTO))).isEqualTo("closed");
        }

        @Test
        void metadataOfOtherFiltersIsNeverThere() {
            SecuredApp app = when("key: 'experimental.envoy.filters.network.mysql_proxy[db.t]', values: ['[select]']");

            assertThat(app.http(by(WEB), get("/"))).isEqualTo("403");
        }
    }
}
