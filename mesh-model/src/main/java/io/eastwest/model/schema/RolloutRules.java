package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;

/** How workloads replace their pods. */
final class RolloutRules {
    private static final Form PERCENT = Form.of("^[0-9]+%$", "a number or a percentage such as 25%");

    private RolloutRules() {}

    static void checkStep(JsonNode self, Place place) {
        if (self.isTextual() && !PERCENT.fits(self.textValue())) {
            String message = "must be " + PERCENT.words() + " but was " + IssueText.quote(self.textValue());
            place.error(IssueCode.TEXT_MALFORMED, message, "");
        } else if (self.isNumber() && self.asLong() < 0) {
            String message = "must be 0 or more but was " + self.asText();
            place.error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, "use a number in range");
        }
    }

    static void checkDeployment(JsonNode self, Place place) {
        JsonNode rollout = self.path("rollingUpdate");
        Place at = place.field("rollingUpdate");
        if (self.path("type").asText().equals("Recreate")) {
            refuse(self, "Recreate", place);
            return;
        }
        checkShare(rollout, at);
        if (isZero(rollout, "maxUnavailable", false) && isZero(rollout, "maxSurge", false)) {
            String message = "must not be 0 when maxSurge is 0: no pod could be replaced";
            at.field("maxUnavailable").error(IssueCode.FIELD_CONFLICT, message, "raise one of them");
        }
    }

    static void checkStatefulSet(JsonNode self, Place place) {
        if (self.path("type").asText().equals("OnDelete")) {
            refuse(self, "OnDelete", place);
            return;
        }
        JsonNode rollout = self.path("rollingUpdate");
        Place at = place.field("rollingUpdate");
        checkShare(rollout, at);
        if (isZero(rollout, "maxUnavailable", false)) {
            String message = "must not be 0: no pod could be replaced";
            at.field("maxUnavailable").error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, "raise it");
        }
    }

    /** Without a value one pod may be unavailable and none is made in advance. */
    static void checkDaemonSet(JsonNode self, Place place) {
        if (!self.path("type").asText().equals("RollingUpdate")) {
            return;
        }
        JsonNode rollout = self.path("rollingUpdate");
        Place at = place.field("rollingUpdate");
        checkShare(rollout, at);
        boolean unavailable = !isZero(rollout, "maxUnavailable", false);
        boolean surge = !isZero(rollout, "maxSurge", true);
        if (unavailable && surge) {
            String message = "must be 0 unless maxUnavailable is 0";
            at.field("maxSurge").error(IssueCode.FIELD_CONFLICT, message, "set maxUnavailable: 0 or remove it");
        } else if (!unavailable && !surge) {
            String message = "must not be 0 when maxSurge is 0: no pod could be replaced";
            at.field("maxUnavailable").error(IssueCode.FIELD_CONFLICT, message, "raise one of them");
        }
    }

    /** A rollout is given up only after a new pod had the time to count as ready. */
    static void checkDeadline(JsonNode self, Place place) {
        long deadline = self.path("progressDeadlineSeconds").asLong();
        long ready = self.path("minReadySeconds").asLong();
        if (deadline <= ready) {
            String message = "must be more than minReadySeconds, " + ready + ", but was " + deadline;
            place.field("progressDeadlineSeconds").error(IssueCode.FIELD_CONFLICT, message, "raise it");
        }
    }

    private static void refuse(JsonNode self, String type, Place place) {
        if (self.has("rollingUpdate")) {
            String message = "must not be set with type " + type;
            place.field("rollingUpdate").error(IssueCode.FIELD_CONFLICT, message, "remove it or change the type");
        }
    }

    private static void checkShare(JsonNode rollout, Place place) {
        JsonNode value = rollout.path("maxUnavailable");
        if (value.isTextual() && PERCENT.fits(value.textValue()) && amount(value) > 100) {
            String message = "must be at most 100% but was " + value.textValue();
            place.field("maxUnavailable").error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, "lower it");
        }
    }

    private static boolean isZero(JsonNode rollout, String field, boolean whenAbsent) {
        return rollout.has(field) ? amount(rollout.path(field)) == 0 : whenAbsent;
    }

    /** Digits beyond 18 only occur in percentages that are too large anyway. */
    private static long amount(JsonNode value) {
        String text = value.asText().replace("%", "");
        boolean number = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return !number ? -1 : Long.parseLong(text.length() > 18 ? text.substring(0, 18) : text);
    }
}
