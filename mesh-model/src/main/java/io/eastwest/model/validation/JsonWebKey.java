package io.eastwest.model.validation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One JSON Web Key. Mirrors lestrrat-go/jwx 1.2.31 {@code jwk/jwk.go:ParseKey, rsa_gen.go, ecdsa_gen.go, okp_gen.go,
 * symmetric_gen.go} and {@code internal/base64/base64.go:Decode}: curves and operations are not looked up.
 */
final class JsonWebKey {
    private static final List<String> TEXTS = List.of("alg", "kid", "use", "x5t", "x5t#S256");
    private static final Map<String, List<String>> BYTES = new TreeMap<>();
    private static final Map<String, List<String>> SECRET_BYTES = new TreeMap<>();

    static {
        BYTES.put("RSA", List.of("e", "n"));
        BYTES.put("EC", List.of("x", "y"));
        BYTES.put("OKP", List.of("x"));
        BYTES.put("oct", List.of("k"));
        SECRET_BYTES.put("RSA", List.of("d", "p", "q", "dp", "dq", "qi"));
        SECRET_BYTES.put("EC", List.of("d"));
        SECRET_BYTES.put("OKP", List.of("d"));
        SECRET_BYTES.put("oct", List.of());
    }

    private final JsonNode node;
    private final String type;
    private final boolean secret;

    JsonWebKey(JsonNode node) {
        this.node = node;
        this.type = hint("kty").asText("");
        this.secret = !hint("d").isMissingNode();
    }

    /** The last field of that name in upper or lower case, which tells how the key is read. */
    private JsonNode hint(String name) {
        JsonNode hint = node.path("");
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                hint = field.getValue();
            }
        }
        return hint;
    }

    /** {@return whether it can sign, or must be kept from everybody else} */
    boolean isSecret() {
        return type.equals("oct") || secret;
    }

    /** {@return what is wrong, without any of its values; empty when it can be read} */
    Optional<String> fault() {
        List<String> bytes = BYTES.get(type);
        if (!node.isObject()) {
            return Optional.of("is no JSON object");
        }
        if (bytes == null || node.has("kty") && !node.get("kty").asText().equals(type)) {
            return Optional.of("has no kty of EC, OKP, RSA or oct");
        }
        return faultOfTexts()
                .or(() -> faultOfBytes(bytes))
                .or(() -> required(bytes).stream()
                        .filter(field -> !node.has(field))
                        .map(field -> "has no field " + field)
                        .findFirst());
    }

    private Optional<String> faultOfTexts() {
        if (!isTexts("key_ops") || !isTexts("x5c")) {
            return Optional.of("has a field key_ops or x5c that is no list of texts");
        }
        return Stream.concat(TEXTS.stream(), hasCurve() ? Stream.of("crv") : Stream.empty())
                .filter(field -> !isText(field))
                .map(field -> "has a field " + field + " that is no text")
                .findFirst();
    }

    private Optional<String> faultOfBytes(List<String> bytes) {
        List<String> secrets = isSecret() ? SECRET_BYTES.getOrDefault(type, List.of()) : List.of();
        return Stream.concat(bytes.stream(), secrets.stream())
                .filter(field -> !isText(field) || !isBase64(node.path(field).asText("")))
                .map(field -> "has a field " + field + " that is not base64url")
                .findFirst();
    }

    private List<String> required(List<String> bytes) {
        List<String> required = new ArrayList<>(bytes);
        if (hasCurve()) {
            required.add("crv");
        }
        if (secret && !type.equals("oct")) {
            required.add("d");
        }
        return required;
    }

    private boolean hasCurve() {
        return type.equals("EC") || type.equals("OKP");
    }

    private boolean isText(String field) {
        return !node.has(field)
                || node.get(field).isTextual()
                || node.get(field).isNull();
    }

    private boolean isTexts(String field) {
        JsonNode list = node.path(field);
        for (JsonNode element : list) {
            if (!element.isTextual() && !element.isNull()) {
                return false;
            }
        }
        return list.isArray() || list.isMissingNode() || list.isNull();
    }

    /** With or without padding, in either alphabet, over one line or several. */
    private static boolean isBase64(String lines) {
        boolean padded = lines.endsWith("=");
        boolean standard = lines.indexOf('+') >= 0 || lines.indexOf('/') >= 0;
        String text = lines.replace("\n", "").replace("\r", "");
        if (padded && text.length() % 4 != 0) {
            return false;
        }
        try {
            (standard ? Base64.getDecoder() : Base64.getUrlDecoder()).decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
