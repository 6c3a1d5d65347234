package io.eastwest.pki.verification;

import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.identity.TrustDomains;
import io.eastwest.pki.style.PkiValue;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** What is public about the trust of one cluster. Not meant to be implemented by users. */
@PkiValue
@Value.Immutable
public interface TrustMember {
    /** {@return name of the cluster} */
    String cluster();

    /** {@return the certificate that signs its workloads, then those sent with them: cert-chain.pem} */
    List<X509Certificate> chain();

    /** {@return the roots that its proxies trust: root-cert.pem} */
    TrustBundle roots();

    /** {@return meshConfig.trustDomain; {@code cluster.local} unless set} */
    @Value.Default
    default String trustDomain() {
        return TrustDomains.DEFAULT;
    }

    /** {@return meshConfig.trustDomainAliases} */
    List<String> trustDomainAliases();

    /** {@return all meshConfig.caCertificates[].trustDomains; servers accept clients of them} */
    List<String> additionalTrustDomains();

    /**
     * {@return the certificates of meshConfig.caCertificates[].pem; sidecars trust them only with ISTIO_MULTIROOT_MESH on
     * istiod and PROXY_CONFIG_XDS_AGENT on the proxies, ztunnels never}
     */
    List<X509Certificate> additionalRoots();

    /** {@return whether both settings that make {@link #additionalRoots()} count are on; they are not unless set} */
    @Value.Default
    default boolean additionalRootsReachProxies() {
        return false;
    }

    /** {@return whether its workloads are served by ztunnel, which knows no aliases; sidecars unless set} */
    @Value.Default
    default boolean ambient() {
        return false;
    }

    /** {@return the trust domains of clients that its servers accept, its own first} */
    default Set<String> acceptedTrustDomains() {
        Set<String> accepted = new LinkedHashSet<>(List.of(trustDomain()));
        if (!ambient()) {
            accepted.addAll(trustDomainAliases());
            accepted.addAll(additionalTrustDomains());
        }
        return accepted;
    }

    /** {@return all roots that its proxies trust} */
    default Set<X509Certificate> effectiveRoots() {
        Set<X509Certificate> all = new LinkedHashSet<>(roots().roots());
        if (additionalRootsReachProxies() && !ambient()) {
            all.addAll(additionalRoots());
        }
        return all;
    }

    /**
     * Takes chain and roots of a bundle.
     *
     * @param bundle the cacerts of a cluster
     * @return a builder, for the trust domain and its aliases
     */
    static TrustMemberBuilder of(CaBundle bundle) {
        return builder().cluster(bundle.cluster()).chain(bundle.chain()).roots(bundle.roots());
    }

    /** {@return a builder; cluster, chain and roots have no default} */
    static TrustMemberBuilder builder() {
        return new TrustMemberBuilder();
    }
}
