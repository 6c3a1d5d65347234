package io.eastwest.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the shares of a call, in the order in which it is found out. Retries replace what first tries came to; then
 * that is kept beside.
 */
final class CallEvents {
    private final List<EndpointTarget> answers = new ArrayList<>();
    private final List<CallEnding> endings = new ArrayList<>();
    private final List<CallVisit> tries = new ArrayList<>();
    private @Nullable CallEvents first;

    /** A place in the order. */
    record Mark(int answers, int endings, int tries) {}

    /** What happened between two places. */
    record Part(List<EndpointTarget> answers, List<CallEnding> endings, List<CallVisit> tries) {
        Part {
            answers = List.copyOf(answers);
            endings = List.copyOf(endings);
            tries = List.copyOf(tries);
        }
    }

    void add(EndpointTarget answer) {
        answers.add(answer);
        if (first != null) {
            first.add(answer);
        }
    }

    void add(CallEnding ending) {
        endings.add(ending);
        if (first != null) {
            first.add(ending);
        }
    }

    /** A try gets to an endpoint, or passes a proxy between. */
    void addTry(CallVisit visit) {
        tries.add(visit);
    }

    Mark mark() {
        return new Mark(answers.size(), endings.size(), tries.size());
    }

    /** {@return what first tries came to up to now; made by {@link #mark()} when nothing was retried yet} */
    Mark firstMark() {
        return first == null ? mark() : first.mark();
    }

    boolean isEndedSince(Mark mark) {
        return endings.size() > mark.endings();
    }

    Part between(Mark from, Mark to) {
        return new Part(
                answers.subList(from.answers(), to.answers()),
                endings.subList(from.endings(), to.endings()),
                tries.subList(from.tries(), to.tries()));
    }

    /** Replaces what happened since a place; what first tries came to stays beside. */
    void replace(Mark from, Part part) {
        if (first == null) {
            first = new CallEvents();
            first.answers.addAll(answers);
            first.endings.addAll(endings);
        }
        truncate(from);
        answers.addAll(part.answers());
        endings.addAll(part.endings());
        tries.addAll(part.tries());
    }

    /** Takes back what happened since a place, as if nobody had asked. */
    void forget(Mark from, Mark firstFrom) {
        truncate(from);
        if (first != null) {
            first.truncate(firstFrom);
        }
    }

    /** For a proxy before, everything since a place is a response. */
    void respond(Mark from) {
        for (int i = from.endings(); i < endings.size(); i++) {
            endings.set(i, endings.get(i).withResult(TryResult.RESPONSE));
        }
    }

    private void truncate(Mark mark) {
        answers.subList(mark.answers(), answers.size()).clear();
        endings.subList(mark.endings(), endings.size()).clear();
        tries.subList(Math.min(mark.tries(), tries.size()), tries.size()).clear();
    }

    List<EndpointTarget> answers() {
        return answers;
    }

    List<CallEnding> endings() {
        return endings;
    }

    /** {@return what tries get to, as often as they do; nothing where no errors are assumed} */
    List<CallVisit> tries() {
        return tries;
    }

    /** {@return what would have come of the call without retries} */
    CallEvents first() {
        return first == null ? this : first;
    }
}
