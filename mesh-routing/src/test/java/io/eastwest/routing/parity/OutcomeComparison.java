package io.eastwest.routing.parity;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.List;

/** Compares how calls end: kind, status, flags, reason, and the share of each end. */
final class OutcomeComparison {
    private OutcomeComparison() {}

    static void compare(List<RecordedOutcome> recorded, long requests, ProxyAnswer answer, Differences differences) {
        List<Outcome> possible = answer.outcomes().stream()
                .filter(outcome -> !outcome.share().isZero())
                .toList();
        if (recorded.size() == 1 && possible.size() == 1) {
            recorded.get(0).compare("result", possible.get(0), differences);
            return;
        }
        for (RecordedOutcome outcome : recorded) {
            Share share = Share.sum(
                    possible.stream().filter(outcome::is).map(Outcome::share).toList());
            if (!BinomialBound.holds(share, outcome.hits(), requests)) {
                differences.add(
                        "outcomes",
                        outcome + " in " + outcome.hits() + " of " + requests,
                        "a share of " + share + " among " + texts(possible));
            }
        }
        for (Outcome outcome : possible) {
            if (recorded.stream().noneMatch(known -> known.is(outcome))
                    && !BinomialBound.holds(outcome.share(), 0, requests)) {
                differences.add("outcomes", recorded, "also " + text(outcome));
            }
        }
    }

    private static List<String> texts(List<Outcome> outcomes) {
        return outcomes.stream().map(OutcomeComparison::text).toList();
    }

    private static String text(Outcome outcome) {
        return outcome.kind()
                + " "
                + outcome.status()
                + " "
                + outcome.flags()
                + (outcome.closed() ? " closed " : " ")
                + outcome.reason()
                + " "
                + outcome.detail()
                + " share "
                + outcome.share();
    }
}
