package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.POLICY;
import static io.eastwest.model.schema.IstioShapes.PORT;
import static io.eastwest.model.schema.IstioShapes.SELECTOR;
import static io.eastwest.model.schema.IstioShapes.TARGETS;
import static io.eastwest.model.schema.IstioShapes.kind;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of {@code extensions.istio.io}. */
final class ExtensionShapes {
    private static final List<String> SCHEMES = List.of("", "http", "https", "oci", "file");
    private static final Form SHA256 = Form.of("(^$|^[a-f0-9]{64}$)", "64 hexadecimal digits in lower case, or empty,");

    private static final Shape MATCH = listOf(object().field(
                    "ports",
                    listOf(object().require("number").field("number", PORT)).keyedBy("number")));

    private static final Shape VARIABLE = object().require("name")
            .check(ExtensionShapes::checkValue)
            .field("name", text().size(1, 256))
            .field("value", text().atMost(2048));

    private static final Shape VM_CONFIG =
            object().field("env", listOf(VARIABLE).atMost(256).keyedBy("name"));

    private static final Shape WASM_PLUGIN =
            kind(wasm(POLICY.field("match", MATCH))).require("spec");

    private static final Shape TRAFFIC_EXTENSION = kind(object().atMostOneOf("selector", "targetRefs")
                    .atMostOneOf("wasm", "lua")
                    .must(
                            self -> self.has("wasm") || self.has("lua"),
                            IssueCode.MISSING_FIELD,
                            "has neither wasm nor lua",
                            "add one of them")
                    .field("selector", SELECTOR)
                    .field("targetRefs", TARGETS)
                    .field("match", MATCH)
                    .field("wasm", wasm(object()))
                    .field("lua", object().require("inlineCode").field("inlineCode", text().size(1, 65_536))))
            .require("spec");

    private ExtensionShapes() {}

    static @Nullable Shape find(String kind) {
        return switch (kind) {
            case "WasmPlugin" -> WASM_PLUGIN;
            case "TrafficExtension" -> TRAFFIC_EXTENSION;
            default -> null;
        };
    }

    private static Shape wasm(Shape base) {
        return base.require("url")
                .field("url", text().size(1, Integer.MAX_VALUE).check(ExtensionShapes::checkUrl))
                .field("sha256", text().form(SHA256))
                .field("imagePullSecret", text().size(1, 253))
                .field("pluginName", text().size(1, 256))
                .field("vmConfig", VM_CONFIG);
    }

    /** A text that is no URL is taken when it is one behind {@code http://}, such as the name of an image. */
    private static void checkUrl(JsonNode self, Place place) {
        String url = self.textValue();
        boolean taken = GoUrl.isUrl(url)
                ? GoUrl.scheme(url).filter(SCHEMES::contains).isPresent()
                : GoUrl.scheme("http://" + url).isPresent();
        if (!taken && !url.isEmpty()) {
            String message = "must be a URL of http, https, oci or file but was " + IssueText.quote(url);
            place.error(IssueCode.URL_INVALID, message, "use a URL such as oci://registry.example.com/plugin:1");
        }
    }

    private static void checkValue(JsonNode self, Place place) {
        if (self.path("valueFrom").asText().equals("HOST") && self.has("value")) {
            String message = "must not be set because valueFrom is HOST";
            place.field("value").error(IssueCode.FIELD_CONFLICT, message, "remove one of them");
        }
    }
}
