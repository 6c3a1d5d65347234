package io.eastwest.pki.authority;

import io.eastwest.pki.style.PkiValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * X.509 name constraints: which names the certificates below an authority may carry. An empty list permits all.
 *
 * <p>A limit makes a stolen cluster key useless for another trust domain. It cannot separate clusters of one trust
 * domain. Not meant to be implemented by users.
 */
@PkiValue
@Value.Immutable
public interface NameLimits {
    /**
     * {@return permitted trust domains, as the host of a URI; {@code cluster.local} permits that host only, with a dot
     * in front its sub-domains only}
     */
    List<String> permittedTrustDomains();

    /** {@return permitted DNS names with all below them; the names of istiod end with {@code svc}} */
    List<String> permittedDnsNames();

    /** {@return excluded trust domains, written as the permitted ones} */
    List<String> excludedTrustDomains();

    /** {@return excluded DNS names with all below them} */
    List<String> excludedDnsNames();

    /** {@return whether nothing is limited, so that no extension is written} */
    default boolean isUnlimited() {
        return permittedTrustDomains().isEmpty()
                && permittedDnsNames().isEmpty()
                && excludedTrustDomains().isEmpty()
                && excludedDnsNames().isEmpty();
    }

    /** Checks that every entry is a name. */
    @Value.Check
    default void check() {
        ProfileRules.check(this);
    }

    /** {@return no limit} */
    static NameLimits none() {
        return builder().build();
    }

    /**
     * Permits trust domains and what istiod itself needs: DNS names below {@code svc}.
     *
     * @param trustDomains the trust domain of the cluster and its aliases
     * @return the limits
     */
    static NameLimits toTrustDomains(String... trustDomains) {
        return builder()
                .addPermittedTrustDomains(trustDomains)
                .addPermittedDnsNames("svc")
                .build();
    }

    /** {@return a builder without limits} */
    static NameLimitsBuilder builder() {
        return new NameLimitsBuilder();
    }
}
