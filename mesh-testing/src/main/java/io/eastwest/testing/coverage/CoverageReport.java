package io.eastwest.testing.coverage;

import io.eastwest.routing.balancing.Share;
import java.math.BigInteger;
import java.util.List;

/**
 * Which rules of a mesh calls reached. Immutable.
 *
 * @param mesh name of the mesh
 * @param calls how many different calls were counted
 * @param items every rule, in the order of the clusters and of what is written
 * @param complete whether every rule that was not reached was looked at; no: the mesh is too large, some that no call can reach
 *     may be told as missed
 */
public record CoverageReport(String mesh, int calls, List<CoverageItem> items, boolean complete) {
    private static final int ALL = 100;

    /**
     * Copies the list.
     *
     * @param mesh name of the mesh
     * @param calls how many calls
     * @param items every rule
     * @param complete whether every rule was looked at
     */
    public CoverageReport {
        items = List.copyOf(items);
    }

    /** {@return the rules that calls reached} */
    public List<CoverageItem> reached() {
        return with(CoverageStanding.REACHED);
    }

    /** {@return the rules that a call may reach, and none did} */
    public List<CoverageItem> missed() {
        return with(CoverageStanding.MISSED);
    }

    /** {@return the rules that no call can reach, each with the reason} */
    public List<CoverageItem> unreachable() {
        return with(CoverageStanding.UNREACHABLE);
    }

    private List<CoverageItem> with(CoverageStanding standing) {
        return items.stream().filter(item -> item.standing() == standing).toList();
    }

    /** {@return reached rules by those that a call may reach, exactly; one when there is none} */
    public Share share() {
        return share(items);
    }

    /**
     * The same of one kind.
     *
     * @param kind the kind
     * @return exact share
     */
    public Share share(RuleKind kind) {
        return share(items.stream().filter(item -> item.kind() == kind).toList());
    }

    private static Share share(List<CoverageItem> some) {
        long reached = count(some, CoverageStanding.REACHED);
        long all = reached + count(some, CoverageStanding.MISSED);
        return all == 0 ? Share.ONE : Share.of(BigInteger.valueOf(reached), BigInteger.valueOf(all));
    }

    static long count(List<CoverageItem> some, CoverageStanding standing) {
        return some.stream().filter(item -> item.standing() == standing).count();
    }

    /**
     * Fails unless calls reach enough.
     *
     * @param percent least percentage of the rules that a call may reach, 0 to 100
     * @return this report
     * @throws AssertionError if it is less; it lists what is missed, with file and line
     * @throws IllegalArgumentException if the percentage is none
     */
    public CoverageReport requireAtLeast(int percent) {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException("a percentage is 0 to 100 but was " + percent);
        }
        if (share().compareTo(Share.of(percent, ALL)) < 0) {
            throw new AssertionError("Expecting calls to reach at least " + percent + "% of the rules of the mesh but\n"
                    + CoverageText.of(this));
        }
        return this;
    }

    /** {@return the report for people: counts, what is missed, what cannot be reached} */
    public String toText() {
        return CoverageText.of(this);
    }

    /** {@return the report as one HTML page that loads nothing} */
    public String toHtml() {
        return CoverageHtml.of(this);
    }

    /** {@return the report as JSON, see the documentation of tests for its form} */
    public String toJson() {
        return CoverageJson.of(this);
    }

    /**
     * The report as a trace file of LCOV, which tools and code forges read. A line counts as often as the rule on it that was
     * reached least; rules that no call can reach, and those made by code, are left out.
     *
     * @param folder what is put before the names of files, such as {@code mesh/}; empty: they are relative to the mesh
     * @return the text
     */
    public String toLcov(String folder) {
        return CoverageLcov.of(this, folder);
    }

    @Override
    public String toString() {
        return toText();
    }
}
