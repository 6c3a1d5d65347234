package io.eastwest.testing;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.Locale;
import java.util.Optional;

/** Says that a share of calls is another one than expected. */
final class ShouldHaveShare {
    private ShouldHaveShare() {}

    static Optional<Failure> shouldHaveShareOfCluster(Decision decision, String cluster, Share share) {
        return compare(
                share,
                decision.shareOfCluster(cluster),
                "to be answered in cluster \"" + cluster + "\" with share ",
                Found.clusters(decision));
    }

    static Optional<Failure> shouldHaveShareOf(Decision decision, String workload, Share share) {
        WorkloadName name = new WorkloadName(workload);
        Share actual = Share.sum(decision.endpoints().stream()
                .filter(target -> name.means(target.owner(), target.address()))
                .map(EndpointTarget::share)
                .toList());
        return compare(share, actual, "to be answered by \"" + workload + "\" with share ", Found.owners(decision));
    }

    static Optional<Failure> shouldEndAs(Decision decision, Outcome.Kind kind, Share share) {
        return compare(
                share,
                decision.share(kind),
                "to end as " + kind.name().toLowerCase(Locale.ROOT) + " with share ",
                Found.outcomes(decision));
    }

    private static Optional<Failure> compare(Share expected, Share actual, String expectation, String found) {
        return expected.equals(actual)
                ? Optional.empty()
                : Optional.of(new Failure(expectation + expected, "the share is " + actual + "; " + found));
    }
}
