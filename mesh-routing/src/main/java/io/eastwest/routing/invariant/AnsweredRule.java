package io.eastwest.routing.invariant;

import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import java.util.Optional;

/**
 * At least a share of the calls is answered.
 *
 * @param least the share
 */
record AnsweredRule(Share least) implements DecisionRule {
    AnsweredRule {
        if (least.isZero() || least.compareTo(Share.ONE) > 0) {
            throw new IllegalArgumentException(
                    "the least share that is answered must be more than 0 and at most 1 but was " + least);
        }
    }

    @Override
    public String text() {
        return least.equals(Share.ONE) ? "are answered" : "are answered to at least " + least;
    }

    @Override
    public Optional<String> breach(Call call, Decision decision, MeshPlaces places) {
        Share lost = decision.share(Outcome.Kind.REFUSED);
        if (Share.ONE.minus(lost).compareTo(least) >= 0) {
            return Optional.empty();
        }
        Outcome first = decision.outcomes().stream()
                .filter(outcome -> outcome.kind() == Outcome.Kind.REFUSED
                        && !outcome.share().isZero())
                .findFirst()
                .orElseThrow();
        String status = first.status().isPresent() ? first.status().getAsInt() + " " : "";
        return Optional.of("share " + lost + " is not answered: " + status
                + (first.flags().equals("-") ? "" : first.flags() + " ") + first.reason()
                + (first.detail().isEmpty() ? "" : ", " + first.detail()));
    }

    @Override
    public Optional<String> breachOfUnknownHost(Call call) {
        return Optional.of("the DNS of cluster " + call.caller().cluster() + " does not know " + call.host());
    }
}
