package io.eastwest.routing;

import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.routing.trace.OmittedSteps;
import io.eastwest.routing.trace.TraceStep;
import java.util.List;

/**
 * A decision with every step that led to it: plain data, compared by value.
 *
 * @param decision the decision
 * @param steps steps of the caller's proxy, then of each further proxy, in the order taken
 * @param omitted how many further candidates were considered where a stage had too many of them to list
 */
public record Explanation(Decision decision, List<TraceStep> steps, List<OmittedSteps> omitted) {
    /**
     * Copies the lists.
     *
     * @param decision the decision
     * @param steps steps
     * @param omitted what is not listed
     */
    public Explanation {
        steps = List.copyOf(steps);
        omitted = List.copyOf(omitted);
    }

    /**
     * An explanation that lists all.
     *
     * @param decision the decision
     * @param steps steps
     */
    public Explanation(Decision decision, List<TraceStep> steps) {
        this(decision, steps, List.of());
    }

    /** {@return the decision, then each candidate that was taken or not, why, and where it is written} */
    public String toText() {
        return ExplanationText.of(this);
    }

    /**
     * {@return the whole as JSON: decision with call, conditions and findings, then the steps}
     *
     * <p>The form is described by {@code explanation-v1.schema.json} beside this class. Shares are exact, as {@code "1/3"}.
     */
    public String toJson() {
        return ExplanationJson.FORM.write(this);
    }

    /**
     * {@return the explanation that was written}
     *
     * @param json what {@link #toJson()} gave, at most 64 MiB
     * @throws InvalidResourceException if the text is something else; it names each field that is wrong, unknown or missing
     */
    public static Explanation fromJson(String json) {
        return ExplanationJson.FORM.read(json);
    }

    @Override
    public String toString() {
        return toText();
    }
}
