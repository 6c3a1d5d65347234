package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProtoJsonTextTest {
    private static String rewrite(String text) {
        return ProtoJsonText.rewrite(text, MeshConfig.class);
    }

    @Nested
    class NamesOfProtocolBuffers {
        @Test
        void becomeNamesOfJsonAndKeepTheirPlace() {
            String text = """
                    trust_domain: east.example   # stays
                    default_config:
                      proxy_metadata: {some_key: a}
                      tracing: {max_path_tag_length: 5, zipkin: {some_address: b}}
                    "outbound_traffic_policy": {mode: ALLOW_ANY}
                    """;

            assertThat(rewrite(text)).isEqualTo("""
                            trustDomain : east.example   # stays
                            defaultConfig :
                              proxyMetadata : {some_key: a}
                              tracing: {maxPathTagLength   : 5, zipkin: {some_address: b}}
                            outboundTrafficPolicy    : {mode: ALLOW_ANY}
                            """);
        }

        @ParameterizedTest
        @CsvSource({
            "mesh_mTLS, meshMTLS",
            "h2_upgrade_policy, h2UpgradePolicy",
            "trust_domain_aliases, trustDomainAliases",
            "default_http_retry_policy, defaultHttpRetryPolicy",
            "ca, ca",
            "trustDomain, trustDomain",
            "trust_Domain, trust_Domain",
        })
        void followOneRule(String protoName, String jsonName) {
            assertThat(ProtoFields.jsonName(protoName)).isEqualTo(jsonName);
            assertThat(rewrite(protoName + ": x").replace(" ", "")).isEqualTo(jsonName + ":x");
        }

        @Test
        void areFoundInListsMapsMessagesOfOtherPackagesAndChoices() {
            assertThat(rewrite("default_http_retry_policy: {per_try_timeout: 1s}"))
                    .isEqualTo("defaultHttpRetryPolicy   : {perTryTimeout  : 1s}");
            assertThat(rewrite("extensionProviders: [{envoy_ext_authz_http: {fail_open: true}}]"))
                    .isEqualTo("extensionProviders: [{envoyExtAuthzHttp   : {failOpen : true}}]");
            assertThat(ProtoJsonText.rewrite(
                            "networks: {a_b: {endpoints: [{from_registry: c_d}]}}", MeshNetworks.class))
                    .isEqualTo("networks: {a_b: {endpoints: [{fromRegistry : c_d}]}}");
        }

        @Test
        void giveWayToTheNameOfJsonBesideThem() {
            String text = "{trust_domain: a, trustDomain: b}";

            assertThat(rewrite(text)).isEqualTo(text);
        }

        @Test
        void thatAreUnknownStayAsTheyAre() {
            assertThat(rewrite("no_such_field: {trust_domain: a}")).isEqualTo("no_such_field: {trust_domain: a}");
        }

        @Test
        void standBehindCharactersOutsideTheBasicPlane() {
            assertThat(rewrite("{trustDomain: \uD83D\uDE00, root_namespace: a}"))
                    .isEqualTo("{trustDomain: \uD83D\uDE00, rootNamespace : a}");
        }
    }

    @Nested
    class QuotedNumbers {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "proxyListenPort: '15001' | proxyListenPort: 15001",
                    "proxy_http_port: \"0\" | proxyHttpPort  : 0",
                    "defaultConfig: {tracing: {sampling: '0.5'}} | defaultConfig: {tracing: {sampling: 0.5  }}",
                })
        void loseTheirQuotesWhereANumberIsExpected(String text, String rewritten) {
            assertThat(rewrite(text).stripTrailing()).isEqualTo(rewritten);
        }

        @ParameterizedTest
        @ValueSource(strings = {"trustDomain: '15001'", "proxyListenPort: 'a1'", "accessLogFile: '1'"})
        void stayElsewhere(String text) {
            assertThat(rewrite(text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: [", "", "# nothing", "- trust_domain: a", "trust_domain", "a: &x [*x]", "a: *b"})
    void whatIsNoMessageIsLeftAlone(String text) {
        assertThat(rewrite(text)).isEqualTo(text);
    }

    @Test
    void aliasesAreFollowedOnce() {
        assertThat(rewrite("localityLbSetting: &a {failover_priority: [x]}\nca: *a"))
                .isEqualTo("localityLbSetting: &a {failoverPriority : [x]}\nca: *a");
    }
}
