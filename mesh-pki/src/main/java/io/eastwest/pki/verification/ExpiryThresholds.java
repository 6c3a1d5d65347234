package io.eastwest.pki.verification;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.time.Duration;

/**
 * From when on a remaining life is too short.
 *
 * @param root least remaining life of a root
 * @param intermediate least remaining life of an intermediate
 * @param shortLivedPercent least remaining share of the life of a workload certificate or revocation list, 0..100
 */
public record ExpiryThresholds(Duration root, Duration intermediate, int shortLivedPercent) {
    private static final int ALL = 100;

    /**
     * Checks the ranges.
     *
     * @param root least remaining life of a root
     * @param intermediate least remaining life of an intermediate
     * @param shortLivedPercent least remaining share of the life of a workload certificate or revocation list, 0..100
     */
    public ExpiryThresholds {
        if (root.isNegative() || intermediate.isNegative() || shortLivedPercent < 0 || shortLivedPercent > ALL) {
            throw new PkiException(
                    TrustCode.VALIDITY_INVALID,
                    "thresholds",
                    "a threshold is out of range",
                    "durations of zero or more and 0 to 100 percent are accepted");
        }
    }

    /** {@return roots 365 days, intermediates 90 days, workload certificates and revocation lists a quarter} */
    public static ExpiryThresholds defaults() {
        return new ExpiryThresholds(Duration.ofDays(365), Duration.ofDays(90), 25);
    }
}
