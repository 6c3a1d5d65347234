package io.eastwest.routing.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftReportTest {
    private static final Drift MISSING = Drift.missing("route 80", "prefix /a");
    private static final Drift OTHER = Drift.different("route 80 > timeout", "1s", "2s");

    @Test
    void oneLineTellsEachDifferenceAndTheLastOnesWhatWasCompared() {
        DriftReport report =
                new DriftReport(List.of(MISSING, OTHER), "1 route configurations", List.of("secrets", "tls"));

        assertThat(report.isClean()).isFalse();
        assertThat(report.toText()).isEqualTo("""
                        route 80: missing prefix /a
                        route 80 > timeout: expected 1s but was 2s
                        2 differences in 1 route configurations
                        not compared: secrets, tls
                        """);
    }

    @Test
    void oneDifferenceIsSingularAndWhatWasComparedNeedNotEnd() {
        assertThat(new DriftReport(List.of(MISSING), "all", List.of()).toText()).isEqualTo("""
                        route 80: missing prefix /a
                        1 difference in all
                        """);
        assertThat(new DriftReport(List.of(), "all", List.of()).toText()).isEqualTo("0 differences in all\n");
    }

    @Test
    void aRouteIsNamedByItsMatchAndAction() {
        assertThat(RouteFacts.of("prefix /a", Map.of("timeout", "1s", "action", "answer 418")))
                .hasToString("prefix /a -> answer 418");
    }
}
