package io.eastwest.testing.expect;

import io.eastwest.model.issue.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * What came of expectations. Immutable.
 *
 * @param results one for each expectation, in the order of the file
 */
public record ExpectationReport(List<Result> results) {
    /**
     * Copies the list.
     *
     * @param results one for each expectation
     */
    public ExpectationReport {
        results = List.copyOf(results);
    }

    /**
     * What came of one expectation.
     *
     * @param name what it says
     * @param location where it is written; empty: unknown
     * @param failures what does not hold, with the decision and its steps; none: all holds
     */
    public record Result(String name, Optional<SourceLocation> location, List<String> failures) {
        /**
         * Copies the list.
         *
         * @param name what it says
         * @param location where it is written
         * @param failures what does not hold
         */
        public Result {
            failures = List.copyOf(failures);
        }

        /** {@return whether all holds} */
        public boolean passed() {
            return failures.isEmpty();
        }
    }

    /** {@return whether all expectations hold} */
    public boolean passed() {
        return results.stream().allMatch(Result::passed);
    }

    /** {@return how many expectations do not hold} */
    public long failed() {
        return results.stream().filter(result -> !result.passed()).count();
    }

    /** {@return a line for each expectation, what does not hold below it, and the counts} */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            text.append(result.passed() ? "ok      " : "FAILED  ").append(result.name());
            result.location()
                    .filter(place -> !result.passed())
                    .ifPresent(place -> text.append(" [").append(place).append(']'));
            text.append('\n');
            result.failures()
                    .forEach(failure -> text.append(failure.stripTrailing().indent(4)));
        }
        return text.append(results.size() - failed())
                .append(" passed, ")
                .append(failed())
                .append(" failed\n")
                .toString();
    }

    /**
     * The report as tools of continuous integration read it. Times are not measured and are left out.
     *
     * @param suite name of the suite
     * @return an XML document in the form of JUnit
     */
    public String toJUnitXml(String suite) {
        return JUnitXml.of(suite, this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
