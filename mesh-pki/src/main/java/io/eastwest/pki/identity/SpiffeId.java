package io.eastwest.pki.identity;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a workload, {@code spiffe://<trust domain>/ns/<namespace>/sa/<service account>}. Immutable.
 *
 * <p>Mirrors istio 1.30.3 pkg/spiffe/spiffe.go:ParseIdentity, and is stricter: no part may be empty, and the limit of
 * the SPIFFE standard on the length holds.
 *
 * @param trustDomain trust domain, such as {@code cluster.local}
 * @param namespace namespace of the workload
 * @param serviceAccount service account of the workload
 */
public record SpiffeId(String trustDomain, String namespace, String serviceAccount) {
    private static final int MAX_LENGTH = 2048;
    private static final Pattern FORM = Pattern.compile("spiffe://([^/]+)/ns/([^/]+)/sa/([^/]+)");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._-]+");

    /**
     * Checks the parts; {@code @} in the trust domain becomes {@code .}, as in Istio.
     *
     * @param trustDomain trust domain, such as {@code cluster.local}
     * @param namespace namespace of the workload
     * @param serviceAccount service account of the workload
     * @throws PkiException {@link TrustCode#TRUST_DOMAIN_INVALID} or {@link TrustCode#SPIFFE_ID_INVALID}
     */
    public SpiffeId {
        trustDomain = trustDomain.replace('@', '.');
        TrustDomains.check(trustDomain, "trustDomain").ifPresent(finding -> {
            throw new PkiException(finding);
        });
        requireSegment("namespace", namespace);
        requireSegment("serviceAccount", serviceAccount);
        if (text(trustDomain, namespace, serviceAccount).length() > MAX_LENGTH) {
            throw new PkiException(
                    TrustCode.SPIFFE_ID_INVALID, "spiffe id", "it is too long", "up to 2048 characters are accepted");
        }
    }

    /**
     * Makes an identity.
     *
     * @param trustDomain trust domain
     * @param namespace namespace of the workload
     * @param serviceAccount service account of the workload
     * @return the identity
     */
    public static SpiffeId of(String trustDomain, String namespace, String serviceAccount) {
        return new SpiffeId(trustDomain, namespace, serviceAccount);
    }

    /**
     * Reads an identity; nothing is percent-decoded.
     *
     * @param uri the text
     * @return the identity
     * @throws PkiException {@link TrustCode#SPIFFE_ID_INVALID} if the text has another form
     */
    public static SpiffeId parse(String uri) {
        Matcher matcher = FORM.matcher(uri);
        if (!matcher.matches()) {
            throw new PkiException(
                    TrustCode.SPIFFE_ID_INVALID,
                    "spiffe id",
                    TrustFinding.quote(uri) + " is no identity of Istio",
                    "spiffe://<trust domain>/ns/<namespace>/sa/<service account> is accepted");
        }
        return new SpiffeId(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /**
     * Reads an identity if it is one.
     *
     * @param uri the text
     * @return the identity, or empty if the text has another form
     */
    public static Optional<SpiffeId> tryParse(String uri) {
        try {
            return Optional.of(parse(uri));
        } catch (PkiException e) {
            return Optional.empty();
        }
    }

    /**
     * Moves the identity to another trust domain.
     *
     * @param other trust domain
     * @return the same namespace and service account there
     */
    public SpiffeId inTrustDomain(String other) {
        return new SpiffeId(other, namespace, serviceAccount);
    }

    /** {@return the URI} */
    @Override
    public String toString() {
        return text(trustDomain, namespace, serviceAccount);
    }

    private static String text(String trustDomain, String namespace, String serviceAccount) {
        return "spiffe://" + trustDomain + "/ns/" + namespace + "/sa/" + serviceAccount;
    }

    private static void requireSegment(String name, String value) {
        if (!SEGMENT.matcher(value).matches()) {
            throw new PkiException(
                    TrustCode.SPIFFE_ID_INVALID,
                    name,
                    TrustFinding.quote(value) + " cannot be part of an identity",
                    "letters, digits, '.', '_' and '-' are accepted");
        }
    }
}
