package io.eastwest.routing.parity;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The YAML of the harness: documents as trees. */
final class ParityYaml {
    private static final ObjectMapper MAPPER = new ObjectMapper(YAMLFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    private ParityYaml() {}

    static JsonNode read(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            return MAPPER.readTree(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
    }

    static List<JsonNode> readAll(Path file) {
        try (var reader = Files.newBufferedReader(file);
                var parser = MAPPER.createParser(reader)) {
            return MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(parser).readAll();
        } catch (IOException failure) {
            throw new UncheckedIOException(file.toString(), failure);
        }
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
