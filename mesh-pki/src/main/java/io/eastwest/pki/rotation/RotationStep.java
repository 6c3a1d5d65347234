package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.style.PkiValue;
import java.util.List;
import org.immutables.value.Value;

/** One step of a rotation: done in every cluster, and checked in every cluster before the next one starts. */
@PkiValue
@Value.Immutable
public interface RotationStep {
    /** {@return position in the plan; 0 is the preparation of a root rotation} */
    int number();

    /** {@return what the step is about, a few words} */
    String title();

    /** {@return what to do in each cluster, in this order; the order of the clusters does not matter} */
    List<String> actions();

    /** {@return what must be true before the next step starts anywhere} */
    List<String> gates();

    /** {@return how to undo the step} */
    String wayBack();

    /** {@return whether the step can be undone without issuing anything anew} */
    boolean reversible();

    /** {@return the cacerts of each cluster after the step; empty if the step does not touch them} */
    List<CaBundle> bundles();

    /** {@return a builder} */
    static RotationStepBuilder builder() {
        return new RotationStepBuilder();
    }
}
