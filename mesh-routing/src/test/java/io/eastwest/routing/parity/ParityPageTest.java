package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/parity.md} is what the recorded cases say; {@code -Dgolden.update} writes it, but not in CI. */
class ParityPageTest {
    private static final Path PAGE = Path.of("../docs/parity.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        String text = ParityPage.text(
                ParityReport.of(ParityCases.recorded(), new RouterEngine(), PendingList.NONE), specifications());
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("docs/parity.md; CONTRIBUTING.md says how to generate it")
                .isEqualTo(text);
    }

    @Test
    void everyCaseShowsAFeature() {
        List<String> without = specifications().entrySet().stream()
                .filter(each -> ParityPage.features(each.getValue()).isEmpty())
                .map(each -> each.getKey() + ": " + each.getValue())
                .toList();

        assertThat(without).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "istio-routes.md 5.1, 5.3 | MATCHES",
                "istio-routes.md 6.6, trap 14 | ACTIONS",
                "load-balancing.md 1.3, 4.7, multicluster.md 0.2 (V8, V9) | DESTINATION_RULES,SPLIT_HORIZON,MESH_MODELS",
                "gateway-api.md 12, 22 (8-10) | GATEWAY_API_BACKENDS",
                "load-balancing.md 1.2, 1.4; trap 5 | DESTINATION_RULES",
                "multicluster.md V11 | MESH_MODELS"
            })
    void referencesNameFeatures(String references, String features) {
        assertThat(ParityPage.features(references))
                .containsExactlyInAnyOrderElementsOf(List.of(features.split(",", -1)).stream()
                        .map(ParityFeature::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedHasATest(RefusedFeature feature) throws ClassNotFoundException {
        assertThat(Class.forName(feature.testClass()).getDeclaredMethods())
                .extracting(Method::getName)
                .contains(feature.testMethod());
    }

    private static Map<String, String> specifications() {
        Map<String, String> specifications = new TreeMap<>();
        ParityCases.recorded()
                .forEach(each -> specifications.put(
                        each.id(),
                        ParityYaml.read(each.directory().resolve("calls.yaml"))
                                .path("specification")
                                .asText()));
        return specifications;
    }
}
