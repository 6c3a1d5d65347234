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
}
