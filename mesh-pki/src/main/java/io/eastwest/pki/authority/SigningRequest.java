package io.eastwest.pki.authority;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemBlock;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A request for the certificate of an intermediate, to be signed by a root that is offline, in Vault or at a company's
 * CA. Holds the new key until the answer comes; its text does not show it. Immutable.
 */
public final class SigningRequest {
    private static final String TYPE = "CERTIFICATE REQUEST";

    private final String cluster;
    private final byte[] pem;
    private final SigningKey key;

    private SigningRequest(String cluster, byte[] pem, SigningKey key) {
        this.cluster = cluster;
        this.pem = pem;
        this.key = key;
    }

    static SigningRequest of(ClusterProfile profile, SigningKey key, SecureRandom random) {
        AuthorityExtensions wish =
                AuthorityExtensions.authority(key.publicKey(), Optional.of(profile.pathLength()), profile.nameLimits());
        byte[] der;
        try {
            der = new JcaPKCS10CertificationRequestBuilder(Subjects.of(profile), key.publicKey())
                    .addAttribute(
                            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
                            wish.generator().generate())
                    .build(Signatures.with(key, random))
                    .getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("a request cannot be encoded", e);
        }
        return new SigningRequest(profile.name(), PemText.encode(TYPE, der), key);
    }

    /** {@return name of the cluster that the certificate is for} */
    public String cluster() {
        return cluster;
    }

    /** {@return PKCS#10 in PEM, without the private key; send this to whoever signs} */
    public byte[] pem() {
        return pem.clone();
    }

    /** {@return the new key; store it if the answer takes longer than this process lives} */
    public SigningKey key() {
        return key;
    }

    /**
     * Takes the answer.
     *
     * @param chainPem the certificate first, then those above it
     * @return the intermediate with its key
     * @throws PkiException {@link TrustCode#REQUEST_NOT_ANSWERED} if the certificate is about another key
     */
    public CertificateAuthority complete(byte[] chainPem) {
        return complete(PemText.certificates(chainPem, "answer for cluster/" + cluster));
    }

    /**
     * Takes the answer.
     *
     * @param chain the certificate first, then those above it
     * @return the intermediate with its key
     * @throws PkiException {@link TrustCode#REQUEST_NOT_ANSWERED} if the certificate is about another key
     */
    public CertificateAuthority complete(List<X509Certificate> chain) {
        if (chain.isEmpty() || !key.matches(chain.get(0))) {
            throw new PkiException(
                    TrustCode.REQUEST_NOT_ANSWERED,
                    "cluster/" + cluster,
                    "the first certificate of the answer is not about the key of the request",
                    "the certificate first, then those above it are accepted");
        }
        return CertificateAuthority.of(chain, key);
    }

    /** The public key of a request whose own signature verifies. */
    static PublicKey publicKey(byte[] requestPem) {
        List<PemBlock> blocks = PemText.blocks(requestPem);
        if (blocks.size() != 1 || !blocks.get(0).type().endsWith(TYPE)) {
            throw invalid("it is not one block " + TYPE);
        }
        try {
            JcaPKCS10CertificationRequest request =
                    new JcaPKCS10CertificationRequest(blocks.get(0).der());
            PublicKey key = request.getPublicKey();
            if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                throw invalid("it is not signed by its own key");
            }
            return key;
        } catch (IOException
                | GeneralSecurityException
                | PKCSException
                | OperatorCreationException
                | IllegalArgumentException e) {
            throw invalid("it cannot be decoded");
        }
    }

    private static PkiException invalid(String wrong) {
        return new PkiException(TrustCode.REQUEST_INVALID, "request", wrong, "one PKCS#10 request in PEM is accepted");
    }

    /** {@return the cluster and what is public of the key} */
    @Override
    public String toString() {
        return "SigningRequest[cluster/" + cluster + ", " + key + "]";
    }
}
