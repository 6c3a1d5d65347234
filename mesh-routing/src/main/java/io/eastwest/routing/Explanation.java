package io.eastwest.routing;

import io.eastwest.routing.proxy.TraceStep;
import java.util.List;
import java.util.function.Function;

/**
 * A decision with every step that led to it.
 *
 * @param decision the decision
 * @param steps steps of the caller's sidecar, then of each further proxy, in the order taken
 * @param locations finds file and line of what a step is about; empty text: unknown
 */
public record Explanation(Decision decision, List<TraceStep> steps, Function<TraceStep, String> locations) {
    /**
     * Copies the list.
     *
     * @param decision the decision
     * @param steps steps
     * @param locations finds file and line
     */
    public Explanation {
        steps = List.copyOf(steps);
    }

    /** {@return the decision, then each candidate that was taken or not, why, and where it is written} */
    public String toText() {
        StringBuilder text = new StringBuilder(decision.toText());
        for (TraceStep step : steps) {
            text.append("  ")
                    .append(step.taken() ? "+ " : "- ")
                    .append(step.stage())
                    .append(' ')
                    .append(step.candidate())
                    .append(step.why().isEmpty() ? "" : ": " + step.why());
            step.origin().ifPresent(origin -> {
                String location = locations.apply(step);
                text.append(" <")
                        .append(origin.resource())
                        .append(origin.path().isEmpty() ? "" : " " + origin.path())
                        .append(location.isEmpty() ? "" : " " + location)
                        .append('>');
            });
            text.append('\n');
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
