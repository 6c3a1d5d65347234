package io.eastwest.render.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that must not be applied, which is why they are not here.
 *
 * @param findings what is wrong; one at least
 */
public record Refuted(List<ProofFinding> findings) implements ProofResult {
    private static final int MOST = 20;
    private static final String HEALTHY = ", healthy: ";

    /**
     * Copies the list.
     *
     * @param findings what is wrong; one at least
     * @throws IllegalArgumentException if nothing is
     */
    public Refuted {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("nothing refutes the files");
        }
    }

    /** {@return the findings in a few lines: of each promise the healthy calls first, 20 at most, and how many there are beside them} */
    @Override
    public String toText() {
        Map<String, List<ProofFinding>> byPromise = new LinkedHashMap<>();
        findings.forEach(finding -> byPromise
                .computeIfAbsent(finding.promise(), key -> new ArrayList<>())
                .add(finding));
        StringBuilder text = new StringBuilder("refuted\n");
        byPromise.forEach((promise, found) -> {
            if (!promise.isEmpty()) {
                text.append("  promised: ").append(promise).append('\n');
            }
            found.stream()
                    .sorted(Comparator.comparing(finding -> !finding.message().contains(HEALTHY)))
                    .limit(MOST)
                    .forEach(finding -> text.append("  ").append(finding).append('\n'));
            if (found.size() > MOST) {
                text.append("  and ").append(found.size() - MOST).append(" more\n");
            }
        });
        return text.toString();
    }
}
