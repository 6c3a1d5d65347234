package io.eastwest.render.install;

import io.eastwest.model.issue.Severity;
import io.eastwest.render.style.RenderValue;
import org.immutables.value.Value;

/** One thing that a plan leaves to do, or that its owner should know. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface InstallFinding {
    /** {@return how much it matters} */
    Severity severity();

    /** {@return kind of finding} */
    InstallCode code();

    /** {@return name of the cluster} */
    String cluster();

    /** {@return what is the case, one line} */
    String message();

    /** {@return what to do, one line} */
    String hint();

    /** {@return the finding as one line: {@code SEVERITY cluster/c1: message; hint CODE}} */
    default String line() {
        return severity() + " cluster/" + cluster() + ": " + message() + "; " + hint() + " " + code();
    }

    /** {@return an empty builder} */
    static InstallFindingBuilder builder() {
        return new InstallFindingBuilder();
    }
}
