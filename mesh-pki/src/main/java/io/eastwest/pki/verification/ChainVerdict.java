package io.eastwest.pki.verification;

import io.eastwest.pki.finding.TrustFinding;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether a chain leads to a trusted root. Immutable.
 *
 * @param path the certificates from the one in question to the root; empty if there is no path
 * @param failure why there is no path, or empty
 */
public record ChainVerdict(List<X509Certificate> path, Optional<TrustFinding> failure) {
    /**
     * Copies the path.
     *
     * @param path the certificates from the one in question to the root; empty if there is no path
     * @param failure why there is no path, or empty
     */
    public ChainVerdict {
        path = List.copyOf(path);
    }

    /** {@return whether there is a path} */
    public boolean isTrusted() {
        return failure.isEmpty();
    }

    /** {@return the earliest end of a certificate on the path: from then on there is no trust; empty without path} */
    public Optional<Instant> expires() {
        return path.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo);
    }
}
