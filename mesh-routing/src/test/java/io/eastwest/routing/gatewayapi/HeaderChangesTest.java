package io.eastwest.routing.gatewayapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.model.gatewayapi.HttpHeader;
import io.eastwest.model.gatewayapi.HttpHeaderModifier;
import io.eastwest.model.gatewayapi.HttpRouteFilter;
import io.eastwest.model.istio.networking.HeaderOperations;
import io.eastwest.model.istio.networking.Headers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Header modifiers: gateway-api.md 11.1. */
class HeaderChangesTest {
    private static HttpHeaderModifier setting(String... pairs) {
        var modifier = HttpHeaderModifier.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            modifier.addSet(
                    HttpHeader.builder().name(pairs[i]).value(pairs[i + 1]).build());
        }
        return modifier.build();
    }

    private static HeaderOperations operations(HttpHeaderModifier modifier) {
        return HeaderChanges.of(List.of(new HttpRouteFilter.RequestHeaderModifier(modifier)))
                .flatMap(Headers::request)
                .orElseThrow();
    }

    @Test
    void namesAreInLowerCaseAndTheFirstOfAKindCounts() {
        assertThat(operations(setting("X-One", "1", "x-ONE", "2", "x-two", "3")).set())
                .containsExactly(Map.entry("x-one", "1"), Map.entry("x-two", "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\tb", "~", "\u00e9"})
    void valuesMayHoldWhatCanBePrinted(String value) {
        assertThat(operations(setting("x", value)).set()).containsEntry("x", value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001f", "a\nb", "\u0000", "\u007f"})
    void controlCharactersMakeTheRouteUnusable(String value) {
        HttpHeaderModifier modifier = setting("x", value);

        assertThatThrownBy(() -> operations(modifier))
                .isInstanceOf(UnusableRouteException.class)
                .extracting(failed -> ((UnusableRouteException) failed).problem())
                .isEqualTo(new Problem("InvalidFilter", "the value of header \"x\" has control characters"));
    }

    @Test
    void requestsAndResponsesAreApart() {
        Headers headers = HeaderChanges.of(List.of(
                        new HttpRouteFilter.RequestHeaderModifier(setting("a", "1")),
                        new HttpRouteFilter.ResponseHeaderModifier(
                                HttpHeaderModifier.builder().addRemove("b").build())))
                .orElseThrow();

        assertThat(headers.request().orElseThrow().set()).containsOnlyKeys("a");
        assertThat(headers.response().orElseThrow().remove()).containsExactly("b");
    }

    @Test
    void withoutModifiersThereAreNone() {
        assertThat(HeaderChanges.of(List.of())).isEmpty();
    }
}
