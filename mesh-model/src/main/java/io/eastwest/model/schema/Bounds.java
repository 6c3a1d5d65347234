package io.eastwest.model.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The constraints that a schema can name: bounds, forms, required fields, unions, keys of lists. */
final class Bounds {
    private static final String IN_RANGE = "use a number in range";

    private Bounds() {}

    static Check required(List<String> names) {
        return (self, place) -> {
            for (String name : names) {
                if (!self.has(name)) {
                    place.field(name).error(IssueCode.MISSING_FIELD, "required but not set", "add it");
                }
            }
        };
    }

    static Check atMostOneOf(List<String> names) {
        return (self, place) -> {
            List<String> set = names.stream().filter(self::has).toList();
            if (set.size() > 1) {
                place.error(
                        IssueCode.ONEOF_CONFLICT,
                        "at most one of " + String.join(", ", set) + " may be set",
                        "remove all but one of them");
            }
        };
    }

    static Check between(long least, long most) {
        return (self, place) -> {
            BigDecimal number = self.decimalValue();
            if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
                String message = "must be " + least + " to " + most + " but was " + self.asText();
                place.error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, IN_RANGE);
            }
        };
    }

    static Check atLeast(long least) {
        return (self, place) -> {
            if (self.decimalValue().compareTo(BigDecimal.valueOf(least)) < 0) {
                String message = "must be " + least + " or more but was " + self.asText();
                place.error(IssueCode.NUMBER_OUT_OF_BOUNDS, message, IN_RANGE);
            }
        };
    }

    /** Bounds of a text in code points, which is what the API server counts. */
    static Check length(int least, int most) {
        return (self, place) -> {
            String text = self.textValue();
            int length = text.codePointCount(0, text.length());
            if (length < least) {
                String message = least == 1
                        ? "must not be empty"
                        : "must have " + least + " characters or more but has " + length;
                place.error(IssueCode.TEXT_TOO_SHORT, message, "give it a value or remove it");
            } else if (length > most) {
                String message = "must have at most " + most + " characters but has " + length;
                place.error(IssueCode.TEXT_TOO_LONG, message, "shorten it");
            }
        };
    }

    static Check entries(int least, int most) {
        return (self, place) -> {
            if (self.size() < least) {
                String message = least == 1
                        ? "must not be empty"
                        : "must have " + least + " entries or more but has " + self.size();
                place.error(IssueCode.TOO_FEW_ITEMS, message, "add one or remove the field");
            } else if (self.size() > most) {
                String message = "must have at most " + most + " entries but has " + self.size();
                place.error(IssueCode.TOO_MANY_ITEMS, message, "remove some of them");
            }
        };
    }

    static Check form(Form form) {
        return (self, place) -> {
            if (self.isTextual() && !form.fits(self.textValue())) {
                String message = "must be " + form.words() + " but was " + IssueText.quote(self.textValue());
                place.error(IssueCode.TEXT_MALFORMED, message, "");
            }
        };
    }

    static Check in(List<String> words) {
        return (self, place) -> {
            if (!words.contains(self.textValue())) {
                place.error(
                        IssueCode.UNKNOWN_ENUM_VALUE,
                        "unknown value " + IssueText.quote(self.textValue()),
                        "write " + IssueText.oneOf(words));
            }
        };
    }

    /** The second of two equal keys is reported, each once. */
    static Check keyedBy(List<String> names) {
        return (self, place) -> {
            Map<List<JsonNode>, Integer> met = new LinkedHashMap<>();
            for (int i = 0; i < self.size(); i++) {
                List<JsonNode> key = new ArrayList<>();
                for (String name : names) {
                    key.add(self.get(i).path(name));
                }
                Integer first = met.putIfAbsent(key, i);
                if (first != null) {
                    String message = "has the " + String.join(" and ", names) + " of entry " + first;
                    place.index(i).error(IssueCode.DUPLICATE_ITEM, message, "remove or change one of them");
                }
            }
        };
    }

    static Check distinct() {
        return (self, place) -> {
            Map<JsonNode, Integer> met = new LinkedHashMap<>();
            for (int i = 0; i < self.size(); i++) {
                Integer first = met.putIfAbsent(self.get(i), i);
                if (first != null) {
                    place.index(i).error(IssueCode.DUPLICATE_ITEM, "is equal to entry " + first, "remove one of them");
                }
            }
        };
    }
}
