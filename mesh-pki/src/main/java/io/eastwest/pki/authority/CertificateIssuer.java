package io.eastwest.pki.authority;

import static java.util.Objects.requireNonNull;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.key.SigningKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * Makes keys, certificates, requests and revocation lists. The same clock and the same random source in the same state
 * give the same bytes. Thread-safe if the random source is.
 */
public final class CertificateIssuer {
    /** How far notBefore lies in the past unless set, as in Istio: clocks differ. */
    public static final Duration DEFAULT_BACKDATING = Duration.ofMinutes(2);

    private final Clock clock;
    private final SecureRandom random;
    private final CertificateWriter writer;

    private CertificateIssuer(Clock clock, SecureRandom random, Duration backdating) {
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
        this.writer = new CertificateWriter(clock, random, requireNonNull(backdating, "backdating"));
    }

    /**
     * Makes an issuer that backdates by two minutes.
     *
     * @param clock tells what is now
     * @param random source of keys, serial numbers and signatures; a secure one in production
     * @return the issuer
     */
    public static CertificateIssuer of(Clock clock, SecureRandom random) {
        return new CertificateIssuer(clock, random, DEFAULT_BACKDATING);
    }

    /**
     * Changes how far notBefore lies in the past.
     *
     * @param backdating zero or more
     * @return an issuer with the same clock and random source
     */
    public CertificateIssuer backdating(Duration backdating) {
        if (backdating.isNegative()) {
            throw new PkiException(
                    TrustCode.VALIDITY_INVALID, "backdating", "it is " + backdating, "zero or more is accepted");
        }
        return new CertificateIssuer(clock, random, backdating);
    }

    /**
     * Makes a key.
     *
     * @param algorithm kind of key
     * @return a new key
     */
    public SigningKey key(KeyAlgorithm algorithm) {
        return algorithm.generate(random);
    }

    /**
     * Makes a root with a new key.
     *
     * @param profile how
     * @return the root with its key; keep the key away from clusters
     */
    public CertificateAuthority root(RootProfile profile) {
        SigningKey key = profile.algorithm().generate(random);
        Optional<Integer> pathLength = profile.pathLength().isPresent()
                ? Optional.of(profile.pathLength().getAsInt())
                : Optional.empty();
        X509Certificate certificate = writer.selfIssued(
                Subjects.of(profile),
                key,
                profile.validity(),
                AuthorityExtensions.authority(key.publicKey(), pathLength, profile.nameLimits()));
        return CertificateAuthority.of(List.of(certificate), key);
    }

    /**
     * Makes the intermediate of a cluster with a new key. Its end is cut at the issuer's end.
     *
     * @param issuer root or upper intermediate, with key
     * @param profile how
     * @return the intermediate with its key and the issuer's chain above it
     * @throws PkiException if the issuer may not issue it, is expired or has its key elsewhere
     */
    public CertificateAuthority intermediate(CertificateAuthority issuer, ClusterProfile profile) {
        SigningKey key = profile.algorithm().generate(random);
        return CertificateAuthority.of(List.of(sign(issuer, key.publicKey(), profile)), key)
                .below(issuer.chain());
    }

    /**
     * Asks for the certificate of an intermediate whose issuer is elsewhere.
     *
     * @param profile the wish; whoever signs decides
     * @return the request and the new key
     */
    public SigningRequest request(ClusterProfile profile) {
        SigningKey key = profile.algorithm().generate(random);
        return SigningRequest.of(profile, key, random);
    }

    /**
     * Answers a request where the issuer's key is: the key of the request, everything else of the profile.
     *
     * @param issuer root or upper intermediate, with key
     * @param requestPem PKCS#10 in PEM
     * @param profile how; its algorithm is not looked at
     * @return the certificate and those above it, to be sent back
     * @throws PkiException {@link TrustCode#REQUEST_INVALID} or as {@link #intermediate}
     */
    public List<X509Certificate> answer(CertificateAuthority issuer, byte[] requestPem, ClusterProfile profile) {
        PublicKey key = SigningRequest.publicKey(requestPem);
        if (KeyAlgorithm.of(key).isEmpty()) {
            throw new PkiException(
                    TrustCode.KEY_ALGORITHM_UNSUPPORTED,
                    "request",
                    "the key is of an unsupported kind",
                    "RSA 2048, 3072, 4096, P-256 and P-384 are accepted");
        }
        return CertificateAuthority.withoutKey(List.of(sign(issuer, key, profile)))
                .below(issuer.chain())
                .chain();
    }

    /**
     * Issues the certificate of a workload as istiod would. Its end is cut at the signer's end.
     *
     * <p>Mirrors istio 1.30.3 security/pkg/pki/ca/ca.go:sign.
     *
     * @param signer the intermediate of the workload's cluster, with key
     * @param profile how
     * @return leaf, chain and key
     */
    public WorkloadCertificate workload(CertificateAuthority signer, WorkloadProfile profile) {
        GeneralName name = new GeneralName(
                GeneralName.uniformResourceIdentifier, profile.id().toString());
        return leaf(signer, profile.algorithm().generate(random), profile.ttl(), name);
    }

    /**
     * Issues a leaf for a key that is there already, to save the time of making one.
     *
     * @param signer the intermediate of the workload's cluster, with key
     * @param profile how; its algorithm is not looked at
     * @param key the key of the leaf
     * @return leaf, chain and key
     */
    public WorkloadCertificate workload(CertificateAuthority signer, WorkloadProfile profile, SigningKey key) {
        GeneralName name = new GeneralName(
                GeneralName.uniformResourceIdentifier, profile.id().toString());
        return leaf(signer, key, profile.ttl(), name);
    }

    /**
     * Issues the serving certificate of istiod.
     *
     * @param signer the intermediate of the cluster, with key
     * @param dnsNames names such as {@code istiod.istio-system.svc}
     * @param key the key of the leaf
     * @return leaf, chain and key, for 3650 days or until the signer's end
     */
    public WorkloadCertificate serving(CertificateAuthority signer, List<String> dnsNames, SigningKey key) {
        GeneralName[] names = dnsNames.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name))
                .toArray(GeneralName[]::new);
        return leaf(signer, key, Duration.ofDays(3650), names);
    }

    /**
     * Issues a revocation list.
     *
     * @param issuer the authority that issued what is revoked, with key
     * @param revoked certificates of that issuer; none is a valid list that revokes nothing
     * @param validity time until the next list must be there; an expired list fails all traffic
     * @return the list
     * @throws PkiException {@link TrustCode#CRL_SIGN_MISSING} if no list of this issuer can verify
     */
    public X509CRL revocationList(CertificateAuthority issuer, List<X509Certificate> revoked, Duration validity) {
        IssueRules.requireRevocation(issuer);
        return writer.revocationList(issuer, revoked, validity);
    }

    /** {@return what the clock says now} */
    public Instant now() {
        return clock.instant();
    }

    private WorkloadCertificate leaf(CertificateAuthority signer, SigningKey key, Duration ttl, GeneralName... names) {
        IssueRules.requireIssuer(signer, clock.instant());
        X509Certificate certificate =
                writer.issued(signer, Subjects.none(), key.publicKey(), ttl, AuthorityExtensions.leaf(names));
        return new WorkloadCertificate(certificate, signer.chain(), key);
    }

    private X509Certificate sign(CertificateAuthority issuer, PublicKey key, ClusterProfile profile) {
        IssueRules.requireIssuer(issuer, clock.instant());
        IssueRules.requireRoom(issuer, profile.pathLength());
        X500Name subject = Subjects.of(profile);
        return writer.issued(
                issuer,
                subject,
                key,
                profile.validity(),
                AuthorityExtensions.authority(key, Optional.of(profile.pathLength()), profile.nameLimits()));
    }
}
