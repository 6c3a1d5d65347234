package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.DURATION;
import static io.eastwest.model.schema.IstioShapes.HEADER_NAME;
import static io.eastwest.model.schema.IstioShapes.NOT_EMPTY;
import static io.eastwest.model.schema.IstioShapes.POLICY;
import static io.eastwest.model.schema.IstioShapes.SELECTOR;
import static io.eastwest.model.schema.IstioShapes.kind;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of {@code security.istio.io}; all versions of one kind have one schema. */
final class SecurityShapes {
    private static final List<String> BESIDE_ACCOUNTS =
            List.of("principals", "notPrincipals", "namespaces", "notNamespaces");
    private static final Shape ACCOUNTS = listOf(text().atMost(320)).atMost(16);

    private static final Shape SOURCE = object().check(SecurityShapes::checkAccounts)
            .field("serviceAccounts", ACCOUNTS)
            .field("notServiceAccounts", ACCOUNTS);

    private static final Shape AUTHORIZATION_POLICY = kind(POLICY.field(
            "rules",
            listOf(object().field(
                                    "from",
                                    listOf(object().field("source", SOURCE)).atMost(512))
                            .field("to", listOf(object()))
                            .field("when", listOf(object().require("key"))))
                    .atMost(512)));

    private static final Shape PEER_AUTHENTICATION = kind(object().check(SecurityShapes::checkPortsSelected)
            .field("selector", SELECTOR)
            .field("portLevelMtls", mapOf(object()).size(1, Integer.MAX_VALUE).check(SecurityShapes::checkPorts)));

    private static final Shape KEYS_URL = text().size(1, 2048).check(SecurityShapes::checkUrl);

    private static final Shape JWT_RULE = object().atMostOneOf("jwksUri", "jwks_uri", "jwks")
            .field("issuer", NOT_EMPTY)
            .field("audiences", listOf(NOT_EMPTY))
            .field("jwksUri", KEYS_URL)
            .field("jwks_uri", KEYS_URL)
            .field("fromHeaders", listOf(object().require("name").field("name", NOT_EMPTY)))
            .field("fromParams", listOf(NOT_EMPTY))
            .field("fromCookies", listOf(NOT_EMPTY))
            .field(
                    "outputClaimToHeaders",
                    listOf(object().require("header", "claim")
                            .field("header", NOT_EMPTY.form(HEADER_NAME))
                            .field("claim", NOT_EMPTY)))
            .field("spaceDelimitedClaims", listOf(NOT_EMPTY).atMost(64))
            .field("timeout", DURATION);

    private static final Shape REQUEST_AUTHENTICATION =
            kind(POLICY.field("jwtRules", listOf(JWT_RULE).atMost(4096)));

    private SecurityShapes() {}

    static @Nullable Shape find(String kind) {
        return switch (kind) {
            case "AuthorizationPolicy" -> AUTHORIZATION_POLICY;
            case "PeerAuthentication" -> PEER_AUTHENTICATION;
            case "RequestAuthentication" -> REQUEST_AUTHENTICATION;
            default -> null;
        };
    }

    private static void checkAccounts(JsonNode self, Place place) {
        if (self.has("serviceAccounts") || self.has("notServiceAccounts")) {
            BESIDE_ACCOUNTS.stream().filter(self::has).forEach(field -> {
                String message = "must not be set beside serviceAccounts or notServiceAccounts";
                place.field(field).error(IssueCode.FIELD_CONFLICT, message, "remove one of them");
            });
        }
    }

    private static void checkPortsSelected(JsonNode self, Place place) {
        if (self.has("portLevelMtls")
                && self.path("selector").path("matchLabels").isEmpty()) {
            String message = "must not be set without labels in selector.matchLabels";
            place.field("portLevelMtls").error(IssueCode.FIELD_CONFLICT, message, "select workloads by a label");
        }
    }

    private static void checkPorts(JsonNode self, Place place) {
        self.fieldNames().forEachRemaining(port -> {
            boolean number = port.matches("[+-]?[0-9]{1,18}");
            if (!number || Long.parseLong(port) < 1 || Long.parseLong(port) > 65_535) {
                String message = "must be a port of 1 to 65535 but was " + IssueText.quote(port);
                place.field(port).error(IssueCode.PORT_INVALID, message, "use a port in range");
            }
        });
    }

    private static void checkUrl(JsonNode self, Place place) {
        String url = self.textValue();
        if (GoUrl.scheme(url)
                .filter(scheme -> scheme.equals("http") || scheme.equals("https"))
                .isEmpty()) {
            String message = "must be a URL of http or https but was " + IssueText.quote(url);
            place.error(IssueCode.URL_INVALID, message, "use a URL such as https://example.com/keys");
        }
    }
}
