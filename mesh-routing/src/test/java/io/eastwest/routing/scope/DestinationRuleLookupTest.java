package io.eastwest.routing.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.routing.fixture.Meshes;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which namespace and which host a rule is taken from: load-balancing.md 1.1, 1.3, 1.4, 10. */
class DestinationRuleLookupTest {
    private static String spec(String host, String exportTo, String... subsets) {
        return "{host: " + host + (exportTo.isEmpty() ? "" : ", exportTo: [" + exportTo + "]") + ", subsets: [{name: "
                + String.join("}, {name: ", subsets) + "}]}";
    }

    @Nested
    class Hosts {
        @ParameterizedTest
        @CsvSource({
            "api, '-: v1'",
            "api.shop, none",
            "api.shop.svc, none",
            "api.shop.svc.cluster.local, '-: v1'",
            "'\"*.shop.svc.cluster.local\"', '-: v1'",
            "'\"*.local\"', '-: v1'",
            "'\"*\"', '-: v1'",
            "other, none"
        })
        void withoutADotBelongToTheNamespaceAndOthersAreTakenLiterally(String host, String seen) {
            assertThat(new RuleLookup().rule("shop", spec(host, "", "v1")).seenBy("shop"))
                    .isEqualTo(seen);
        }

        @Test
        void ofTheMostSpecificRuleWinWithinANamespace() {
            RuleLookup rules = new RuleLookup()
                    .rule("shop", spec("'*.local'", "", "a"))
                    .rule("shop", spec("'*.shop.svc.cluster.local'", "", "b"));

            assertThat(rules.seenBy("shop")).isEqualTo("-: b");
            assertThat(rules.rule("shop", spec("api", "", "c")).seenBy("shop")).isEqualTo("-: c");
        }

        @Test
        void thatAreHiddenHideWiderOnesOfTheirNamespace() {
            RuleLookup rules = new RuleLookup()
                    .rule("shop", spec("'*.local'", "'*'", "a"))
                    .rule("shop", spec("api", "ns9, ns8", "b"));

            assertThat(rules.seenBy("ns1")).isEqualTo("none");
            assertThat(rules.seenBy("ns9")).isEqualTo("-: b");
        }
    }

    @Nested
    class Namespaces {
        @Test
        void ofTheClientComeFirstHoweverWideTheirHost() {
            RuleLookup rules =
                    new RuleLookup().rule("web", spec("'*.local'", "", "wide")).rule("shop", spec("api", "", "exact"));

            assertThat(rules.seenBy("web")).isEqualTo("-: wide");
            assertThat(rules.seenBy("ns1")).isEqualTo("-: exact");
        }

        @Test
        void ofTheServiceComeBeforeTheRoot() {
            RuleLookup rules = new RuleLookup()
                    .rule("istio-system", spec("'*.local'", "", "root"))
                    .rule("shop", spec("'*.local'", "", "shop"));

            assertThat(rules.seenBy("web")).isEqualTo("-: shop");
            assertThat(new RuleLookup()
                            .rule("istio-system", spec("'*.local'", "", "root"))
                            .seenBy("web"))
                    .isEqualTo("-: root");
        }

        @Test
        void ofTheClientAreNotLeftAgainWhenNoRuleFitsTheWorkload() {
            RuleLookup rules = new RuleLookup()
                    .rule("web", "{host: api.shop.svc.cluster.local, workloadSelector: {matchLabels: {app: x}}}")
                    .rule("shop", spec("api", "", "v1"));

            assertThat(rules.seenBy("web")).isEqualTo("none");
            assertThat(rules.seenBy("web", "app", "x")).isEqualTo("-: ");
        }

        @Test
        void ofTheRootKeepRulesForWorkloadsToThemselves() {
            RuleLookup rules = new RuleLookup()
                    .rule("istio-system", "{host: '*.local', workloadSelector: {matchLabels: {app: x}}}");

            assertThat(rules.seenBy("web", "app", "x")).isEqualTo("none");
            assertThat(rules.seenBy("istio-system", "app", "x")).isEqualTo("-: ");
            assertThat(rules.seenBy("istio-system", "app", "y")).isEqualTo("none");
        }

        @Test
        void ofTheRootGiveItsOwnPodsPublicRulesLast() {
            RuleLookup rules = new RuleLookup()
                    .rule("istio-system", spec("'*.local'", "", "public"))
                    .rule("shop", spec("api", "", "shop"));

            assertThat(rules.seenBy("istio-system")).isEqualTo("-: shop");
            assertThat(rules.rule("istio-system", spec("'*.local'", ".", "private"))
                            .seenBy("istio-system"))
                    .isEqualTo("-: private");
        }

        @Test
        void thatAreNeitherOfTheClientNorOfTheServiceNorRootAreNotAsked() {
            assertThat(new RuleLookup()
                            .rule("other", spec("api.shop.svc.cluster.local", "'*'", "v1"))
                            .seenBy("web"))
                    .isEqualTo("none");
        }
    }

    /** The rules of upstream's own test of exports. */
    @Nested
    class Exports {
        @ParameterizedTest
        @CsvSource({
            "test1, test2, '-: s1 s2'",
            "newNS, test2, '-: s3 s4'",
            "ns1, test1, '-: s1 s2'",
            "ns1, random, '-: s7 s8'",
            "test5, test4, '-: s7 s8'",
            "istio-system, random, '-: s9 s10'"
        })
        void decideBetweenNamespaces(String client, String service, String seen) {
            RuleLookup rules = new RuleLookup()
                    .rule("test1", spec("httpbin.org", "., ns1", "s1", "s2"))
                    .rule("test2", spec("httpbin.org", "test2, ns1, test1, newNS", "s3", "s4"))
                    .rule("test3", spec("httpbin.org", "test1, test2, '*'", "s5", "s6"))
                    .rule("test4", spec("httpbin.org", "test4", "s15", "s16"))
                    .rule("istio-system", spec("httpbin.org", "", "s7", "s8"))
                    .rule("istio-system", spec("httpbin.org", ".", "s9", "s10"))
                    .service("httpbin.org", service);

            assertThat(rules.seenBy(client)).isEqualTo(seen);
        }

        @Test
        void toTheRootNamespaceCountForServicesOfTheRulesNamespaceAlone() {
            RuleLookup rules = new RuleLookup().rule("test5", spec("api.test.com", "istio-system", "v1"));

            assertThat(rules.service("api.test.com", "test5").seenBy("istio-system"))
                    .isEqualTo("-: v1");
            assertThat(rules.service("api.test.com", "test7").seenBy("istio-system"))
                    .isEqualTo("none");
        }

        @Test
        void ofTheMeshMakeRulesPrivateOnlyByADot() {
            RuleLookup rules = new RuleLookup().rule("shop", spec("api", "", "v1"));

            rules.mesh(
                    MeshConfig.builder().addDefaultDestinationRuleExportTo(".").build());
            assertThat(rules.seenBy("web")).isEqualTo("none");
            assertThat(rules.seenBy("shop")).isEqualTo("-: v1");

            rules.mesh(MeshConfig.builder()
                    .addDefaultDestinationRuleExportTo("ns1")
                    .build());
            assertThat(rules.seenBy("web")).isEqualTo("-: v1");
        }

        @Test
        void ofTheMeshToEverybodyAreNoExportOfTheRule() {
            RuleLookup rules = new RuleLookup()
                    .mesh(MeshConfig.builder()
                            .addDefaultDestinationRuleExportTo("*")
                            .build())
                    .rule("shop", spec("api", "", "a"))
                    .rule("shop", spec("api", "'*'", "b"));

            assertThat(rules.seenBy("web")).isEqualTo("-: b");
        }
    }

    @Nested
    class UnderASidecar {
        @Test
        void rulesOfTheRootHoldThoughItIsNotImported() {
            SmallMesh mesh = SmallMesh.of(
                    SmallMesh.service("stock/api", 2, "http 80"),
                    SmallMesh.service("web/web", 1, "http 80"),
                    SmallMesh.istio("Sidecar", "web/default", "{egress: [{hosts: [stock/*]}]}"),
                    SmallMesh.istio(
                            "DestinationRule",
                            "istio-system/all",
                            "{host: '*.local', trafficPolicy: {loadBalancer: {simple: RANDOM}}}"));
            ProxyAnswer answer = mesh.sidecar(
                    "web/web-1",
                    "10.96.0.2:80",
                    Optional.empty(),
                    Optional.of(SmallMesh.request("GET", "api.stock", "/")));

            assertThat(answer.clusters()
                            .get(0)
                            .cluster()
                            .orElseThrow()
                            .loadBalancing()
                            .name())
                    .isEqualTo("RANDOM");
        }
    }

    @Test
    void theOldestRuleIsTheBaseWhateverItsName() {
        RuleLookup rules = new RuleLookup().service(Meshes.HOST, "shop");
        rules.named("shop", "b", "{host: api, trafficPolicy: {connectionPool: {tcp: {maxConnections: 2}}}}");
        rules.named("shop", "a", "{host: api, trafficPolicy: {connectionPool: {tcp: {maxConnections: 1}}}}");

        assertThat(rules.seenBy("shop")).isEqualTo("2: ");
    }
}
