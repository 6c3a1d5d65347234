package io.eastwest.render.install;

import io.eastwest.render.style.RenderValue;
import org.immutables.value.Value;

/** One question that shows whether an installation works. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface VerificationStep {
    /** {@return name of the cluster that is asked} */
    String cluster();

    /** {@return what is checked, one or two words such as {@code remote secrets}} */
    String check();

    /** {@return the command} */
    String command();

    /** {@return what it must show} */
    String expectation();

    /** {@return an empty builder} */
    static VerificationStepBuilder builder() {
        return new VerificationStepBuilder();
    }
}
