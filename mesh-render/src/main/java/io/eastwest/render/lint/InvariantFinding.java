package io.eastwest.render.lint;

import io.eastwest.model.issue.Severity;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.render.style.RenderValue;
import java.util.List;
import org.immutables.value.Value;

/** One rule that clusters break. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface InvariantFinding {
    /** {@return how much it matters} */
    Severity severity();

    /** {@return the rule} */
    MeshInvariant invariant();

    /** {@return names of the clusters that break it, in the order of the topology} */
    List<String> clusters();

    /** {@return the object that shows it; empty text: none} */
    String subject();

    /** {@return where the object is written in each of the clusters, or else what decides; empty when code built it} */
    List<SourceLocation> locations();

    /** {@return what is wrong and what comes of it, one line} */
    String message();

    /** {@return what to do, one line} */
    String hint();

    /** {@return the finding as one line: {@code ERROR V4 c1 Secret/istio-system/s: message; hint CODE}} */
    default String line() {
        String shown = subject().isEmpty() ? "" : " " + subject();
        return severity() + " " + invariant().id() + " " + String.join(", ", clusters()) + shown + ": " + message()
                + "; " + hint() + " " + invariant();
    }

    /** {@return an empty builder} */
    static InvariantFindingBuilder builder() {
        return new InvariantFindingBuilder();
    }
}
