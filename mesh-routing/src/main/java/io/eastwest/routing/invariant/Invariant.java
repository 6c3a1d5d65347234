package io.eastwest.routing.invariant;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence about calls that must be true of all of them, when nothing is broken and under each of some failures. Made by {@link
 * CallScope}. Immutable.
 *
 * <pre>
 * InvariantAnswer answer = Invariant.calls().fromNamespace("pci").stayInRegion("eu").underAnySingleFailure().check(router);
 * </pre>
 */
public final class Invariant {
    /** As many decisions are made unless {@link #withAtMost} says otherwise. */
    public static final long MOST_DECISIONS = 1_000_000;

    private final CallScope scope;
    private final DecisionRule rule;
    private final Set<Kind> kinds;
    private final List<MeshFailure> given;
    private final long most;

    private Invariant(CallScope scope, DecisionRule rule, Set<Kind> kinds, List<MeshFailure> given, long most) {
        this.scope = scope;
        this.rule = rule;
        this.kinds = kinds;
        this.given = given;
        this.most = most;
    }

    static Invariant of(CallScope scope, DecisionRule rule) {
        return new Invariant(scope, rule, new LinkedHashSet<>(), List.of(), MOST_DECISIONS);
    }

    /**
     * Starts with all calls of the mesh: every caller of {@link io.eastwest.routing.question.MeshCallers}, every port of every
     * service of the mesh that is not UDP, every class of requests of {@link io.eastwest.routing.question.CallClassifier}.
     *
     * @return the calls, to be narrowed down
     */
    public static CallScope calls() {
        return CallScope.ALL;
    }

    /**
     * Asks under each single failure of some kinds, too.
     *
     * @param more kinds; {@link Kind#GIVEN} adds nothing
     * @return the invariant
     */
    public Invariant underSingleFailures(Kind... more) {
        Set<Kind> all = new LinkedHashSet<>(kinds);
        all.addAll(List.of(more));
        return new Invariant(scope, rule, all, given, most);
    }

    /**
     * Asks under each single failure of every kind that {@link MeshFailures} lists, too.
     *
     * @return the invariant
     */
    public Invariant underAnySingleFailure() {
        return underSingleFailures(Kind.values());
    }

    /**
     * Asks under failures of one's own, too.
     *
     * @param failures what may be broken, one after the other
     * @return the invariant
     */
    public Invariant under(MeshFailure... failures) {
        List<MeshFailure> all = new ArrayList<>(given);
        all.addAll(List.of(failures));
        return new Invariant(scope, rule, kinds, List.copyOf(all), most);
    }

    /**
     * Bounds the work.
     *
     * @param decisions how many decisions are made at most, 1 or more
     * @return the invariant
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Invariant withAtMost(long decisions) {
        if (decisions < 1) {
            throw new IllegalArgumentException("an invariant needs 1 decision or more but was given " + decisions);
        }
        return new Invariant(scope, rule, kinds, given, decisions);
    }

    /**
     * Asks the mesh.
     *
     * @param router the mesh
     * @return whether the invariant holds, or the call for which it does not
     * @throws IllegalArgumentException if no caller or no target of the mesh is meant, or a failure names what the mesh does not
     *     have
     */
    public InvariantAnswer check(MeshRouter router) {
        return new InvariantCheck(router, this).answer();
    }

    /** {@return the sentence, one line} */
    public String text() {
        List<String> parts = new ArrayList<>();
        if (kinds.stream().anyMatch(kind -> kind != Kind.GIVEN)) {
            boolean every = kinds.size() == Kind.values().length;
            parts.add(every ? "any single failure" : "any single failure of " + names());
        }
        if (!given.isEmpty()) {
            parts.add(given.size() == 1 ? given.get(0).name() : "each of " + given.size() + " given failures");
        }
        return scope.text() + " " + rule.text()
                + (parts.isEmpty() ? "" : ", also under " + String.join(" and ", parts));
    }

    private String names() {
        return String.join(
                " or ",
                kinds.stream()
                        .filter(kind -> kind != Kind.GIVEN)
                        .map(KindText::of)
                        .toList());
    }

    CallScope scope() {
        return scope;
    }

    DecisionRule rule() {
        return rule;
    }

    long most() {
        return most;
    }

    /** {@return what may be broken: single failures from the smallest kind on, then given ones from the fewest conditions on} */
    List<MeshFailure> failures(MeshRouter router) {
        List<MeshFailure> all =
                new ArrayList<>(MeshFailures.of(router, kinds.stream().sorted().toArray(Kind[]::new)));
        given.stream()
                .sorted(Comparator.comparingInt(
                        failure -> failure.conditions().all().size()))
                .forEach(all::add);
        return all;
    }

    @Override
    public String toString() {
        return text();
    }
}
