package io.eastwest.render.lint;

import io.eastwest.model.issue.Severity;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.render.style.RenderValue;
import java.util.Optional;
import org.immutables.value.Value;

/** One mistake and what comes of it. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface LintFinding {
    /** {@return how much it matters} */
    Severity severity();

    /** {@return kind of mistake} */
    LintCode code();

    /** {@return name of the cluster} */
    String cluster();

    /** {@return what is meant, such as {@code Istio/default} or {@code release istiod}} */
    String subject();

    /** {@return the value that is meant, as a path; empty text: the whole} */
    String path();

    /** {@return where the value, or what would hold it, is written; empty when code built it, and for releases} */
    Optional<SourceLocation> location();

    /** {@return what is wrong, one line} */
    String message();

    /** {@return what comes of it, one line} */
    String consequence();

    /** {@return what to do, one line} */
    String hint();

    /** {@return the finding as one line: {@code SEVERITY cluster/c1 Istio/default path: message, so that ...; hint CODE}} */
    default String line() {
        String place = path().isEmpty() ? "" : " " + path();
        return severity() + " cluster/" + cluster() + " " + subject() + place + ": " + message() + ", so that "
                + consequence() + "; " + hint() + " " + code();
    }

    /** {@return an empty builder} */
    static LintFindingBuilder builder() {
        return new LintFindingBuilder();
    }
}
