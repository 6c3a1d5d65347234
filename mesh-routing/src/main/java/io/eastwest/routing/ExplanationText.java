package io.eastwest.routing;

import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceStep;

/** An explanation as text: the decision, then one line for each step. */
final class ExplanationText {
    private ExplanationText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.decision().toText());
        String proxy = "";
        for (TraceStep step : explanation.steps()) {
            if (!step.proxy().equals(proxy)) {
                proxy = step.proxy();
                text.append("  at ").append(proxy).append('\n');
            }
            text.append(line(step)).append('\n');
        }
        for (OmittedSteps omitted : explanation.omitted()) {
            text.append("  ... ")
                    .append(omitted.candidates())
                    .append(" more of ")
                    .append(omitted.stage())
                    .append(omitted.proxy().isEmpty() ? "" : " at " + omitted.proxy())
                    .append('\n');
        }
        return text.toString();
    }

    private static String line(TraceStep step) {
        String reason = step.reason();
        String candidate = step.candidate().isEmpty() ? "" : ' ' + step.candidate();
        return (step.taken() ? "  + " : "  - ")
                + step.stage()
                + candidate
                + (reason.isEmpty() ? "" : ": " + reason)
                + source(step);
    }

    private static String source(TraceStep step) {
        return step.resource()
                .map(resource -> " <" + resource + spaced(step.path()) + spaced(step.location()) + '>')
                .orElse("");
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : ' ' + text;
    }
}
