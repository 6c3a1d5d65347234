package io.eastwest.model.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationRuleSchemaTest {
    private static List<String> lines(String spec) {
        return SchemaLines.of("networking.istio.io/v1", "DestinationRule", spec);
    }

    @Test
    void takesWhatIsInBounds() {
        assertThat(lines("""
                        host: a
                        workloadSelector: {matchLabels: {app: a}}
                        trafficPolicy:
                          loadBalancer:
                            consistentHash: {useSourceIp: false, ringHash: {minimumRingSize: 0}, minimumRingSize: 5}
                            warmup: {duration: 1ms, minimumPercent: 100, aggression: 0.5}
                          connectionPool: {tcp: {connectTimeout: 1h, idleTimeout: 0s}, http: {}}
                          outlierDetection: {consecutive5xxErrors: 0, interval: null}
                          retryBudget: {percent: 0, minRetryConcurrency: 0}
                        subsets: [{name: "", trafficPolicy: {}}]
                        """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            connectionPool: {tcp: {connectTimeout: 0s}} | connectionPool.tcp.connectTimeout: must be a duration of 1ms or more but was "0s"; use a duration such as 10s or 500ms [f.yaml:6:58] DURATION_TOO_FINE
            connectionPool: {tcp: {tcpKeepalive: {probes: -1}}} | connectionPool.tcp.tcpKeepalive.probes: must be 0 to 4294967295 but was -1; use a number in range [f.yaml:6:65] NUMBER_OUT_OF_BOUNDS
            loadBalancer: {simple: RANDOM, consistentHash: {}} | loadBalancer: at most one of simple, consistentHash may be set; remove all but one of them [f.yaml:6:33] ONEOF_CONFLICT
            loadBalancer: {consistentHash: {httpHeaderName: "", useSourceIp: false, ringHash: {}}} | loadBalancer.consistentHash: at most one of httpHeaderName, useSourceIp may be set; remove all but one of them [f.yaml:6:50] ONEOF_CONFLICT
            loadBalancer: {consistentHash: {maglev: {}, ringHash: {}}} | loadBalancer.consistentHash: at most one of ringHash, maglev may be set; remove all but one of them [f.yaml:6:50] ONEOF_CONFLICT
            loadBalancer: {consistentHash: {maglev: {tableSize: -5}}} | loadBalancer.consistentHash.maglev.tableSize: must be 0 or more but was -5; use a number in range [f.yaml:6:71] NUMBER_OUT_OF_BOUNDS
            loadBalancer: {localityLbSetting: {distribute: [{from: a, to: {"b/*": -1}}]}} | loadBalancer.localityLbSetting.distribute[0].to["b/*"]: must be 0 to 4294967295 but was -1; use a number in range [f.yaml:6:89] NUMBER_OUT_OF_BOUNDS
            loadBalancer: {warmup: {duration: 10s, minimumPercent: 100.5}} | loadBalancer.warmup.minimumPercent: must be 0 to 100 but was 100.5; use a number in range [f.yaml:6:74] NUMBER_OUT_OF_BOUNDS
            """)
    void refusesWhatIsNot(String policy, String line) {
        String prefix = "ERROR DestinationRule/shop/a spec.trafficPolicy.";

        assertThat(lines("host: a\ntrafficPolicy: {" + policy.strip() + "}\n")).containsExactly(prefix + line.strip());
    }

    @Test
    void looksIntoSubsetsAndPorts() {
        assertThat(lines("""
                        host: a
                        trafficPolicy:
                          portLevelSettings: [{port: {number: 80}, outlierDetection: {interval: 1us}}]
                        subsets: [{name: v1, trafficPolicy: {retryBudget: {percent: 101}}}]
                        """))
                .containsExactly(
                        "ERROR DestinationRule/shop/a spec.trafficPolicy.portLevelSettings[0].outlierDetection.interval:"
                                + " must be a duration of 1ms or more but was \"1us\"; use a duration such as 10s or 500ms"
                                + " [f.yaml:7:75] DURATION_TOO_FINE",
                        "ERROR DestinationRule/shop/a spec.subsets[0].trafficPolicy.retryBudget.percent: must be 0 to 100"
                                + " but was 101; use a number in range [f.yaml:8:63] NUMBER_OUT_OF_BOUNDS");
    }

    @Test
    void selectsByNamesAndValuesWithoutWildcards() {
        assertThat(lines("{host: a, workloadSelector: {matchLabels: {\"a*\": b, c: \"*\", \"\": d, e: " + "f".repeat(64)
                        + "}}}"))
                .containsExactly(
                        "ERROR DestinationRule/shop/a spec.workloadSelector.matchLabels[\"a*\"]: name of a label must not"
                                + " contain a wildcard; name one label [f.yaml:4:56] LABEL_INVALID",
                        "ERROR DestinationRule/shop/a spec.workloadSelector.matchLabels.c: must not contain a wildcard but"
                                + " was \"*\"; name one value [f.yaml:4:62] LABEL_INVALID",
                        "ERROR DestinationRule/shop/a spec.workloadSelector.matchLabels[\"\"]: name of a label must not be"
                                + " empty; name one label [f.yaml:4:71] LABEL_INVALID",
                        "ERROR DestinationRule/shop/a spec.workloadSelector.matchLabels.e: must have at most 63 characters"
                                + " but has 64; shorten it [f.yaml:4:77] TEXT_TOO_LONG");
    }
}
