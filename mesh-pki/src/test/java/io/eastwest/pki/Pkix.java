package io.eastwest.pki;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks Java's own path validator. */
public final class Pkix {
    private Pkix() {}

    /** The reason why the path is refused, or empty. */
    public static Optional<String> reason(List<X509Certificate> path, Collection<X509Certificate> roots, Instant at) {
        try {
            Set<TrustAnchor> anchors = new LinkedHashSet<>();
            roots.forEach(root -> anchors.add(new TrustAnchor(root, null)));
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Optional.empty();
        } catch (CertPathValidatorException e) {
            return Optional.of(e.getReason().toString());
        } catch (NullPointerException e) {
            // Java's comparison of URI names does not expect a URI without a host.
            return Optional.of("URI_WITHOUT_HOST");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
