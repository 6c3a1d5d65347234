package io.eastwest.routing.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.ProxyLeg;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The dumps are what istiod 1.30.3 sends to {@code shop/web-1} for the mesh beside them, in the forms of Envoy and istioctl, without
 * the parts of clusters that nothing compares. Each test changes one of them.
 */
class DriftCheckTest {
    private static final Path FOLDER = Path.of("src/test/resources/drift");
    private static final MeshRouter ROUTER =
            MeshRouter.of(MeshSnapshot.read(FOLDER.resolve("tea")).orThrow());

    private static String dump(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DriftReport check(String... dumps) {
        ProxyDump all = ProxyDump.parse(dumps[0]);
        for (int i = 1; i < dumps.length; i++) {
            all = all.and(ProxyDump.parse(dumps[i]));
        }
        return DriftCheck.of(ROUTER, "c1/shop/web-1", ProxyLeg.OUTBOUND, all);
    }

    private static DriftReport changed(String name, String before, String after) {
        String text = dump(name);
        String other = text.replace(before, after);
        assertThat(other).isNotEqualTo(text);
        return check(other);
    }

    @Test
    void aProxyThatHasWhatIstiodSentIsClean() {
        DriftReport report = check(dump("config_dump.json"));

        assertThat(report.isClean()).isTrue();
        assertThat(report.toText()).isEqualTo("""
                0 differences in 1 route configurations, 6 clusters, endpoints of 3 clusters
                not compared: cluster.alt_stat_name, cluster.eds_cluster_config, cluster.metadata, route.decorator, route.metadata, route.route.max_grpc_timeout, route.route.retry_policy.host_selection_retry_max_attempts, route.route.retry_policy.retry_host_predicate, virtual_host.include_request_attempt_count
                """);
    }

    @Test
    void theFormOfIstioctlSaysTheSame() {
        DriftReport report = check(dump("routes.json"), dump("endpoints.json"));

        assertThat(report.isClean()).isTrue();
        assertThat(report.compared()).isEqualTo("1 route configurations, 0 clusters, endpoints of 3 clusters");
        assertThat(report.notCompared()).contains("endpoints of \"prometheus_stats\"", "route.decorator");
    }

    /** The example of {@code docs/drift.md}. */
    @Test
    void asOnThePage() throws Exception {
        MeshRouter router = ROUTER;
        Path folder = FOLDER;

        ProxyDump dump = ProxyDump.parse(Files.readString(folder.resolve("routes.json")))
                .and(ProxyDump.parse(Files.readString(folder.resolve("endpoints.json"))));
        DriftReport report = DriftCheck.of(router, "c1/shop/web-1", ProxyLeg.OUTBOUND, dump);
        String lines = report.toText();

        assertThat(lines).startsWith("0 differences in 1 route configurations, 0 clusters, endpoints of 3 clusters");
    }

    @Nested
    class Routes {
        private static final String HOST = "route 80 > tea.shop.svc.cluster.local:80";

        private void differs(String before, String after, String line) {
            assertThat(changed("config_dump.json", before, after).differences())
                    .extracting(Drift::toString)
                    .containsExactly(line);
        }

        @Test
        void shareCallsOtherwise() {
            differs(
                    "\"weight\": 90",
                    "\"weight\": 80",
                    HOST + " > split > action: expected 90 to outbound|80|v1|tea.shop.svc.cluster.local,"
                            + " 10 to outbound|80|v2|tea.shop.svc.cluster.local but was"
                            + " 80 to outbound|80|v1|tea.shop.svc.cluster.local,"
                            + " 10 to outbound|80|v2|tea.shop.svc.cluster.local");
        }

        @Test
        void haveOtherSettings() {
            differs(
                    "\"timeout\": \"1.500s\"",
                    "\"timeout\": \"3s\"",
                    HOST + " > split > timeout: expected 1.5s but was 3s");
            differs(
                    "\"num_retries\": 3",
                    "\"num_retries\": 1",
                    HOST + " > deep > retries: expected"
                            + " 3 on 5xx,retriable-status-codes codes [503] each 2s but was"
                            + " 1 on 5xx,retriable-status-codes codes [503] each 2s");
            differs(
                    "\"numerator\": 50000",
                    "\"numerator\": 100000",
                    HOST + " > split > mirrors: expected"
                            + " outbound|80|v2|tea.shop.svc.cluster.local 50000/1000000 but was"
                            + " outbound|80|v2|tea.shop.svc.cluster.local 100000/1000000");
            differs(
                    "\"host_rewrite_literal\": \"other\",",
                    "",
                    HOST + " > deep > rewrite: expected host other, prefix /b but was prefix /b");
            differs(
                    "\"status\": 418",
                    "\"status\": 404",
                    HOST + " > broken > action: expected answer 418 but was answer 404");
            differs(
                    "\"response_code\": \"FOUND\"",
                    "\"response_code\": \"SEE_OTHER\"",
                    HOST + " > moved > action:"
                            + " expected redirect 302 host tea.example.com path /new"
                            + " but was redirect 303 host tea.example.com path /new");
        }

        @Test
        void matchOtherRequests() {
            differs(
                    "\"path\": \"/old\"",
                    "\"prefix\": \"/old\"",
                    HOST + " > moved > match: expected path exact /old" + " but was path prefix /old");
            differs(
                    "\"exact\": \"1\"",
                    "\"contains\": \"1\", \"ignore_case\": true",
                    HOST + " > broken > match:"
                            + " expected path prefix /broken, header x-no present, header x-test exact \"1\""
                            + " but was path prefix /broken, header x-no present, header x-test in any case contains \"1\"");
        }

        @Test
        void areMissingOrMore() {
            DriftReport report = changed("routes.json", "\"name\": \"deep\"", "\"name\": \"deeper\"");

            assertThat(report.differences())
                    .extracting(Drift::toString)
                    .containsExactly(HOST + " > deep > name: expected deep but was deeper");
            assertThat(check(dump("routes.json")
                                    .replace("\"name\": \"deep\"", "\"name\": \"deeper\"")
                                    .replace("/a/[0-9]+", "/c"))
                            .differences())
                    .extracting(Drift::kind)
                    .containsExactly(Drift.Kind.MISSING, Drift.Kind.UNEXPECTED);
        }

        @Test
        void answerOtherDomains() {
            assertThat(changed("routes.json", "\"10.96.0.1\"", "\"10.96.0.9\"").differences())
                    .singleElement()
                    .satisfies(drift -> assertThat(drift.path()).isEqualTo(HOST + " > domains"));
        }

        @Test
        void belongToNoVirtualHostOrConfiguration() {
            assertThat(changed(
                                    "routes.json",
                                    "\"name\": \"allow_any\",\n    \"domains\"",
                                    "\"name\": \"block_all\",\n    \"domains\"")
                            .differences())
                    .extracting(Drift::toString)
                    .containsExactly(
                            "route 80 > allow_any: missing virtual host",
                            "route 80 > block_all: unexpected virtual host");
            assertThat(changed("routes.json", "\"name\": \"80\"", "\"name\": \"8081\"")
                            .differences())
                    .extracting(Drift::toString)
                    .containsExactly(
                            "route 8081: unexpected route configuration", "route 80: missing route configuration");
        }

        @Test
        void madeByTheProxyItselfAreNotCompared() {
            DriftReport report = check(dump("routes.json"), """
                    [{"name": "inbound|8080||", "virtualHosts": [{"name": "inbound|http|80", "domains": ["*"]}]}]
                    """);

            assertThat(report.isClean()).isTrue();
            assertThat(report.notCompared()).contains("route configuration \"inbound|8080||\"");
        }
    }

    @Nested
    class RouteOrder {
        @Test
        void isPartOfTheAnswer() throws Exception {
            var mapper = JsonMapper.builder().build();
            var tree = mapper.readTree(dump("routes.json"));
            var routes = (ArrayNode) tree.get(0).get("virtualHosts").get(0).get("routes");
            routes.add(routes.remove(0));

            assertThat(check(mapper.writeValueAsString(tree)).differences())
                    .extracting(Drift::kind)
                    .containsExactly(Drift.Kind.REORDERED);
        }
    }

    @Nested
    class ClustersAndEndpoints {
        private void differs(String before, String after, String... lines) {
            assertThat(changed("config_dump.json", before, after).differences())
                    .extracting(Drift::toString)
                    .containsExactly(lines);
        }

        @Test
        void haveOtherSettings() {
            DriftReport report = changed("config_dump.json", "\"interval\": \"15s\"", "\"interval\": \"10s\"");

            assertThat(report.differences())
                    .hasSize(3)
                    .allSatisfy(drift -> assertThat(drift.toString())
                            .matches(
                                    "cluster outbound\\|80\\|(v[12])?\\|tea\\.shop\\.svc\\.cluster\\.local > outlierDetection:"
                                            + " expected .*interval=15s.* but was .*interval=10s.*"));
        }

        @Test
        void areOthers() {
            DriftReport report =
                    changed("config_dump.json", "\"name\": \"outbound|80|v2|", "\"name\": \"outbound|80|v3|");

            assertThat(report.differences())
                    .extracting(Drift::toString)
                    .contains(
                            "cluster outbound|80|v3|tea.shop.svc.cluster.local: unexpected cluster",
                            "cluster outbound|80|v2|tea.shop.svc.cluster.local: missing cluster");
        }

        @Test
        void answerElsewhere() {
            assertThat(changed("endpoints.json", "\"10.1.0.1\"", "\"10.1.0.7\"").differences())
                    .extracting(Drift::toString)
                    .containsExactly(
                            "endpoints outbound|80||tea.shop.svc.cluster.local: missing 10.1.0.1:8080 in r1/z1, priority 0,"
                                    + " weight 1",
                            "endpoints outbound|80||tea.shop.svc.cluster.local: unexpected 10.1.0.7:8080 in r1/z1,"
                                    + " priority 0, weight 1",
                            "endpoints outbound|80|v1|tea.shop.svc.cluster.local: missing 10.1.0.1:8080 in r1/z1,"
                                    + " priority 0, weight 1",
                            "endpoints outbound|80|v1|tea.shop.svc.cluster.local: unexpected 10.1.0.7:8080 in r1/z1,"
                                    + " priority 0, weight 1");
        }

        @Test
        void haveAnotherPriority() {
            differs(
                    "\"priority\": 1",
                    "\"priority\": 0",
                    "endpoints outbound|80||tea.shop.svc.cluster.local: missing 10.1.0.2:8080 in r1/z2, priority 1, weight 1",
                    "endpoints outbound|80||tea.shop.svc.cluster.local: unexpected 10.1.0.2:8080 in r1/z2, priority 0,"
                            + " weight 1",
                    "endpoints outbound|80||tea.shop.svc.cluster.local > groups: missing r1/z2, priority 1, weight 1",
                    "endpoints outbound|80||tea.shop.svc.cluster.local > groups: unexpected r1/z2, priority 0, weight 1");
        }
    }

    @Nested
    class Dumps {
        @ParameterizedTest
        @ValueSource(strings = {"", "{", "[1]", "{}", "{\"configs\": 1}", "\"text\"", "[] []", "{\"a\": 1, \"a\": 2}"})
        void thatAreNoneAreRefused(String text) {
            assertThatExceptionOfType(InvalidResourceException.class)
                    .isThrownBy(() -> ProxyDump.parse(text))
                    .withMessageContaining("the dump is");
        }

        @Test
        void sayWhereTheyAreNoJson() {
            assertThatExceptionOfType(InvalidResourceException.class)
                    .isThrownBy(() -> ProxyDump.parse("[\n  {\"a\" 1}]"))
                    .withMessageContaining("is no JSON at line 2, column 8");
        }

        @Test
        void areNotDeep() {
            assertThatExceptionOfType(InvalidResourceException.class)
                    .isThrownBy(() -> ProxyDump.parse("[".repeat(100_000)));
        }

        @Test
        void ofListenersHaveNothingThatIsCompared() {
            DriftReport report = check("[{\"name\": \"virtualOutbound\", \"trafficDirection\": \"OUTBOUND\"}]");

            assertThat(report.toText())
                    .isEqualTo("0 differences in 0 route configurations, 0 clusters, endpoints of 0 clusters\n");
        }

        @Test
        void tellWhatTheyHave() {
            assertThat(ProxyDump.parse(dump("config_dump.json")))
                    .hasToString("dump of 1 route configurations, 6 clusters and the endpoints of 3");
        }
    }

    @Test
    void theProxyMustBeOfTheMesh() {
        ProxyDump dump = ProxyDump.parse("[]");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DriftCheck.of(ROUTER, "c1/shop/nobody", ProxyLeg.OUTBOUND, dump));
    }
}
