package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Walks recorded cases and holds the engine against them, one test per case. The summary is printed;
 * {@code target/parity-report.txt} and {@code .tsv} hold every failure.
 *
 * <p>{@code -Deastwest.parity=DIR} walks another directory, to which no pending list applies;
 * {@code -Deastwest.parity.only=TEXT} walks only the cases whose {@code <area>/<case>} contains the text.
 */
class ParityTest {
    private static final int MOST_FAILURES = 5;

    @TestFactory
    Stream<DynamicNode> recordedCases() {
        Optional<Path> directory =
                Optional.ofNullable(System.getProperty("eastwest.parity")).map(Path::of);
        Optional<String> only = Optional.ofNullable(System.getProperty("eastwest.parity.only"));
        Path root = directory.orElseGet(ParityCases::own);
        PendingList pending = directory.isPresent() ? PendingList.NONE : PendingList.read(root.resolve("pending.yaml"));
        List<ParityCase> cases = ParityCases.under(root, id -> only.isEmpty() || id.contains(only.orElseThrow()));

        ParityReport report = ParityReport.of(cases, new RouterEngine(), pending);
        report.write(Path.of("target"));
        System.out.println(String.join(System.lineSeparator(), report.summary()));

        Stream<DynamicNode> areas = ParityReport.group(report.verdicts(), Verdict::area).entrySet().stream()
                .map(area -> DynamicContainer.dynamicContainer(area.getKey(), tests(area.getValue(), report)));
        DynamicNode walked =
                DynamicTest.dynamicTest("casesAreFound", () -> assertThat(cases).isNotEmpty());
        DynamicNode tight = DynamicTest.dynamicTest(
                "whatIsPendingFails",
                () -> assertThat(only.isPresent() ? List.of() : pending.mistakes(report.verdicts()))
                        .isEmpty());
        return Stream.concat(areas, Stream.of(walked, tight));
    }

    private static Stream<DynamicTest> tests(List<Verdict> area, ParityReport report) {
        Map<String, List<Verdict>> byCase = ParityReport.group(area, Verdict::caseId);
        return byCase.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> requireNoFailure(entry.getValue(), report)));
    }

    private static void requireNoFailure(List<Verdict> checks, ParityReport report) {
        List<String> failures = checks.stream()
                .filter(verdict -> report.standing(verdict) == Standing.FAILED)
                .map(Verdict::text)
                .toList();
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.size() + " of " + checks.size() + " calls differ\n"
                    + String.join("\n", failures.subList(0, Math.min(MOST_FAILURES, failures.size()))));
        }
    }
}
