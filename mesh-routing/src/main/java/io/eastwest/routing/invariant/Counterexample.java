package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import java.util.Optional;

/**
 * A call for which an invariant does not hold. Immutable.
 *
 * @param call the call
 * @param conditions what is broken then; none of these conditions can be left out
 * @param why what is wrong, one line
 * @param decision what becomes of the call; empty: the DNS of its caller does not know the host
 */
public record Counterexample(Call call, Conditions conditions, String why, Optional<Decision> decision) {
    /** {@return the call, what is broken, what is wrong, and the decision, for people} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(call);
        call.request()
                .ifPresent(request -> request.headers()
                        .forEach(header -> text.append("\n  with header ")
                                .append(header.name())
                                .append(": ")
                                .append(header.value())));
        text.append("\n  when ").append(conditions).append("\n  ").append(why).append('\n');
        decision.ifPresent(each -> each.toText()
                .lines()
                .forEach(line -> text.append("  | ").append(line).append('\n')));
        return text.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
