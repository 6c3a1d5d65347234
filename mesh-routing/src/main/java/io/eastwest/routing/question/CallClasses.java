package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import java.util.List;

/**
 * One call of each class that routes and policies tell apart, for one caller and one port of a host. Immutable.
 *
 * @param calls calls, the simplest first
 * @param gaps what these calls may not show, one line each: a rule for which no call was found, expressions that are not
 *     understood, combinations that were not made, attributes in which all the calls are alike; empty: nothing
 */
public record CallClasses(List<Call> calls, List<String> gaps) {
    /**
     * Copies the lists.
     *
     * @param calls calls
     * @param gaps what they may not show
     */
    public CallClasses {
        calls = List.copyOf(calls);
        gaps = List.copyOf(gaps);
    }

    /** {@return a line for each call, then the gaps} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        calls.forEach(call -> text.append(call).append('\n'));
        gaps.forEach(gap -> text.append("not covered: ").append(gap).append('\n'));
        return text.toString();
    }
}
