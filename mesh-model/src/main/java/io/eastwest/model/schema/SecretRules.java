package io.eastwest.model.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.eastwest.model.issue.IssueCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Which entries a Secret of a type needs. No message shows what an entry holds. */
final class SecretRules {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    private SecretRules() {}

    static void check(JsonNode self, Place place) {
        switch (self.path("type").asText()) {
            case "kubernetes.io/tls" -> {
                require(self, "tls.crt", place);
                require(self, "tls.key", place);
            }
            case "kubernetes.io/dockercfg" -> requireJson(self, ".dockercfg", place);
            case "kubernetes.io/dockerconfigjson" -> requireJson(self, ".dockerconfigjson", place);
            case "kubernetes.io/ssh-auth" -> checkKey(self, place);
            case "kubernetes.io/basic-auth" -> checkUser(self, place);
            case "kubernetes.io/service-account-token" -> checkAccount(self, place);
            default -> {}
        }
    }

    private static void checkKey(JsonNode self, Place place) {
        if (value(self, "ssh-privatekey").filter(key -> !key.isEmpty()).isEmpty()) {
            missing(self, "ssh-privatekey", place);
        }
    }

    private static void checkUser(JsonNode self, Place place) {
        if (value(self, "username").isEmpty() && value(self, "password").isEmpty()) {
            String message = "needs username, password or both with type kubernetes.io/basic-auth";
            place.field("data").error(IssueCode.MISSING_FIELD, message, "add an entry");
        }
    }

    private static void checkAccount(JsonNode self, Place place) {
        JsonNode account = self.path("metadata").path("annotations").path(ACCOUNT);
        if (account.asText().isEmpty()) {
            String message = "required with type kubernetes.io/service-account-token but not set";
            Place at = place.field("metadata").field("annotations").field(ACCOUNT);
            at.error(IssueCode.MISSING_FIELD, message, "name the ServiceAccount");
        }
    }

    private static void require(JsonNode self, String key, Place place) {
        if (value(self, key).isEmpty()) {
            missing(self, key, place);
        }
    }

    private static void requireJson(JsonNode self, String key, Place place) {
        Optional<String> value = value(self, key);
        if (value.isEmpty()) {
            missing(self, key, place);
        } else if (!isObject(value.get())) {
            String where = self.path("stringData").has(key) ? "stringData" : "data";
            place.field(where).field(key).error(IssueCode.TEXT_MALFORMED, "must be a JSON object", "correct the value");
        }
    }

    private static void missing(JsonNode self, String key, Place place) {
        String message = "required with type " + self.path("type").asText() + " but not set";
        place.field("data").field(key).error(IssueCode.MISSING_FIELD, message, "add it or change the type");
    }

    /** What the API server stores under a key. */
    private static Optional<String> value(JsonNode self, String key) {
        JsonNode text = self.path("stringData").path(key);
        if (!text.isMissingNode()) {
            return Optional.of(text.asText());
        }
        JsonNode bytes = self.path("data").path(key);
        return bytes.isMissingNode()
                ? Optional.empty()
                : DataShapes.decode(bytes)
                        .map(value -> new String(value, StandardCharsets.UTF_8))
                        .or(() -> Optional.of(""));
    }

    private static boolean isObject(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
