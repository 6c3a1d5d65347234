package io.eastwest.model.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts of small languages, and what the libraries that istiod reads them with say about them. */
class RecordedSyntaxTest {
    @Test
    void expressionsAreTakenAsCelGoTakesThem() {
        JsonNode recorded = read("cel-syntax");

        assertThat(texts(recorded.path("accepted")))
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(CelSyntax.fault(text)).as(text).isEmpty());
        assertThat(texts(recorded.path("refused")))
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(CelSyntax.fault(text)).as(text).isPresent());
    }

    @Test
    void expressionsNestAsDeepAsCelGoLetsThem() {
        for (String link : List.of(".b", "+a", "==a", ".f()", "[0]")) {
            assertThat(CelSyntax.fault("a" + link.repeat(250))).as(link).isEmpty();
            assertThat(CelSyntax.fault("a" + link.repeat(251))).as(link).isPresent();
        }
        assertThat(CelSyntax.fault("(".repeat(249) + "a" + ")".repeat(249))).isEmpty();
        assertThat(CelSyntax.fault("(".repeat(250) + "a" + ")".repeat(250))).isPresent();
        assertThat(CelSyntax.fault("a+(".repeat(124) + "a" + ")".repeat(124))).isEmpty();
        assertThat(CelSyntax.fault("a+(".repeat(125) + "a" + ")".repeat(125))).isPresent();
        assertThat(CelSyntax.fault("a" + "||a".repeat(10_000))).isEmpty();
        assertThat(CelSyntax.fault("'" + "a".repeat(99_998) + "'")).isEmpty();
        assertThat(CelSyntax.fault("'" + "a".repeat(99_999) + "'")).isPresent();
    }

    @Test
    void keysAreTakenAsJwxTakesThem() {
        JsonNode recorded = read("json-web-keys");

        for (JsonNode row : recorded.path("accepted")) {
            JsonWebKeys keys = JsonWebKeys.read(row.path("text").asText());
            assertThat(keys.fault()).as(row.toString()).isEmpty();
            assertThat(keys.secrets())
                    .as(row.toString())
                    .hasToString(texts(row.path("secrets")).toString());
        }
        assertThat(texts(recorded.path("refused")))
                .hasSizeGreaterThan(50)
                .allSatisfy(text ->
                        assertThat(JsonWebKeys.read(text).fault()).as(text).isPresent());
    }

    @Test
    void urlsAreTakenAsGoTakesThem() {
        JsonNode strict = read("urls").path("strict");
        JsonNode loose = read("urls").path("loose");

        assertThat(strict.path("accepted"))
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(GoUrl.scheme(row.path("text").asText()))
                        .as(row.toString())
                        .contains(row.path("scheme").asText()));
        assertThat(loose.path("accepted"))
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(GoUrl.looseScheme(row.path("text").asText()))
                        .as(row.toString())
                        .contains(row.path("scheme").asText()));
        assertThat(texts(strict.path("refused")))
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(GoUrl.scheme(text)).as(text).isEmpty());
        assertThat(texts(loose.path("refused")))
                .hasSizeGreaterThan(50)
                .allSatisfy(text -> assertThat(GoUrl.looseScheme(text)).as(text).isEmpty());
    }

    private static JsonNode read(String name) {
        try (InputStream file = RecordedSyntaxTest.class.getResourceAsStream("/validation/" + name + ".yaml")) {
            return new YAMLMapper().readTree(Objects.requireNonNull(file, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        Stream.of(list).forEach(all -> all.forEach(text -> texts.add(text.asText())));
        return texts;
    }
}
