package io.eastwest.routing.invariant;

import java.util.List;
import java.util.Optional;

/**
 * Whether an invariant holds, over how much, and what was not covered. Immutable.
 *
 * @param invariant the sentence
 * @param callers how many callers were meant
 * @param targets how many ports of services were meant
 * @param calls how many calls were asked: classes of requests over callers and targets
 * @param failures how many failures each was asked under, beside none
 * @param decisions how many decisions that took; failures that do the same to a call share one
 * @param notCovered what was not asked or is not known, one line each; empty: nothing
 * @param counterexample a call for which it does not hold, under the smallest failure; empty: none was found
 */
public record InvariantAnswer(
        String invariant,
        int callers,
        int targets,
        long calls,
        int failures,
        long decisions,
        List<String> notCovered,
        Optional<Counterexample> counterexample) {
    /**
     * Copies the list.
     *
     * @param invariant the sentence
     * @param callers how many callers
     * @param targets how many targets
     * @param calls how many calls
     * @param failures how many failures
     * @param decisions how many decisions
     * @param notCovered what was not covered
     * @param counterexample a call for which it does not hold
     */
    public InvariantAnswer {
        notCovered = List.copyOf(notCovered);
    }

    /** {@return whether no call was found for which the invariant does not hold; {@link #isComplete()} tells whether all were asked} */
    public boolean holds() {
        return counterexample.isEmpty();
    }

    /** {@return whether everything was asked, and nothing of it is uncertain} */
    public boolean isComplete() {
        return notCovered.isEmpty();
    }

    /** {@return the answer for people} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        if (counterexample.isPresent()) {
            text.append("BROKEN: ")
                    .append(invariant)
                    .append('\n')
                    .append(counterexample.get().toText());
        } else {
            text.append(isComplete() ? "HOLDS: " : "HOLDS AS FAR AS ASKED: ")
                    .append(invariant)
                    .append('\n');
        }
        text.append(counted(callers, "caller"))
                .append(", ")
                .append(counted(targets, "target"))
                .append(", ")
                .append(counted(calls, "call"))
                .append(", ")
                .append(counted(failures, "failure"))
                .append(", ")
                .append(counted(decisions, "decision"))
                .append('\n');
        notCovered.forEach(line -> text.append("not covered: ").append(line).append('\n'));
        return text.toString();
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    @Override
    public String toString() {
        return toText();
    }
}
