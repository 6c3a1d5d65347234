package io.eastwest.testing.coverage;

import io.eastwest.routing.balancing.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Writes a report for people. */
final class CoverageText {
    private CoverageText() {}

    static String of(CoverageReport report) {
        StringBuilder text = new StringBuilder(headline(report)).append('\n');
        for (RuleKind kind : RuleKind.values()) {
            List<CoverageItem> some =
                    report.items().stream().filter(item -> item.kind() == kind).toList();
            if (!some.isEmpty()) {
                text.append(String.format(Locale.ROOT, "  %-21s %s%n", kind.plural(), counts(some))
                        .replace("\r", ""));
            }
        }
        add(text, "missed", report.missed());
        add(text, "unreachable", report.unreachable());
        if (!report.complete()) {
            text.append("the mesh is too large to look at every rule that was missed\n");
        }
        return text.toString();
    }

    static String headline(CoverageReport report) {
        return report.mesh() + ": " + report.calls() + (report.calls() == 1 ? " call reaches " : " calls reach ")
                + counts(report.items()) + " of the rules, " + percent(report.share());
    }

    /** {@return such as {@code 3 of 4, 1 more unreachable}} */
    static String counts(List<CoverageItem> some) {
        long reached = CoverageReport.count(some, CoverageStanding.REACHED);
        long missed = CoverageReport.count(some, CoverageStanding.MISSED);
        long never = CoverageReport.count(some, CoverageStanding.UNREACHABLE);
        return reached + " of " + (reached + missed) + (never == 0 ? "" : " (" + never + " unreachable)");
    }

    /** {@return a percentage with one digit, rounded down, so that 100 means all} */
    static String percent(Share share) {
        BigInteger thousandths =
                share.numerator().multiply(BigInteger.valueOf(1000)).divide(share.denominator());
        return new BigDecimal(thousandths, 1).setScale(1, RoundingMode.UNNECESSARY) + "%";
    }

    private static void add(StringBuilder text, String title, List<CoverageItem> some) {
        if (!some.isEmpty()) {
            text.append(title).append('\n');
            some.forEach(item -> text.append("  ").append(item.toText()).append('\n'));
        }
    }
}
