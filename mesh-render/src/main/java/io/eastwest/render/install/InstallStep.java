package io.eastwest.render.install;

import io.eastwest.render.style.RenderValue;
import java.util.List;
import org.immutables.value.Value;

/** One step of an installation. Not meant to be implemented by users. */
@RenderValue
@Value.Immutable
public interface InstallStep {
    /** {@return what the step asks for} */
    StepAction action();

    /** {@return name of the cluster} */
    String cluster();

    /** {@return what is done or awaited, one line} */
    String title();

    /** {@return paths of the files that are applied, in order, as {@link InstallPlan#files()} or its secrets name them} */
    List<String> files();

    /** {@return commands that do it; {@code --context} is the name of the cluster} */
    List<String> commands();

    /** {@return an empty builder} */
    static InstallStepBuilder builder() {
        return new InstallStepBuilder();
    }
}
