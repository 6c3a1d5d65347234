package io.eastwest.testing;

import io.eastwest.routing.Decision;
import java.util.Optional;

/** Says that a cluster does not answer, or not alone. */
final class ShouldAnswerIn {
    private ShouldAnswerIn() {}

    static Optional<Failure> shouldAnswerIn(Decision decision, String cluster) {
        return decision.shareOfCluster(cluster).isZero()
                ? Optional.of(new Failure("to be answered in cluster \"" + cluster + "\"", Found.clusters(decision)))
                : Optional.empty();
    }

    static Optional<Failure> shouldAnswerOnlyIn(Decision decision, String cluster) {
        boolean met = !decision.endpoints().isEmpty()
                && decision.endpoints().stream()
                        .allMatch(target -> target.cluster().equals(cluster));
        return met
                ? Optional.empty()
                : Optional.of(
                        new Failure("to be answered in cluster \"" + cluster + "\" alone", Found.clusters(decision)));
    }
}
