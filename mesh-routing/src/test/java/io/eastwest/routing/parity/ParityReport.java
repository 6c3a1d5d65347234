package io.eastwest.routing.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All verdicts of a walk.
 *
 * @param verdicts verdicts in order of the cases
 * @param pending what may fail
 */
record ParityReport(List<Verdict> verdicts, PendingList pending) {

    static ParityReport of(List<ParityCase> cases, ParityEngine engine, PendingList pending) {
        List<Verdict> verdicts =
                cases.parallelStream().map(parityCase -> CaseRun.of(parityCase, engine)).toList().stream()
                        .flatMap(List::stream)
                        .toList();
        return new ParityReport(verdicts, pending);
    }

    Standing standing(Verdict verdict) {
        if (verdict.passed()) {
            return Standing.PASSED;
        }
        return pending.covering(verdict).isPresent() ? Standing.PENDING : Standing.FAILED;
    }

    List<Verdict> failures() {
        return verdicts.stream()
                .filter(verdict -> standing(verdict) == Standing.FAILED)
                .toList();
    }

    /** {@return a line per area and the totals} */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        group(verdicts, Verdict::area).forEach((area, checks) -> lines.add(area + ": " + counts(checks)));
        lines.add("total: " + counts(verdicts));
        Map<Standing, Long> cases = group(verdicts, Verdict::caseId).values().stream()
                .collect(Collectors.groupingBy(this::worst, TreeMap::new, Collectors.counting()));
        lines.add("cases: " + text(cases));
        return lines;
    }

    /** {@return in how many checks each field is the first to differ, most often first} */
    List<String> firstDifferences() {
        return counted(verdict -> verdict.fields().stream().limit(1));
    }

    /** {@return in how many checks each field differs, most often first} */
    List<String> allDifferences() {
        return counted(verdict -> verdict.fields().stream());
    }

    private List<String> counted(Function<Verdict, Stream<String>> fields) {
        Map<String, Long> counts = verdicts.stream()
                .flatMap(fields)
                .collect(Collectors.groupingBy(field -> field, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .toList();
    }

    /** Writes the report for people and the table for tools. */
    void write(Path directory) {
        StringBuilder report = new StringBuilder(String.join("\n", summary()))
                .append("\n\nfirst differences:\n")
                .append(String.join("\n", firstDifferences()))
                .append("\n\nall differences:\n")
                .append(String.join("\n", allDifferences()))
                .append('\n');
        for (Verdict verdict : verdicts) {
            if (!verdict.passed()) {
                report.append('\n')
                        .append(standing(verdict))
                        .append(' ')
                        .append(verdict.text())
                        .append('\n');
            }
        }
        StringBuilder table = new StringBuilder("area\tcase\tcheck\tverdict\tfirst difference\tfields\n");
        for (Verdict verdict : verdicts) {
            String difference =
                    verdict.passed() ? "" : oneCell(verdict.differences().get(0).toString());
            table.append(String.join(
                            "\t",
                            verdict.area(),
                            verdict.caseId(),
                            verdict.check(),
                            standing(verdict).toString(),
                            difference,
                            String.join(", ", verdict.fields())))
                    .append('\n');
        }
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve("parity-report.txt"), report);
            Files.writeString(directory.resolve("parity-report.tsv"), table);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String oneCell(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }

    private Standing worst(List<Verdict> checks) {
        List<Standing> standings = checks.stream().map(this::standing).toList();
        if (standings.contains(Standing.FAILED)) {
            return Standing.FAILED;
        }
        return standings.contains(Standing.PENDING) ? Standing.PENDING : Standing.PASSED;
    }

    private String counts(List<Verdict> checks) {
        return text(
                checks.stream().collect(Collectors.groupingBy(this::standing, TreeMap::new, Collectors.counting())));
    }

    private static String text(Map<Standing, Long> counts) {
        return counts.getOrDefault(Standing.PASSED, 0L)
                + " passed, "
                + counts.getOrDefault(Standing.FAILED, 0L)
                + " failed, "
                + counts.getOrDefault(Standing.PENDING, 0L)
                + " pending";
    }

    static SortedMap<String, List<Verdict>> group(List<Verdict> verdicts, Function<Verdict, String> key) {
        return verdicts.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }
}
