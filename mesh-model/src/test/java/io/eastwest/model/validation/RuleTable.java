package io.eastwest.model.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ManifestReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A file of rows {@code {shows, document, lines}}: what the row shows, a document, and every line that the layers of the
 * file say about it. A document with a {@code %} takes part as often as the row has {@code values}, each in its place, and so do the lines.
 */
final class RuleTable {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final Set<ValidationLayer> layers;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One document.
     *
     * @param shows what it shows
     * @param document the text
     * @param lines all that is said about it
     */
    record Row(String shows, String document, List<String> lines) {
        @Override
        public String toString() {
            return shows;
        }
    }

    private RuleTable(JsonNode file) {
        layers = EnumSet.noneOf(ValidationLayer.class);
        file.path("layers").forEach(layer -> layers.add(ValidationLayer.valueOf(layer.asText())));
        String head = file.path("head").asText();
        for (JsonNode row : file.path("rows")) {
            String document = head + row.path("document").asText();
            List<String> lines = texts(row.path("lines"));
            if (row.has("values")) {
                for (String value : texts(row.path("values"))) {
                    String shows = row.path("shows").asText() + ": " + value;
                    List<String> said =
                            lines.stream().map(line -> line.replace("%", value)).toList();
                    rows.add(new Row(shows, document.replace("%", value), said));
                }
            } else {
                rows.add(new Row(row.path("shows").asText(), document, lines));
            }
        }
    }

    static RuleTable read(String name) {
        try (InputStream file = RuleTable.class.getResourceAsStream("/validation/" + name + ".yaml")) {
            return new RuleTable(MAPPER.readTree(Objects.requireNonNull(file, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return Collections.unmodifiableList(rows);
    }

    /** What reading and the layers say about the document of a row. */
    List<String> linesOf(Row row) {
        return ManifestReader.strict().read("a.yaml", row.document()).orThrow().stream()
                .flatMap(manifest -> MeshValidation.check(manifest, layers).stream())
                .map(Issue::toString)
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
