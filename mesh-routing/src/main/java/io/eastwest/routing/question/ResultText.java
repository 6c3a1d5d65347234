package io.eastwest.routing.question;

import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as text for people. */
final class ResultText {
    private ResultText() {}

    static String of(CallResult result) {
        if (!result.called()) {
            return "no caller";
        }
        List<String> parts = new ArrayList<>();
        result.answered()
                .forEach(place -> parts.add(place.place() + " " + place.share().toPercent()));
        rule(result, parts);
        result.refused().forEach(each -> parts.add("lost " + each.share().toPercent() + " (" + each.cause() + ")"));
        return String.join(", ", parts);
    }

    /** {@return the same in short: clusters without localities, reasons as flags} */
    static String brief(CallResult result) {
        if (!result.called()) {
            return "no caller";
        }
        List<String> parts = new ArrayList<>();
        Map<String, Share> clusters = new LinkedHashMap<>();
        result.answered()
                .forEach(each -> clusters.merge(
                        each.cluster().isEmpty() ? "outside" : each.cluster(), each.share(), Share::plus));
        clusters.forEach((cluster, share) -> parts.add(cluster + " " + share.toPercent()));
        rule(result, parts);
        Map<String, Share> lost = new LinkedHashMap<>();
        result.refused().forEach(each -> lost.merge(shortCause(each), each.share(), Share::plus));
        lost.forEach((cause, share) -> parts.add("lost " + share.toPercent() + " " + cause));
        return String.join(", ", parts);
    }

    private static String shortCause(RefusedShare refused) {
        return refused.flags().equals("-") ? refused.reason().name() : refused.flags();
    }

    private static void rule(CallResult result, List<String> parts) {
        if (!result.answeredByRule().isZero()) {
            parts.add("answered by a rule " + result.answeredByRule().toPercent());
        }
    }
}
