package io.eastwest.pki.verification;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Builds paths as istiod does, and is as strict as its peers: the validity and the path length of the root count, which
 * Java's own validator ignores for an anchor.
 *
 * <p>Mirrors go crypto/x509:Certificate.Verify with the options of istio 1.30.3
 * security/pkg/pki/util/keycertbundle.go:Verify.
 */
public final class ChainVerification {
    private ChainVerification() {}

    /**
     * Verifies what a peer has sent.
     *
     * @param sent the leaf first, then intermediates in any order
     * @param roots what the verifier trusts
     * @param at the time of the check
     * @param purpose what the leaf is used for
     * @return the path, or why there is none
     */
    public static ChainVerdict peer(
            List<X509Certificate> sent, Collection<X509Certificate> roots, Instant at, Purpose purpose) {
        return new PathSearch(sent, roots, at, purpose).from(sent.get(0));
    }

    /**
     * Verifies a signer as istiod does on load: the signer is the end of the path.
     *
     * @param signer first certificate of ca-cert.pem
     * @param chain certificates of cert-chain.pem
     * @param roots certificates of root-cert.pem
     * @param at the time of the check
     * @return the path, or why there is none
     */
    public static ChainVerdict onLoad(
            X509Certificate signer, Collection<X509Certificate> chain, Collection<X509Certificate> roots, Instant at) {
        return new PathSearch(chain, roots, at, Purpose.SERVER).from(signer);
    }

    /**
     * Verifies what a signer will issue, before it has issued anything: a workload below it is the end of the path.
     *
     * @param signer the certificate that signs workloads
     * @param sent what its workloads send beside their leaf, which is cert-chain.pem
     * @param roots what the verifier trusts
     * @param at the time of the check
     * @return the path from the signer, or why there is none
     */
    public static ChainVerdict issuedBy(
            X509Certificate signer, Collection<X509Certificate> sent, Collection<X509Certificate> roots, Instant at) {
        return new PathSearch(sent, roots, at, Purpose.SERVER).fromIssuer(signer);
    }
}
