package io.eastwest.pki.verification;

import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Searches a path from a certificate to a root, roots before intermediates, going back where a candidate fails.
 *
 * <p>Mirrors go crypto/x509:Certificate.buildChains.
 */
final class PathSearch {
    private static final int MAX_SIGNATURE_CHECKS = 100;

    private final Collection<X509Certificate> intermediates;
    private final Collection<X509Certificate> roots;
    private final Instant at;
    private final Purpose purpose;
    private int signatureChecks;
    private Optional<TrustFinding> failure = Optional.empty();

    PathSearch(
            Collection<X509Certificate> intermediates, Collection<X509Certificate> roots, Instant at, Purpose purpose) {
        this.intermediates = intermediates;
        this.roots = roots;
        this.at = at;
        this.purpose = purpose;
    }

    /** The path whose end is the given certificate. */
    ChainVerdict from(X509Certificate end) {
        return search(end, 0);
    }

    /** The path whose end is a certificate that the given one will issue; that one is not here yet. */
    ChainVerdict fromIssuer(X509Certificate issuer) {
        Optional<TrustFinding> unfit =
                CertificateRules.onItsOwn(issuer, at).or(() -> CertificateRules.asIssuer(issuer, List.of(), 0));
        return unfit.isPresent() ? new ChainVerdict(List.of(), unfit) : search(issuer, 1);
    }

    private ChainVerdict search(X509Certificate end, int unseen) {
        Optional<TrustFinding> invalid = CertificateRules.onItsOwn(end, at);
        if (invalid.isPresent()) {
            return new ChainVerdict(List.of(), invalid);
        }
        List<X509Certificate> path = new ArrayList<>(List.of(end));
        if (roots.contains(end) ? isAccepted(path) : extend(path, unseen)) {
            return new ChainVerdict(path, Optional.empty());
        }
        return new ChainVerdict(List.of(), Optional.of(failure.orElseGet(() -> noAnchor(end, "is unknown"))));
    }

    private boolean extend(List<X509Certificate> path, int unseen) {
        for (X509Certificate root : roots) {
            if (isNext(path, root, unseen)) {
                path.add(root);
                if (isAccepted(path)) {
                    return true;
                }
                path.remove(path.size() - 1);
            }
        }
        for (X509Certificate intermediate : intermediates) {
            if (isNext(path, intermediate, unseen)) {
                path.add(intermediate);
                if (extend(path, unseen)) {
                    return true;
                }
                path.remove(path.size() - 1);
            }
        }
        return false;
    }

    private boolean isNext(List<X509Certificate> path, X509Certificate candidate, int unseen) {
        X509Certificate child = path.get(path.size() - 1);
        if (!child.getIssuerX500Principal().equals(candidate.getSubjectX500Principal())
                || isOnPath(path, candidate)
                || ++signatureChecks > MAX_SIGNATURE_CHECKS) {
            return false;
        }
        if (CertificateRules.isWeaklySigned(child)) {
            fail(TrustFinding.of(
                    TrustCode.PATH_WEAK_SIGNATURE,
                    CertificateRules.place(child),
                    "it is signed with " + child.getSigAlgName(),
                    "SHA-256 or better is accepted"));
            return false;
        }
        if (!isSignedBy(child, candidate)) {
            if (failure.isEmpty()) {
                failure = Optional.of(noAnchor(child, "has another key than this certificate was signed with"));
            }
            return false;
        }
        Optional<TrustFinding> unfit = CertificateRules.onItsOwn(candidate, at)
                .or(() -> CertificateRules.asIssuer(candidate, path, path.size() - 1 + unseen));
        unfit.ifPresent(this::fail);
        return unfit.isEmpty();
    }

    /** A reason other than an unknown issuer says more and stays. */
    private void fail(TrustFinding reason) {
        if (failure.isEmpty() || failure.get().code() == TrustCode.PATH_NO_ANCHOR) {
            failure = Optional.of(reason);
        }
    }

    private boolean isAccepted(List<X509Certificate> path) {
        Optional<TrustFinding> refused = CertificateRules.usages(path, purpose);
        refused.ifPresent(this::fail);
        return refused.isEmpty();
    }

    private static boolean isOnPath(List<X509Certificate> path, X509Certificate candidate) {
        return path.stream()
                .anyMatch(seen -> seen.getSubjectX500Principal().equals(candidate.getSubjectX500Principal())
                        && seen.getPublicKey().equals(candidate.getPublicKey()));
    }

    private static boolean isSignedBy(X509Certificate child, X509Certificate issuer) {
        try {
            child.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static TrustFinding noAnchor(X509Certificate certificate, String what) {
        return TrustFinding.of(
                TrustCode.PATH_NO_ANCHOR,
                CertificateRules.place(certificate),
                "its issuer "
                        + TrustFinding.quote(
                                certificate.getIssuerX500Principal().getName())
                        + " " + what,
                "the issuer among the roots, or in the chain and below a root, is accepted");
    }
}
