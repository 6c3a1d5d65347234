package io.eastwest.render.proof;

import java.util.List;

/**
 * Files that must not be applied, which is why they are not here.
 *
 * @param findings what is wrong; one at least
 */
public record Refuted(List<ProofFinding> findings) implements ProofResult {
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

    @Override
    public String toText() {
        StringBuilder text = new StringBuilder("refuted\n");
        String promise = "";
        for (ProofFinding finding : findings) {
            if (!finding.promise().equals(promise)) {
                promise = finding.promise();
                text.append("  promised: ").append(promise).append('\n');
            }
            text.append("  ").append(finding).append('\n');
        }
        return text.toString();
    }
}
