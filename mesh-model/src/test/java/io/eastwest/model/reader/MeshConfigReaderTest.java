package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetwork;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.mesh.NetworkEndpoints;
import io.eastwest.model.istio.mesh.NetworkGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeshConfigReaderTest {
    @Test
    void bothSpellingsOfAFieldAreTheSame() {
        String proto = """
                trust_domain: east.example
                mesh_mTLS: {min_protocol_version: TLSV1_3}
                outbound_traffic_policy: {mode: REGISTRY_ONLY}
                default_http_retry_policy: {per_try_timeout: 2s}
                proxy_listen_port: "15001"
                """;
        String json = """
                trustDomain: east.example
                meshMTLS: {minProtocolVersion: TLSV1_3}
                outboundTrafficPolicy: {mode: REGISTRY_ONLY}
                defaultHttpRetryPolicy: {perTryTimeout: 2s}
                proxyListenPort: 15001
                """;

        MeshConfig config = MeshConfigReader.readConfig("mesh", proto).orThrow();

        assertThat(config).isEqualTo(MeshConfigReader.readConfig("mesh", json).orThrow());
        assertThat(config.trustDomain()).contains("east.example");
        assertThat(config.proxyListenPort()).hasValue(15001);
        assertThat(config.defaultHttpRetryPolicy().flatMap(retry -> retry.perTryTimeout()))
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void anUnknownFieldIsAWarningAtItsPlace() {
        String text = "trust_domain: a\ndefault_config: {holdApplication: true}\n";

        ReadResult<MeshConfig> read = MeshConfigReader.readConfig("mesh", text);

        assertThat(read.orThrow().trustDomain()).contains("a");
        assertThat(read.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.isError()).isFalse())
                .extracting(Issue::toString)
                .asString()
                .contains("defaultConfig.holdApplication", "[mesh:2:18]", "FIELD_PRUNED");
    }

    @Test
    void theJsonNameWinsAndTheOtherIsUnknown() {
        ReadResult<MeshConfig> read = MeshConfigReader.readConfig("mesh", "{trustDomain: a, trust_domain: b}");

        assertThat(read.orThrow().trustDomain()).contains("a");
        assertThat(read.issues())
                .extracting(Issue::message)
                .singleElement()
                .asString()
                .contains("unknown field");
    }

    @Test
    void anEmptyTextIsAnEmptyConfiguration() {
        assertThat(MeshConfigReader.readConfig("mesh", "").orThrow()).isEqualTo(MeshConfig.empty());
        assertThat(MeshConfigReader.readNetworks("meshNetworks", "# none").orThrow())
                .isEqualTo(MeshNetworks.empty());
    }

    @Test
    void networksAreReadByName() {
        MeshNetworks networks =
                MeshConfigReader.readNetworks("meshNetworks", """
                        networks:
                          network-1:
                            endpoints: [{from_registry: cluster-1}]
                            gateways: [{registry_service_name: gw.istio-system.svc.cluster.local, port: 15443}]
                        """).orThrow();

        assertThat(networks)
                .isEqualTo(MeshNetworks.of(
                        "network-1",
                        MeshNetwork.builder()
                                .addEndpoint(NetworkEndpoints.fromRegistry("cluster-1"))
                                .addGateway(NetworkGateway.service("gw.istio-system.svc.cluster.local", 15443))
                                .build()));
    }

    @Test
    void settingsOfOneProxyAreReadFromItsAnnotation() {
        MeshProxyConfig config = MeshConfigReader.readProxyConfig(
                        "proxy.istio.io/config", "{concurrency: 0, gatewayTopology: {num_trusted_proxies: 1}}")
                .orThrow();

        assertThat(config.concurrency()).hasValue(0);
        assertThat(config.gatewayTopology().orElseThrow().numTrustedProxies()).hasValue(1);
    }

    @Test
    void wrongTypesAndUnknownWordsAreErrors() {
        ReadResult<MeshConfig> read = MeshConfigReader.readConfig(
                "mesh", "enableAutoMtls: 'yes'\noutboundTrafficPolicy: {mode: ALLOW}\nconnectTimeout: 10\n");

        assertThat(read.value()).isEmpty();
        assertThat(read.issues())
                .extracting(issue -> issue.code().name())
                .containsExactly("WRONG_TYPE", "UNKNOWN_ENUM_VALUE", "INVALID_DURATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "{\"a\":", "- "})
    void aTextThatIsTooDeepIsRefusedAndDoesNotOverflowTheStack(String level) {
        ReadResult<MeshConfig> read = MeshConfigReader.readConfig("mesh", "a:\n  " + level.repeat(50_000));

        assertThat(read.issues()).extracting(Issue::code).containsExactly(IssueCode.LIMIT_EXCEEDED);
    }
}
