package io.eastwest.testing.mutation;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.question.BehaviouralChange;
import io.eastwest.routing.question.BehaviouralDiff;
import io.eastwest.routing.question.CallTarget;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import io.eastwest.testing.coverage.CallYaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Seeks calls that a mutant answers differently, of all classes of requests: first while nothing is broken, then with each single
 * failure.
 */
final class DifferenceSearch {
    private static final int MOST_FAILURES = 50;
    private static final int LONGEST = 240;

    private final MeshRouter mesh;
    private final List<Conditions> conditions = new ArrayList<>();
    private final List<CallTarget> targets;

    DifferenceSearch(MeshRouter mesh) {
        this.mesh = mesh;
        conditions.add(Conditions.healthy());
        MeshFailures.of(mesh, Kind.CLUSTER, Kind.REGION, Kind.ZONE, Kind.GATEWAYS, Kind.LINK).stream()
                .limit(MOST_FAILURES)
                .map(MeshFailure::conditions)
                .forEach(conditions::add);
        this.targets = MatrixAxes.of(mesh).targets();
    }

    /**
     * What was found.
     *
     * @param difference a call, one that an expectation can be written of where there is one; empty: none was found
     * @param incomplete targets whose calls were not all compared
     */
    record Found(Optional<Difference> difference, List<String> incomplete) {}

    Found search(MeshRouter mutant) {
        Set<String> incomplete = new LinkedHashSet<>();
        Optional<Difference> second = Optional.empty();
        List<List<Conditions>> steps = List.of(conditions.subList(0, 1), conditions.subList(1, conditions.size()));
        for (List<Conditions> each : steps) {
            BehaviouralDiff diff = BehaviouralDiff.of(mesh, mutant, each);
            incomplete.addAll(diff.incomplete());
            List<Difference> found = diff.changes().stream()
                    .filter(change -> CallYaml.holds(change.witness()))
                    .map(DifferenceSearch::of)
                    .toList();
            Optional<Difference> best = found.stream()
                    .filter(difference ->
                            !KillingExpectation.of(difference).text().isEmpty())
                    .min(Comparator.comparingInt(
                            difference -> KillingExpectation.of(difference).rank()));
            if (best.isPresent()) {
                return new Found(best, List.copyOf(incomplete));
            }
            second = second.or(() ->
                            found.stream().filter(DifferenceSearch::isNoticed).findFirst())
                    .or(() -> diff.changes().stream()
                            .map(DifferenceSearch::of)
                            .filter(DifferenceSearch::isNoticed)
                            .findFirst());
        }
        return new Found(second, List.copyOf(incomplete));
    }

    /** {@return whether a client notices it: where connections are closed before and after, only operators see why} */
    private static boolean isNoticed(Difference difference) {
        return !isClosed(difference.before()) || !isClosed(difference.after());
    }

    private static boolean isClosed(Optional<Decision> decision) {
        return decision.isPresent() && decision.get().outcomes().stream().allMatch(Outcome::closed);
    }

    private static Difference of(BehaviouralChange change) {
        return new Difference(
                change.witness(),
                change.conditions(),
                cut(change.before()) + " becomes " + cut(change.after()),
                change.decisionBefore(),
                change.decisionAfter());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** {@return hosts whose calls are compared} */
    List<String> hosts() {
        return targets.stream()
                .map(target -> target.draft().from("", "", "").host())
                .distinct()
                .toList();
    }

    /** {@return how far it looks, for people} */
    String bound() {
        return "no call of a pod to a service, or from outside, is answered differently, while nothing is broken and with each of "
                + (conditions.size() - 1)
                + " single failures";
    }
}
