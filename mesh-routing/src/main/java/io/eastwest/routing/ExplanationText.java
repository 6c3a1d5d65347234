package io.eastwest.routing;

import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;

/** An explanation as text: the decision, then one line for each step. */
final class ExplanationText {
    private ExplanationText() {}

    static String of(Explanation explanation) {
        StringBuilder text = new StringBuilder(explanation.decision().toText());
        String proxy = "";
        List<TraceStep> steps = explanation.steps();
        int next = 0;
        while (next < steps.size()) {
            TraceStep step = steps.get(next);
            if (!step.proxy().equals(proxy)) {
                proxy = step.proxy();
                text.append("  at ").append(proxy).append('\n');
            }
            int others = others(steps, next);
            if (others > 1) {
                text.append("  - ")
                        .append(step.stage())
                        .append(' ')
                        .append(others)
                        .append(" that are for others\n");
                next += others;
            } else {
                text.append(line(step)).append('\n');
                next++;
            }
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

    /** {@return how many virtual hosts or listeners in a row are for other authorities or addresses} */
    private static int others(List<TraceStep> steps, int start) {
        int end = start;
        while (end < steps.size() && isOther(steps.get(end), steps.get(start))) {
            end++;
        }
        return end - start;
    }

    private static boolean isOther(TraceStep step, TraceStep first) {
        boolean indexed = step.stage() == TraceStep.Stage.VIRTUAL_HOST || step.stage() == TraceStep.Stage.LISTENER;
        return indexed
                && !step.taken()
                && !step.mismatches().isEmpty()
                && step.stage() == first.stage()
                && step.proxy().equals(first.proxy());
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
