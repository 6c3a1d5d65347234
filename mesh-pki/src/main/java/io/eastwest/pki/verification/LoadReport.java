package io.eastwest.pki.verification;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustEffect;
import io.eastwest.pki.finding.TrustFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What istiod makes of a set of files. Immutable.
 *
 * @param findings what is wrong, in the order in which istiod would meet it
 */
public record LoadReport(List<TrustFinding> findings) {
    /**
     * Copies the findings.
     *
     * @param findings what is wrong, in the order in which istiod would meet it
     */
    public LoadReport {
        findings = List.copyOf(findings);
    }

    /** {@return whether istiod starts with the files; what it then issues may still fail at peers} */
    public boolean loads() {
        return refusal().isEmpty();
    }

    /** {@return the first reason why istiod does not start, which is the one it logs; empty if it starts} */
    public Optional<TrustFinding> refusal() {
        return findings.stream()
                .filter(finding -> finding.effect() == TrustEffect.NOT_LOADED)
                .findFirst();
    }

    /** {@return whether istiod starts and its workloads authenticate where the same roots are trusted} */
    public boolean isSound() {
        return findings.stream().allMatch(finding -> finding.effect() == TrustEffect.RISK);
    }

    /**
     * Looks for a cause.
     *
     * @param code the cause
     * @return whether there is a finding with it
     */
    public boolean has(TrustCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }

    /**
     * Refuses files that are not sound.
     *
     * @return this
     * @throws PkiException with all findings, if one of them is more than a risk
     */
    public LoadReport orThrow() {
        if (!isSound()) {
            throw new PkiException(findings);
        }
        return this;
    }

    /** {@return one line for each finding} */
    @Override
    public String toString() {
        return findings.stream().map(TrustFinding::toString).collect(Collectors.joining("\n"));
    }
}
