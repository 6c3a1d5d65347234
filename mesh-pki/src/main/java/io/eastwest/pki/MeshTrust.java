package io.eastwest.pki;

import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.authority.CertificateIssuer;
import io.eastwest.pki.authority.WorkloadCertificate;
import io.eastwest.pki.authority.WorkloadProfile;
import io.eastwest.pki.bundle.CaBundle;
import io.eastwest.pki.bundle.TrustBundle;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import io.eastwest.pki.identity.SpiffeId;
import io.eastwest.pki.rotation.IntermediateRotation;
import io.eastwest.pki.rotation.RootRotation;
import io.eastwest.pki.rotation.RotationPlan;
import io.eastwest.pki.rotation.RotationSettings;
import io.eastwest.pki.verification.CrossClusterTrust;
import io.eastwest.pki.verification.ExpiryReport;
import io.eastwest.pki.verification.ExpiryThresholds;
import io.eastwest.pki.verification.TrustMember;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The common trust of a mesh: one root, one intermediate for each primary cluster, and what follows from them. Every
 * instance was checked when it was built: istiod loads each bundle, and workloads of all clusters authenticate each
 * other. Immutable; its text holds no key.
 */
public final class MeshTrust {
    private final CertificateIssuer issuer;
    private final Optional<CertificateAuthority> authority;
    private final TrustBundle roots;
    private final Map<String, CaBundle> bundles;
    private final TrustSettings settings;

    MeshTrust(
            CertificateIssuer issuer,
            Optional<CertificateAuthority> authority,
            TrustBundle roots,
            Collection<CaBundle> bundles,
            TrustSettings settings) {
        this.issuer = issuer;
        this.authority = authority;
        this.roots = roots;
        this.bundles = new LinkedHashMap<>();
        bundles.forEach(bundle -> this.bundles.put(bundle.cluster(), bundle));
        this.settings = settings;
    }

    /** {@return a builder: give it at least one cluster} */
    public static MeshTrustBuilder builder() {
        return new MeshTrustBuilder();
    }

    /**
     * {@return the authority that issued the intermediates, with its key if that is here; empty if all were brought
     * along. Keep its key offline: no bundle holds it}
     */
    public Optional<CertificateAuthority> authority() {
        return authority;
    }

    /** {@return what every cluster trusts} */
    public TrustBundle roots() {
        return roots;
    }

    /** {@return names of the clusters, in the order of the builder} */
    public List<String> clusters() {
        return List.copyOf(bundles.keySet());
    }

    /** {@return the cacerts of all clusters, in the order of the builder} */
    public List<CaBundle> bundles() {
        return List.copyOf(bundles.values());
    }

    /**
     * Gives the cacerts of one cluster.
     *
     * @param cluster name of the cluster
     * @return the bundle
     * @throws PkiException {@link TrustCode#CLUSTER_UNKNOWN}
     */
    public CaBundle bundle(String cluster) {
        CaBundle bundle = bundles.get(cluster);
        if (bundle == null) {
            throw new PkiException(
                    TrustCode.CLUSTER_UNKNOWN,
                    "cluster/" + cluster,
                    TrustFinding.quote(cluster) + " is no cluster of this mesh",
                    clusters() + " are accepted");
        }
        return bundle;
    }

    /** {@return the trust domain of the mesh} */
    public String trustDomain() {
        return settings.trustDomain();
    }

    /**
     * Issues a workload certificate as the istiod of a cluster would, for 24 hours with an RSA key.
     *
     * @param cluster name of the cluster
     * @param namespace namespace of the workload
     * @param serviceAccount service account of the workload
     * @return leaf, chain and key
     */
    public WorkloadCertificate workload(String cluster, String namespace, String serviceAccount) {
        return workload(cluster, WorkloadProfile.of(SpiffeId.of(settings.trustDomain(), namespace, serviceAccount)));
    }

    /**
     * Issues a workload certificate as the istiod of a cluster would.
     *
     * @param cluster name of the cluster
     * @param profile how
     * @return leaf, chain and key
     */
    public WorkloadCertificate workload(String cluster, WorkloadProfile profile) {
        return issuer.workload(bundle(cluster).signer(), profile);
    }

    /** {@return which clusters authenticate each other now: all of them unless time has passed} */
    public CrossClusterTrust check() {
        return CrossClusterTrust.check(members(), issuer.now());
    }

    /** {@return the public side of each cluster, to be checked together with clusters of another origin} */
    public List<TrustMember> members() {
        return bundles.values().stream()
                .map(bundle -> TrustMember.of(bundle)
                        .trustDomain(settings.trustDomain())
                        .trustDomainAliases(settings.trustDomainAliases())
                        .build())
                .toList();
    }

    /**
     * Tells how long every certificate has to live.
     *
     * @param thresholds from when on a life is too short
     * @return the report
     */
    public ExpiryReport expiry(ExpiryThresholds thresholds) {
        return ExpiryReport.of(bundles.values(), thresholds, issuer.now());
    }

    /**
     * Adds revocation lists to every bundle: one of the issuing authority and one of each intermediate, because a proxy
     * checks every authority of every chain it sees.
     *
     * @param revoked certificates of the issuing authority, such as the intermediate of a cluster that was broken into;
     *     none is accepted
     * @param validity time until the next lists must be there; expired lists fail all traffic
     * @return the same trust with lists
     * @throws PkiException {@link TrustCode#KEY_ELSEWHERE} if the authority's key is not here
     */
    public MeshTrust withRevocation(List<X509Certificate> revoked, Duration validity) {
        CertificateAuthority above = authority.orElseThrow(() -> new PkiException(
                TrustCode.KEY_ELSEWHERE,
                "authority",
                "the authority above the intermediates is not here",
                "have its list issued where its key is, and use CaBundle.withRevocationLists"));
        List<X509CRL> lists = new ArrayList<>(List.of(issuer.revocationList(above, revoked, validity)));
        bundles.values().forEach(bundle -> lists.add(issuer.revocationList(bundle.signer(), List.of(), validity)));
        List<CaBundle> listed = bundles.values().stream()
                .map(bundle -> bundle.withRevocationLists(lists))
                .toList();
        return new MeshTrust(issuer, authority, roots, listed, settings);
    }

    /**
     * Plans the way to other certificates for the same clusters: a root rotation if the roots differ, else a rotation of
     * the intermediates.
     *
     * @param next the same clusters with their next certificates
     * @param settings what else to know about the mesh; its trust domain should be that of this mesh
     * @return the plan
     * @throws PkiException {@link TrustCode#ROTATION_INVALID}, or why a bundle on the way would not load
     */
    public RotationPlan rotationTo(MeshTrust next, RotationSettings settings) {
        return roots.equals(next.roots)
                ? IntermediateRotation.plan(bundles(), next.bundles(), settings, issuer.now())
                : RootRotation.plan(bundles(), next.bundles(), settings, issuer.now());
    }

    /**
     * Plans the way to other certificates for the same clusters with the default settings and the trust domain of this
     * mesh.
     *
     * @param next the same clusters with their next certificates
     * @return the plan
     * @throws PkiException {@link TrustCode#ROTATION_INVALID}, or why a bundle on the way would not load
     */
    public RotationPlan rotationTo(MeshTrust next) {
        return rotationTo(
                next,
                RotationSettings.builder().trustDomain(settings.trustDomain()).build());
    }

    /** {@return the issuer with the clock and the random source of the builder} */
    public CertificateIssuer issuer() {
        return issuer;
    }

    /** {@return clusters, roots and trust domain; no key} */
    @Override
    public String toString() {
        return "MeshTrust[" + clusters() + ", " + roots + ", " + settings.trustDomain() + "]";
    }
}
