package io.eastwest.pki.rotation;

import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which changes of root-cert.pem a running istiod takes over.
 *
 * <p>Mirrors istio 1.30.3 pilot/pkg/bootstrap/istio_ca.go:handleEvent.
 */
public final class ReloadRules {
    private ReloadRules() {}

    /**
     * Decides on one change. What is taken over is then checked as at a start; see {@code IstiodLoad}.
     *
     * @param current root-cert.pem that istiod works with
     * @param changed root-cert.pem that is there now
     * @param multiRoot whether ISTIO_MULTIROOT_MESH is {@code true} on istiod
     * @return the decision; a text without roots, or with a block that cannot be read, contains and is contained in none
     */
    public static ReloadDecision decide(byte[] current, byte[] changed, boolean multiRoot) {
        if (Arrays.equals(current, changed)) {
            return ReloadDecision.SIGNER_TAKEN;
        }
        if (!multiRoot) {
            return ReloadDecision.IGNORED_UNTIL_RESTART;
        }
        Optional<TrustBundle> before = parse(current);
        Optional<TrustBundle> after = parse(changed);
        boolean nested = before.isPresent()
                && after.isPresent()
                && (before.get().isSubsetOf(after.get()) || after.get().isSubsetOf(before.get()));
        return nested ? ReloadDecision.ROOTS_TAKEN : ReloadDecision.REFUSED;
    }

    /**
     * Decides on one change of bundles.
     *
     * @param current what istiod works with
     * @param changed what is there now
     * @param multiRoot whether ISTIO_MULTIROOT_MESH is {@code true} on istiod
     * @return the decision
     */
    public static ReloadDecision decide(TrustBundle current, TrustBundle changed, boolean multiRoot) {
        return decide(current.pem(), changed.pem(), multiRoot);
    }

    private static Optional<TrustBundle> parse(byte[] pem) {
        try {
            return Optional.of(TrustBundle.parse(pem));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }
}
