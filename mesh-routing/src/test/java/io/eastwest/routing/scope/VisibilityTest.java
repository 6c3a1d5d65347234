package io.eastwest.routing.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What exportTo means for a resource of namespace shop: istio-routes.md 1.1. */
class VisibilityTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, shop, PUBLIC",
                "-, -, web, PUBLIC",
                "-, ., shop, PRIVATE",
                "-, ., web, HIDDEN",
                "-, web, web, EXPORTED",
                "*, ., web, PUBLIC",
                "., *, web, HIDDEN",
                "., -, shop, PRIVATE",
                "shop, -, shop, PRIVATE",
                "web, -, shop, HIDDEN",
                "web, -, web, EXPORTED",
                "shop, -, web, HIDDEN",
                "~, -, shop, HIDDEN",
                ". ~, -, shop, HIDDEN",
                "web ~, -, web, HIDDEN",
                "* ~, -, web, PUBLIC",
            })
    void theListElseTheDefaultOfTheMeshDecides(String exportTo, String defaults, String reader, Visibility expected) {
        assertThat(Visibility.of(list(exportTo), list(defaults), "shop", reader))
                .isEqualTo(expected);
    }

    private static List<String> list(String text) {
        return text == null ? List.of() : List.of(text.split(" ", -1));
    }
}
