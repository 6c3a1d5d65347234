package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WarningComparisonTest {
    private static final List<String> SCHEMA =
            List.of("c1: config.yaml: DestinationRule shop/tea: unknown field spec.trafficPolicy.x");
    private static final List<String> WEBHOOK = List.of("c1: Sidecar shop/tea: webhook warns: no labels");

    @Test
    void anObjectWithAFindingAgrees() {
        assertThat(WarningComparison.compare(SCHEMA, List.of("WARNING DestinationRule/shop/tea spec.x: unknown field")))
                .isEmpty();
        assertThat(WarningComparison.compare(WEBHOOK, List.of("WARNING Sidecar/shop/tea: no labels")))
                .isEmpty();
    }

    @Test
    void anObjectWithoutFindingDiffers() {
        assertThat(WarningComparison.compare(
                        SCHEMA, List.of("WARNING DestinationRule/shop/teapot spec.x: unknown field")))
                .extracting(Difference::actual)
                .containsExactly("no finding for DestinationRule/shop/tea");
        assertThat(WarningComparison.compare(WEBHOOK, List.of())).hasSize(1);
    }

    @Test
    void whatEnvoyRejectsShowsInTheCalls() {
        assertThat(WarningComparison.compare(
                        List.of(
                                "c1/edge/gw-1: Envoy rejected route configuration http.80: bad",
                                "call a: c1/shop/tea-1 cannot be ejected, outbound|80||tea has no outlier detection"),
                        List.of()))
                .isEmpty();
    }

    @Test
    void onlyARefusalExcusesAnError() {
        String finding = "ERROR DestinationRule/shop/tea spec.host: bad";

        assertThat(WarningComparison.refused(List.of("c1: DestinationRule shop/tea: webhook rejects: bad"), finding))
                .isTrue();
        assertThat(WarningComparison.refused(List.of("c1: a.yaml: DestinationRule shop/tea: API server: bad"), finding))
                .isTrue();
        assertThat(WarningComparison.refused(List.of("c1: DestinationRule shop/tea: webhook warns: bad"), finding))
                .isFalse();
        assertThat(WarningComparison.refused(List.of("c1: DestinationRule shop/oat: webhook rejects: bad"), finding))
                .isFalse();
    }
}
