package io.eastwest.model.reader;

import io.eastwest.model.issue.IssueText;
import java.util.Collection;
import java.util.Locale;
import java.util.TreeSet;

/** The known name that a misspelt one probably means. */
final class NearestName {
    private NearestName() {}

    /** The nearest of some names, the first by text when several are; empty when none is near. */
    static String of(String name, Collection<String> known) {
        String best = "";
        int distance = Math.max(1, name.length() / 3) + 1;
        for (String candidate : new TreeSet<>(known)) {
            int found = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (found < distance) {
                best = candidate;
                distance = found;
            }
        }
        return best;
    }

    /** Says which names there are. */
    static String list(Collection<String> known) {
        return known.isEmpty() ? "remove it" : "known is " + IssueText.oneOf(known);
    }

    /** Least number of single-character changes, insertions, removals and swaps of neighbours. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 8 || a.length() > 64) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[a.length()][b.length()];
    }
}
