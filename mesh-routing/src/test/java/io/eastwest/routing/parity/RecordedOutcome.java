package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.proxy.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * One way in which recorded calls ended.
 *
 * @param kind kind
 * @param status HTTP status; empty: none
 * @param flags response flags
 * @param closed whether the connection ended without an HTTP answer
 * @param reason reason
 * @param detail detail as recorded
 * @param hits calls that ended like this
 */
record RecordedOutcome(
        Outcome.Kind kind,
        OptionalInt status,
        String flags,
        boolean closed,
        RecordedReason reason,
        String detail,
        long hits) {

    static List<RecordedOutcome> of(JsonNode recorded, long requests) {
        List<RecordedOutcome> outcomes = new ArrayList<>();
        if (recorded.has("outcomes")) {
            recorded.path("outcomes")
                    .forEach(outcome ->
                            outcomes.add(one(outcome, outcome.path("hits").asLong())));
        } else {
            outcomes.add(one(recorded.path("result"), requests));
        }
        return outcomes;
    }

    static RecordedOutcome one(JsonNode result, long hits) {
        return new RecordedOutcome(
                Outcome.Kind.valueOf(result.path("kind").asText().toUpperCase(Locale.ROOT)),
                result.has("status") ? OptionalInt.of(result.path("status").asInt()) : OptionalInt.empty(),
                result.path("flags").asText("-"),
                result.path("closed").asBoolean(),
                RecordedReason.of(result),
                result.path("detail").asText(),
                hits);
    }

    /** {@return whether an outcome of the engine is this one, all but the share} */
    boolean is(Outcome outcome) {
        Differences differences = new Differences();
        compare("", outcome, differences);
        return differences.found().isEmpty();
    }

    void compare(String field, Outcome outcome, Differences differences) {
        differences.same(field + ".kind", kind, outcome.kind());
        boolean upstreamDecides =
                kind == Outcome.Kind.FORWARDED && outcome.status().isEmpty();
        if (!upstreamDecides) {
            differences.same(field + ".status", status, outcome.status());
        }
        differences.same(field + ".flags", flags, outcome.flags());
        differences.same(field + ".closed", closed, outcome.closed());
        if (reason.reason().isEmpty()) {
            differences.add(field + ".detail", detail, "a detail that no reason stands for");
        } else {
            differences.same(field + ".detail", reason.reason().orElseThrow(), outcome.reason());
        }
        reason.policy().ifPresent(policy -> comparePolicy(field, policy, outcome, differences));
    }

    private static void comparePolicy(String field, String policy, Outcome outcome, Differences differences) {
        boolean same = policy.equals("none")
                ? !outcome.detail().contains("-policy[")
                : outcome.detail().contains(policy);
        if (!same) {
            differences.add(field + ".detail", "policy " + policy, "\"" + outcome.detail() + "\"");
        }
    }

    @Override
    public String toString() {
        return kind + " " + status + " " + flags + (closed ? " closed " : " ") + detail;
    }
}
