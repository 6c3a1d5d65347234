package io.eastwest.pki.finding;

import static io.eastwest.pki.finding.TrustEffect.NOT_LOADED;
import static io.eastwest.pki.finding.TrustEffect.PEERS_FAIL;
import static io.eastwest.pki.finding.TrustEffect.REFUSED;
import static io.eastwest.pki.finding.TrustEffect.RISK;

/** The causes of a {@link TrustFinding}: each says what is wrong and what mends it. */
public enum TrustCode {
    /** A builder lacks something that it cannot default; set it. */
    ATTRIBUTE_MISSING(REFUSED),
    /** A name of an authority, a cluster or a namespace is empty, too long or has characters that do not fit. */
    NAME_INVALID(REFUSED),
    /** Two clusters have the same name; a name is the identity of a cluster. */
    NAME_DUPLICATE(REFUSED),
    /** No such cluster in this mesh; use one of the names that the text lists. */
    CLUSTER_UNKNOWN(REFUSED),
    /** A trust domain that Istio or SPIFFE does not accept, such as one with {@code _}; lower case DNS labels. */
    TRUST_DOMAIN_INVALID(REFUSED),
    /** Not of the form {@code spiffe://td/ns/x/sa/y}. */
    SPIFFE_ID_INVALID(REFUSED),
    /** A duration is zero, negative or above what Istio grants (90 days for a workload). */
    VALIDITY_INVALID(REFUSED),
    /** What would be issued is expired at once, because the issuer is; renew the issuer first. */
    ISSUER_EXPIRED(REFUSED),
    /** The issuer may not issue this: not a CA, no keyCertSign, or its path length is used up. */
    ISSUER_NOT_ALLOWED(REFUSED),
    /** A name constraint excludes a name that the cluster needs, such as its own trust domain. */
    NAME_CONSTRAINT_TOO_NARROW(REFUSED),
    /** An algorithm that is not among RSA 2048, 3072, 4096, P-256 and P-384. */
    KEY_ALGORITHM_UNSUPPORTED(REFUSED),
    /** A key was used after it was destroyed. */
    KEY_DESTROYED(REFUSED),
    /** The authority's key is elsewhere (offline, Vault), so it cannot sign here; send it a request. */
    KEY_ELSEWHERE(REFUSED),
    /** A certificate that came back for a request has another key than the request. */
    REQUEST_NOT_ANSWERED(REFUSED),
    /** A certificate request is damaged or its self-signature is wrong. */
    REQUEST_INVALID(REFUSED),
    /** The authority lacks keyUsage cRLSign, so no revocation list of it verifies; issue it anew. */
    CRL_SIGN_MISSING(REFUSED),
    /** A file system without POSIX permissions or owner lists cannot keep a key private. */
    FILE_NOT_PRIVATE(REFUSED),
    /** A file could not be read or written. */
    FILE_FAILED(REFUSED),
    /** Text that is no PEM, a block that cannot be decoded, or a certificate that is not plain DER. */
    PEM_INVALID(REFUSED),
    /** A rotation that is none, or whose old and new meshes do not have the same clusters. */
    ROTATION_INVALID(REFUSED),

    /** Some of the four files are there and some are not; istiod: incomplete signing CA bundle detected. */
    CACERTS_INCOMPLETE(NOT_LOADED),
    /** No file is there: istiod makes a root of its own, which no other cluster trusts. */
    CACERTS_ABSENT(PEERS_FAIL),
    /** The first block of ca-cert.pem is no certificate; istiod: failed to parse cert PEM. */
    SIGNER_UNPARSABLE(NOT_LOADED),
    /** The signer's certificate lacks CA:true; istiod: certificate is not authorized to sign other certificates. */
    SIGNER_NOT_AUTHORITY(NOT_LOADED),
    /** No path from the signer to a root: unknown issuer, or a signature that does not verify. */
    PATH_NO_ANCHOR(NOT_LOADED),
    /** A certificate of the path is past its notAfter. */
    PATH_EXPIRED(NOT_LOADED),
    /** A certificate of the path is before its notBefore. */
    PATH_NOT_YET_VALID(NOT_LOADED),
    /** An issuer on the path is no CA. */
    PATH_NOT_AUTHORITY(NOT_LOADED),
    /** An issuer on the path has a keyUsage without keyCertSign. */
    PATH_CANNOT_SIGN(NOT_LOADED),
    /** More intermediates below an authority than its path length allows. */
    PATH_TOO_LONG(NOT_LOADED),
    /** A name constraint of an authority excludes a name below it. */
    PATH_NAME_CONSTRAINT(NOT_LOADED),
    /** A CA lists extended key usages and neither serverAuth nor any is among them. */
    PATH_KEY_USAGE(NOT_LOADED),
    /** A critical extension that Go does not know. */
    PATH_UNKNOWN_EXTENSION(NOT_LOADED),
    /** A signature on the path uses MD5 or SHA-1. */
    PATH_WEAK_SIGNATURE(NOT_LOADED),
    /** The key is not PKCS#8, PKCS#1 or SEC1, or is damaged; istiod: failed to parse private key PEM. */
    KEY_UNPARSABLE(NOT_LOADED),
    /** The first block of the key file has a type that istiod does not read, such as EC PARAMETERS. */
    KEY_BLOCK_UNSUPPORTED(NOT_LOADED),
    /** Certificate and key do not belong together; istiod: the cert does not match the key. */
    KEY_MISMATCH(NOT_LOADED),
    /** A certificate of the chain has no revocation list that verifies; istiod: missing CRL signed by certificates. */
    CRL_MISSING(NOT_LOADED),
    /** A block of ca-crl.pem is no revocation list. */
    CRL_UNPARSABLE(NOT_LOADED),
    /** The first certificate of cert-chain.pem is expired; istiod: cert chain has expired. */
    CHAIN_EXPIRED(NOT_LOADED),

    /** The signer verifies and what it issues does not, such as below a root with path length 0. */
    ISSUED_NOT_TRUSTED(PEERS_FAIL),
    /** cert-chain.pem does not start with the signer, so peers cannot find the issuer of a leaf. */
    CHAIN_WITHOUT_SIGNER(PEERS_FAIL),
    /** An expired revocation list fails all traffic that checks it. */
    CRL_EXPIRED(PEERS_FAIL),
    /** The other cluster does not trust the root that this cluster's chain ends in. */
    ANCHOR_MISSING(PEERS_FAIL),
    /** The server accepts neither the client's trust domain nor an alias of it. */
    TRUST_DOMAIN_NOT_ACCEPTED(PEERS_FAIL),

    /** cert-chain.pem is not ordered from the signer towards the root; TLS below 1.3 demands it. */
    CHAIN_ORDER(RISK),
    /** A PEM block that istiod skips without a word. */
    PEM_BLOCK_SKIPPED(RISK),
    /** The empty key istio-generated marks a Secret that istiod made for itself. */
    ISTIO_GENERATED(RISK),
    /** More than 1 MiB; the API server refuses it, and the roots are copied to every namespace. */
    BUNDLE_TOO_LARGE(RISK),
    /** An RSA key below 2048 bits; istiod does not refuse it, modern TLS stacks do. */
    KEY_TOO_SMALL(RISK),
    /** istiod reads no ca-crl.pem beside tls.crt. */
    CRL_NOT_READ(RISK),
    /** The private key of a root is in the cacerts of a cluster. */
    ROOT_KEY_EXPOSED(RISK),
    /** The certificate has less life left than the threshold, or a workload certificate, asks for. */
    EXPIRES_SOON(RISK),
    /** The certificate's life is over. */
    EXPIRED(PEERS_FAIL),
    /** Two clusters' signers have the same subject; revocation lists are looked up by subject. */
    SUBJECT_SHARED(RISK);

    private final TrustEffect effect;

    TrustCode(TrustEffect effect) {
        this.effect = effect;
    }

    /** {@return what a finding with this code does to the mesh} */
    public TrustEffect effect() {
        return effect;
    }
}
