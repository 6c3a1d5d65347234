package io.eastwest.model.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of JSON Web Keys, or one key alone. Mirrors lestrrat-go/jwx 1.2.31 {@code jwk/jwk.go:Parse, ParseKey} and {@code
 * jwk/set.go:UnmarshalJSON}; the certificates of {@code x5c} are not opened.
 */
final class JsonWebKeys {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<JsonWebKey> keys = new ArrayList<>();
    private Optional<String> fault = Optional.empty();

    private JsonWebKeys() {}

    /** Reads the first JSON value of a text, as upstream does; never shows any of it. */
    static JsonWebKeys read(String text) {
        JsonWebKeys set = new JsonWebKeys();
        try {
            JsonNode node = MAPPER.readTree(text);
            if (!node.isObject()) {
                set.fault = Optional.of("is no JSON object");
            } else if (!node.has("keys")) {
                set.add(node, "the key");
            } else if (node.get("keys").isArray()) {
                for (int i = 0; i < node.get("keys").size(); i++) {
                    set.add(node.get("keys").get(i), "key " + i);
                }
            } else if (!node.get("keys").isNull()) {
                set.fault = Optional.of("has keys that are no list");
            }
        } catch (JsonProcessingException e) {
            set.fault = Optional.of("is no JSON");
        }
        return set;
    }

    private void add(JsonNode node, String name) {
        JsonWebKey key = new JsonWebKey(node);
        keys.add(key);
        fault = fault.or(() -> key.fault().map(wrong -> name + " " + wrong));
    }

    /** {@return what is wrong with the first key that is wrong; empty when they all can be read} */
    Optional<String> fault() {
        return fault;
    }

    /** {@return positions of the keys that sign, or that are kept from everybody else} */
    List<Integer> secrets() {
        List<Integer> secrets = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).isSecret()) {
                secrets.add(i);
            }
        }
        return secrets;
    }
}
