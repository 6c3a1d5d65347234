package io.eastwest.routing.question;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One class of calls whose answer differs between two meshes. Immutable.
 *
 * @param target what is called, such as {@code orders.shop:8080}
 * @param callers callers whose calls change in this way, in the order of the mesh
 * @param requests how many classes of requests change in this way, over all callers
 * @param witness a call that shows it, the simplest that was found
 * @param conditions what is broken when it shows
 * @param before what the mesh before does, in one line
 * @param after what the mesh after does, in one line
 * @param decisionBefore the decision before; empty: DNS does not know the host there
 * @param decisionAfter the decision after; empty: DNS does not know the host there
 */
public record BehaviouralChange(
        String target,
        List<Caller> callers,
        int requests,
        Call witness,
        Conditions conditions,
        String before,
        String after,
        Optional<Decision> decisionBefore,
        Optional<Decision> decisionAfter) {
    /**
     * Copies the list.
     *
     * @param target what is called
     * @param callers callers whose calls change
     * @param requests how many classes of requests change
     * @param witness a call that shows it
     * @param conditions what is broken
     * @param before what the mesh before does
     * @param after what the mesh after does
     * @param decisionBefore the decision before
     * @param decisionAfter the decision after
     */
    public BehaviouralChange {
        callers = List.copyOf(callers);
    }

    /** {@return the change for people, some lines} */
    public String toText() {
        return target
                + (conditions.all().isEmpty() ? "" : " when " + conditions)
                + "\n  - " + before
                + "\n  + " + after
                + "\n  such as " + witness
                + "\n  callers " + callers.stream().map(Caller::toString).collect(Collectors.joining(", "))
                + "\n";
    }

    @Override
    public String toString() {
        return toText();
    }
}
