package io.eastwest.pki.identity;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules for trust domains and their aliases. */
public final class TrustDomains {
    /** The trust domain of a mesh that names none. */
    public static final String DEFAULT = "cluster.local";

    private static final int MAX_LENGTH = 255;
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?");

    private TrustDomains() {}

    /**
     * Checks a trust domain as Istio does: DNS labels of at most 63 characters, upper case allowed, one dot at the end
     * allowed.
     *
     * <p>Mirrors istio 1.30.3 pkg/config/validation/agent/validation.go:ValidateTrustDomain.
     *
     * @param trustDomain the name
     * @param place name of the field in messages
     * @return what is wrong, or empty
     */
    public static Optional<TrustFinding> check(String trustDomain, String place) {
        String name = trustDomain.endsWith(".") ? trustDomain.substring(0, trustDomain.length() - 1) : trustDomain;
        for (String label : name.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return Optional.of(invalid(trustDomain, place, "is no trust domain", "DNS labels joined by dots"));
            }
        }
        return Optional.empty();
    }

    /**
     * Refuses a trust domain that Istio accepts but the SPIFFE standard does not: upper case, more than 255 characters,
     * a dot at the end.
     *
     * @param trustDomain the name
     * @param place name of the field in messages
     * @return the name
     * @throws PkiException {@link TrustCode#TRUST_DOMAIN_INVALID}
     */
    public static String requireStrict(String trustDomain, String place) {
        check(trustDomain, place).ifPresent(finding -> {
            throw new PkiException(finding);
        });
        if (!trustDomain.equals(trustDomain.toLowerCase(Locale.ROOT))
                || trustDomain.endsWith(".")
                || trustDomain.length() > MAX_LENGTH) {
            throw new PkiException(invalid(
                    trustDomain, place, "is outside of the SPIFFE standard", "lower case, up to 255 characters"));
        }
        return trustDomain;
    }

    /**
     * The identities that a client accepts of a server: those given, and each in every further trust domain. What is no
     * identity is kept as it is.
     *
     * <p>Mirrors istio 1.30.3 pkg/spiffe/spiffe.go:ExpandWithTrustDomains; upstream order is random, ours is that of the
     * arguments.
     *
     * @param identities URIs
     * @param trustDomains further trust domains
     * @return the URIs, without repetition
     */
    public static List<String> expand(Collection<String> identities, Collection<String> trustDomains) {
        Set<String> expanded = new LinkedHashSet<>(identities);
        for (String identity : identities) {
            SpiffeId.tryParse(identity)
                    .ifPresent(id -> trustDomains.forEach(
                            domain -> expanded.add(id.inTrustDomain(domain).toString())));
        }
        return List.copyOf(new ArrayList<>(expanded));
    }

    private static TrustFinding invalid(String value, String place, String wrong, String accepted) {
        return TrustFinding.of(
                TrustCode.TRUST_DOMAIN_INVALID,
                place,
                TrustFinding.quote(value) + " " + wrong,
                accepted + " is accepted");
    }
}
