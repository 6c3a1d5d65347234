package io.eastwest.pki;

import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.authority.CertificateIssuer;
import io.eastwest.pki.authority.ClusterProfile;
import io.eastwest.pki.authority.RootProfile;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.identity.TrustDomains;
import io.eastwest.pki.key.KeyAlgorithm;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds a {@link MeshTrust}. Without a word about the root, a new one is made (RSA 4096, ten years). Not thread-safe.
 */
public final class MeshTrustBuilder {
    private Clock clock = Clock.systemUTC();
    private SecureRandom random = new SecureRandom();
    private Duration backdating = CertificateIssuer.DEFAULT_BACKDATING;
    private KeyAlgorithm algorithm = KeyAlgorithm.RSA_4096;
    private Optional<RootProfile> rootProfile = Optional.empty();
    private Optional<CertificateAuthority> authority = Optional.empty();
    private Optional<TrustBundle> roots = Optional.empty();
    private String trustDomain = TrustDomains.DEFAULT;
    private final List<String> trustDomainAliases = new ArrayList<>();
    private final Map<String, Signer> clusters = new LinkedHashMap<>();

    MeshTrustBuilder() {}

    /**
     * Sets what tells the time.
     *
     * @param value the clock; the system's unless set
     * @return this
     */
    public MeshTrustBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Sets the source of keys and serial numbers. A source that can be predicted makes keys that can be predicted.
     *
     * @param value the source; the system's unless set
     * @return this
     */
    public MeshTrustBuilder random(SecureRandom value) {
        random = value;
        return this;
    }

    /**
     * Sets how far notBefore lies in the past.
     *
     * @param value zero or more; two minutes unless set, as in Istio
     * @return this
     */
    public MeshTrustBuilder backdating(Duration value) {
        backdating = value;
        return this;
    }

    /**
     * Sets the kind of key of a root and of clusters that are given without a profile.
     *
     * @param value the kind; RSA 4096 unless set, as in Istio's own certificate makefiles
     * @return this
     */
    public MeshTrustBuilder algorithm(KeyAlgorithm value) {
        algorithm = value;
        return this;
    }

    /**
     * Makes a new root.
     *
     * @param profile how
     * @return this
     */
    public MeshTrustBuilder root(RootProfile profile) {
        rootProfile = Optional.of(profile);
        return this;
    }

    /**
     * Issues the intermediates with an authority that exists: a root, or an intermediate of a company. Its key may be
     * elsewhere if every cluster brings its own intermediate.
     *
     * @param existing the authority; if its chain does not end with the root, {@link #trusting} must name that
     * @return this
     */
    public MeshTrustBuilder issuedBy(CertificateAuthority existing) {
        authority = Optional.of(existing);
        return this;
    }

    /**
     * Names what the clusters trust, where that is not simply the root that issues: a root that stays elsewhere, or more
     * than one root.
     *
     * @param bundle the roots
     * @return this
     */
    public MeshTrustBuilder trusting(TrustBundle bundle) {
        roots = Optional.of(bundle);
        return this;
    }

    /**
     * Adds a cluster with a new intermediate of the default kind.
     *
     * @param name name of the cluster
     * @return this
     * @throws PkiException {@link TrustCode#NAME_INVALID} or {@link TrustCode#NAME_DUPLICATE}
     */
    public MeshTrustBuilder cluster(String name) {
        ClusterProfile profile = ClusterProfile.of(name);
        return add(
                name,
                (issuer, above) -> issuer.intermediate(
                        require(above), profile.toBuilder().algorithm(algorithm).build()));
    }

    /**
     * Adds a cluster with a new intermediate.
     *
     * @param profile how
     * @return this
     * @throws PkiException {@link TrustCode#NAME_DUPLICATE}
     */
    public MeshTrustBuilder cluster(ClusterProfile profile) {
        return add(profile.name(), (issuer, above) -> issuer.intermediate(require(above), profile));
    }

    /**
     * Adds a cluster with an intermediate that exists, such as the answer to a {@code SigningRequest}.
     *
     * @param name name of the cluster
     * @param existing the intermediate, with key
     * @return this
     * @throws PkiException {@link TrustCode#NAME_INVALID} or {@link TrustCode#NAME_DUPLICATE}
     */
    public MeshTrustBuilder cluster(String name, CertificateAuthority existing) {
        return add(ClusterProfile.of(name).name(), (issuer, above) -> existing);
    }

    /**
     * Sets the trust domain of all clusters.
     *
     * @param value lower case DNS labels; {@code cluster.local} unless set
     * @return this
     * @throws PkiException {@link TrustCode#TRUST_DOMAIN_INVALID}
     */
    public MeshTrustBuilder trustDomain(String value) {
        trustDomain = TrustDomains.requireStrict(value, "trustDomain");
        return this;
    }

    /**
     * Adds a trust domain whose identities count as those of the mesh.
     *
     * @param value lower case DNS labels
     * @return this
     * @throws PkiException {@link TrustCode#TRUST_DOMAIN_INVALID}
     */
    public MeshTrustBuilder trustDomainAlias(String value) {
        trustDomainAliases.add(
                TrustDomains.requireStrict(value, "trustDomainAliases[" + trustDomainAliases.size() + "]"));
        return this;
    }

    /**
     * Makes the keys and certificates, and checks the result as istiod and its peers would.
     *
     * @return the trust of the mesh
     * @throws PkiException with every finding, if a bundle would not load or a pair of clusters not authenticate
     */
    public MeshTrust build() {
        if (clusters.isEmpty()) {
            throw new PkiException(
                    TrustCode.ATTRIBUTE_MISSING, "mesh", "there is no cluster", "at least one is accepted");
        }
        CertificateIssuer issuer = CertificateIssuer.of(clock, random).backdating(backdating);
        Optional<CertificateAuthority> above = authority.isPresent() || roots.isPresent()
                ? authority
                : Optional.of(issuer.root(rootProfile.orElseGet(
                        () -> RootProfile.builder().algorithm(algorithm).build())));
        TrustBundle trusted = roots.orElseGet(() -> TrustBundle.of(rootOf(require(above))));
        List<CaBundle> bundles = new ArrayList<>();
        clusters.forEach((name, signer) -> bundles.add(CaBundle.of(name, signer.make(issuer, above), trusted)));
        MeshTrust trust =
                new MeshTrust(issuer, above, trusted, bundles, new TrustSettings(trustDomain, trustDomainAliases));
        TrustSelfCheck.require(trust, random);
        return trust;
    }

    private MeshTrustBuilder add(String name, Signer signer) {
        if (clusters.putIfAbsent(name, signer) != null) {
            throw new PkiException(
                    TrustCode.NAME_DUPLICATE,
                    "cluster/" + name,
                    TrustFinding.quote(name) + " is there already",
                    "every cluster once");
        }
        return this;
    }

    private static CertificateAuthority require(Optional<CertificateAuthority> authority) {
        return authority.orElseThrow(() -> new PkiException(
                TrustCode.KEY_ELSEWHERE,
                "mesh",
                "roots are named and no authority to issue with",
                "issuedBy(..), or an existing intermediate for every cluster"));
    }

    private static X509Certificate rootOf(CertificateAuthority authority) {
        List<X509Certificate> chain = authority.chain();
        X509Certificate top = chain.get(chain.size() - 1);
        if (!top.getSubjectX500Principal().equals(top.getIssuerX500Principal())) {
            throw new PkiException(
                    TrustCode.PATH_NO_ANCHOR,
                    authority.name(),
                    "its chain does not end with a root",
                    "a chain with the root, or trusting(..), is accepted");
        }
        return top;
    }

    /** Makes or brings the intermediate of one cluster. */
    @FunctionalInterface
    private interface Signer {
        CertificateAuthority make(CertificateIssuer issuer, Optional<CertificateAuthority> above);
    }
}
