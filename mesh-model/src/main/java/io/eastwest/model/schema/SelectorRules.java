package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Selectors of workloads. Mirrors kubernetes v1.35.3 {@code apimachinery/pkg/apis/meta/v1/validation}. */
final class SelectorRules {
    private static final List<String> WITH_VALUES = List.of("In", "NotIn");

    private static final Shape REQUIREMENT = object().require("key", "operator")
            .field("key", KubernetesForms.QUALIFIED)
            .field("operator", text().in("In", "NotIn", "Exists", "DoesNotExist"))
            .field("values", listOf(text().atMost(63).form(GatewayForms.LABEL_VALUE)))
            .check(SelectorRules::checkValues);

    static final Shape SELECTOR = object().field("matchLabels", KubernetesForms.LABELS)
            .field("matchExpressions", listOf(REQUIREMENT))
            .must(
                    self -> self.path("matchLabels").size()
                                    + self.path("matchExpressions").size()
                            > 0,
                    IssueCode.TOO_FEW_ITEMS,
                    "must not be empty: it would select every pod",
                    "add a label");

    private SelectorRules() {}

    /** A workload selects what its template makes. */
    static void checkTemplate(JsonNode self, Place place) {
        JsonNode selector = self.path("selector");
        JsonNode labels = self.path("template").path("metadata").path("labels");
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, JsonNode> label : selector.path("matchLabels").properties()) {
            if (!labels.path(label.getKey()).equals(label.getValue())) {
                missed.add(label.getKey() + "=" + label.getValue().asText());
            }
        }
        for (JsonNode requirement : selector.path("matchExpressions")) {
            if (!holds(requirement, labels)) {
                missed.add(requirement.path("key").asText() + " "
                        + requirement.path("operator").asText());
            }
        }
        if (!missed.isEmpty()) {
            String message = "do not match the selector, which asks for " + IssueText.quote(String.join(", ", missed));
            Place at = place.field("template").field("metadata").field("labels");
            at.error(IssueCode.SELECTOR_MISMATCH, message, "give the template these labels");
        }
    }

    /** An unknown operator is reported where it stands. */
    private static boolean holds(JsonNode requirement, JsonNode labels) {
        JsonNode value = labels.path(requirement.path("key").asText());
        boolean listed = false;
        for (JsonNode each : requirement.path("values")) {
            listed |= each.equals(value);
        }
        return switch (requirement.path("operator").asText()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> !value.isMissingNode();
            case "DoesNotExist" -> value.isMissingNode();
            default -> true;
        };
    }

    private static void checkValues(JsonNode self, Place place) {
        String operator = self.path("operator").asText();
        boolean wanted = WITH_VALUES.contains(operator);
        boolean given = !self.path("values").isEmpty();
        if (wanted && !given) {
            String message = "required with operator " + operator + " but not set";
            place.field("values").error(IssueCode.MISSING_FIELD, message, "add a value");
        } else if (!wanted && given) {
            String message = "must not be set with operator " + operator;
            place.field("values").error(IssueCode.FIELD_CONFLICT, message, "remove it or use operator In");
        }
    }
}
