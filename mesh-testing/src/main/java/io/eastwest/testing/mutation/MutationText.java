package io.eastwest.testing.mutation;

import io.eastwest.routing.balancing.Share;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a report for people. */
final class MutationText {
    private final StringBuilder text = new StringBuilder();

    private MutationText() {}

    static String of(MutationReport report) {
        MutationText writer = new MutationText();
        writer.write(report);
        return writer.text.toString();
    }

    private void write(MutationReport report) {
        text.append(report.mesh()).append(": ");
        for (MutantFate fate : MutantFate.values()) {
            text.append(report.with(fate).size())
                    .append(' ')
                    .append(fate.name().toLowerCase(Locale.ROOT))
                    .append(", ");
        }
        text.append("score ").append(percent(report.score())).append('\n');
        if (report.results().size() < report.possible()) {
            text.append("tried ")
                    .append(report.results().size())
                    .append(" of ")
                    .append(report.possible())
                    .append(" mutants\n");
        }
        List<MutationResult> survived = report.with(MutantFate.SURVIVED);
        title("survived", survived);
        for (MutationResult each : survived) {
            line(each.mutant().toText());
            text.append("    ").append(each.because()).append('\n');
            if (!each.expectation().isEmpty()) {
                text.append("    this would kill it:\n")
                        .append(each.expectation().indent(6));
            }
        }
        List<MutationResult> equivalent = report.with(MutantFate.EQUIVALENT);
        title("equivalent", equivalent);
        grouped(equivalent);
        List<MutationResult> invalid = report.with(MutantFate.INVALID);
        title("invalid", invalid);
        invalid.forEach(each -> line(each.mutant().toText() + ": " + each.because()));
    }

    private void title(String name, List<MutationResult> some) {
        if (!some.isEmpty()) {
            text.append(name).append('\n');
        }
    }

    private void line(String content) {
        text.append("  ").append(content).append('\n');
    }

    /** Tells the bound that several have in common once. */
    private void grouped(List<MutationResult> some) {
        Map<String, StringBuilder> byReason = new LinkedHashMap<>();
        some.forEach(each -> byReason.computeIfAbsent(each.because(), key -> new StringBuilder())
                .append("    ")
                .append(each.mutant().toText())
                .append('\n'));
        byReason.forEach((reason, mutants) -> {
            line(reason);
            text.append(mutants);
        });
    }

    /** {@return a percentage with one digit, rounded down, so that 100 means all} */
    private static String percent(Share share) {
        BigInteger thousandths =
                share.numerator().multiply(BigInteger.valueOf(1000)).divide(share.denominator());
        return new BigDecimal(thousandths, 1) + "%";
    }
}
