package io.eastwest.testing.mutation;

import io.eastwest.routing.balancing.Share;
import java.util.List;

/**
 * What became of the mutants of a mesh. Immutable.
 *
 * @param mesh name of the mesh
 * @param possible how many mutants there are; more than were tried where that is bounded
 * @param results what became of those that were tried, in their order
 */
public record MutationReport(String mesh, int possible, List<MutationResult> results) {
    private static final int ALL = 100;

    /**
     * Copies the list.
     *
     * @param mesh name of the mesh
     * @param possible how many mutants there are
     * @param results what became of those that were tried
     */
    public MutationReport {
        results = List.copyOf(results);
    }

    /**
     * The mutants of one fate.
     *
     * @param fate the fate
     * @return their results, in their order
     */
    public List<MutationResult> with(MutantFate fate) {
        return results.stream().filter(result -> result.fate() == fate).toList();
    }

    /**
     * {@return killed mutants by killed and survived ones, exactly; one when there is none. Those that are equivalent or invalid do
     * not count}
     */
    public Share score() {
        long killed = with(MutantFate.KILLED).size();
        long counted = killed + with(MutantFate.SURVIVED).size();
        return counted == 0 ? Share.ONE : Share.of(killed, counted);
    }

    /**
     * Fails unless tests kill enough.
     *
     * @param percent least score in percent, 0 to 100
     * @return this report
     * @throws AssertionError if it is less; it lists the survivors, each with the expectation that would kill it
     * @throws IllegalArgumentException if the percentage is none
     */
    public MutationReport requireAtLeast(int percent) {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException("a percentage is 0 to 100 but was " + percent);
        }
        if (score().compareTo(Share.of(percent, ALL)) < 0) {
            throw new AssertionError(
                    "Expecting tests to kill at least " + percent + "% of the mutants but\n" + toText());
        }
        return this;
    }

    /** {@return the report for people: counts, survivors with what would kill them, what is equivalent, what is invalid} */
    public String toText() {
        return MutationText.of(this);
    }

    @Override
    public String toString() {
        return toText();
    }
}
