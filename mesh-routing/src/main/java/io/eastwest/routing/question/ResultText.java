package io.eastwest.routing.question;

import io.eastwest.routing.balancing.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as text for people. Percentages are rounded, but never to 0 % or 100 % what is neither. */
final class ResultText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = new BigDecimal("0.01");

    private ResultText() {}

    static String of(CallResult result) {
        if (!result.called()) {
            return "no caller";
        }
        List<String> parts = new ArrayList<>();
        result.answered().forEach(place -> parts.add(place.place() + " " + percent(place.share())));
        rule(result, parts);
        result.refused().forEach(each -> parts.add("lost " + percent(each.share()) + " (" + each.cause() + ")"));
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
        clusters.forEach((cluster, share) -> parts.add(cluster + " " + percent(share)));
        rule(result, parts);
        Map<String, Share> lost = new LinkedHashMap<>();
        result.refused().forEach(each -> lost.merge(shortCause(each), each.share(), Share::plus));
        lost.forEach((cause, share) -> parts.add("lost " + percent(share) + " " + cause));
        return String.join(", ", parts);
    }

    private static String shortCause(RefusedShare refused) {
        return refused.flags().equals("-") ? refused.reason().name() : refused.flags();
    }

    private static void rule(CallResult result, List<String> parts) {
        if (!result.answeredByRule().isZero()) {
            parts.add("answered by a rule " + percent(result.answeredByRule()));
        }
    }

    static String percent(Share share) {
        BigDecimal exact = new BigDecimal(share.numerator())
                .multiply(HUNDRED)
                .divide(new BigDecimal(share.denominator()), 2, RoundingMode.HALF_UP);
        if (!share.isZero() && exact.signum() == 0) {
            exact = LEAST;
        } else if (share.compareTo(Share.ONE) < 0 && exact.compareTo(HUNDRED) >= 0) {
            exact = HUNDRED.subtract(LEAST);
        }
        BigDecimal plain = exact.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString() + "%";
    }
}
