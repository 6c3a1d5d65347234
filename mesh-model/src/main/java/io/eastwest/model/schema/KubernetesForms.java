package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** How names and texts of Kubernetes look. Mirrors kubernetes v1.35.3 {@code apimachinery/pkg/util/validation}. */
final class KubernetesForms {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";

    static final Shape DNS_LABEL = text().size(1, 63)
            .form(Form.ofNames(
                    "^" + LABEL + "$", "lower-case letters, digits and - with a letter or digit at both ends"));
    /** The same where an empty text is as good as none. */
    static final Shape OPTIONAL_LABEL = text().atMost(63)
            .form(Form.ofNames(
                    "^(" + LABEL + ")?$", "lower-case letters, digits and - with a letter or digit at both ends"));

    static final Shape DNS_SUBDOMAIN = text().size(1, 253)
            .form(Form.ofNames(
                    "^" + SUBDOMAIN + "$", "lower-case letters, digits, - and . with a letter or digit at both ends"));
    static final Shape PORT = integer().between(1, 65535);

    /** A name of IANA for a service, such as a port of a container has. */
    static final Form PORT_NAME = Form.of(
            "^([a-z0-9]+-)*[a-z0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$",
            "lower-case letters, digits and single - inside, with a letter, at most 15 characters");

    private static final Form LABEL_VALUE = GatewayForms.LABEL_VALUE;
    private static final Form QUALIFIED_NAME = Form.of(
            "^(" + SUBDOMAIN + "/)?([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$",
            "a name of up to 63 characters, also with a domain and / in front");
    private static final Form DATA_KEY = Form.ofNames("^[-._a-zA-Z0-9]+$", "letters, digits, -, _ and .");

    static final Shape QUALIFIED = text().check(KubernetesForms::checkQualified);

    /** Labels that are given or asked for. */
    static final Shape LABELS = mapOf(text().atMost(63).form(LABEL_VALUE)).check(KubernetesForms::checkLabelNames);

    private KubernetesForms() {}

    static boolean isPortName(String name) {
        return name.length() <= 15 && PORT_NAME.fits(name);
    }

    /** Names of the entries of a ConfigMap or Secret. */
    static void checkDataKeys(JsonNode self, Place place) {
        self.properties().forEach(entry -> {
            String key = entry.getKey();
            if (!DATA_KEY.fits(key) || key.length() > 253 || key.equals(".") || key.startsWith("..")) {
                String message = "must be named with " + DATA_KEY.words()
                        + ", at most 253 characters and no .. in front," + " but is named " + IssueText.quote(key);
                place.field(key).error(IssueCode.TEXT_MALFORMED, message, "rename it");
            }
        });
    }

    static void checkLabelNames(JsonNode self, Place place) {
        self.properties().forEach(label -> {
            if (!isQualified(label.getKey())) {
                String message =
                        "must have " + QUALIFIED_NAME.words() + " but is named " + IssueText.quote(label.getKey());
                place.field(label.getKey()).error(IssueCode.LABEL_INVALID, message, "rename it");
            }
        });
    }

    private static void checkQualified(JsonNode self, Place place) {
        if (!isQualified(self.textValue())) {
            String message = "must be " + QUALIFIED_NAME.words() + " but was " + IssueText.quote(self.textValue());
            place.error(IssueCode.TEXT_MALFORMED, message, "");
        }
    }

    static boolean isQualified(String name) {
        return name.indexOf('/') <= 253 && (PlainNames.isKey(name) || QUALIFIED_NAME.fits(name));
    }
}
