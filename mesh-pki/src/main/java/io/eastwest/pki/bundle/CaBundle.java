package io.eastwest.pki.bundle;

import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBuilder;
import io.eastwest.model.kubernetes.SecretBytes;
import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import java.nio.file.Path;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one primary cluster needs to issue certificates that the mesh trusts: the cacerts of its istiod. Holds the key of
 * the intermediate, never that of the root; the text of this object shows no key. Immutable.
 */
public final class CaBundle {
    /** Where istiod runs unless told otherwise. */
    public static final String DEFAULT_NAMESPACE = "istio-system";

    private final String cluster;
    private final CertificateAuthority signer;
    private final TrustBundle roots;
    private final List<X509CRL> revocationLists;

    private CaBundle(String cluster, CertificateAuthority signer, TrustBundle roots, List<X509CRL> revocationLists) {
        this.cluster = cluster;
        this.signer = signer;
        this.roots = roots;
        this.revocationLists = List.copyOf(revocationLists);
    }

    /**
     * Puts a bundle together.
     *
     * @param cluster name of the cluster
     * @param signer the intermediate of the cluster, with key; its chain becomes cert-chain.pem
     * @param roots the roots that the cluster trusts
     * @return the bundle; {@code IstiodLoad} says whether istiod would take it
     * @throws PkiException {@link TrustCode#KEY_ELSEWHERE} without key, {@link TrustCode#ROOT_KEY_EXPOSED} for a root
     */
    public static CaBundle of(String cluster, CertificateAuthority signer, TrustBundle roots) {
        if (signer.key().isEmpty()) {
            throw new PkiException(
                    TrustCode.KEY_ELSEWHERE,
                    "cluster/" + cluster,
                    "the key of its intermediate is not here",
                    "istiod signs with that key, so it must be in cacerts");
        }
        if (signer.isSelfIssued()) {
            throw new PkiException(
                    TrustCode.ROOT_KEY_EXPOSED,
                    "cluster/" + cluster,
                    "its signer is a root, whose key would be in a cluster",
                    "an intermediate below the root is accepted");
        }
        return new CaBundle(cluster, signer, roots, List.of());
    }

    /** {@return name of the cluster} */
    public String cluster() {
        return cluster;
    }

    /** {@return the intermediate that signs, with key} */
    public CertificateAuthority signer() {
        return signer;
    }

    /** {@return the content of cert-chain.pem: the signer, then those above it} */
    public List<X509Certificate> chain() {
        return signer.chain();
    }

    /** {@return the content of root-cert.pem} */
    public TrustBundle roots() {
        return roots;
    }

    /** {@return the content of ca-crl.pem; empty: there is no such file} */
    public List<X509CRL> revocationLists() {
        return revocationLists;
    }

    /**
     * Trusts other roots.
     *
     * @param other the roots
     * @return a bundle with the same signer
     */
    public CaBundle withRoots(TrustBundle other) {
        return new CaBundle(cluster, signer, other, revocationLists);
    }

    /**
     * Adds revocation lists: one for every authority of every cluster, because a proxy checks the chains of all.
     *
     * @param lists the lists; none leaves the file out
     * @return a bundle with the same signer and roots
     */
    public CaBundle withRevocationLists(List<X509CRL> lists) {
        return new CaBundle(cluster, signer, roots, lists);
    }

    /** {@return the files as istiod reads them; close them, one is the key} */
    public CacertsFiles files() {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(CacertsFiles.CA_CERT, PemText.encode(List.of(signer.certificate())));
        files.put(CacertsFiles.CERT_CHAIN, PemText.encode(chain()));
        files.put(CacertsFiles.ROOT_CERT, roots.pem());
        if (!revocationLists.isEmpty()) {
            files.put(CacertsFiles.CA_CRL, PemText.encodeRevocationLists(revocationLists));
        }
        return key().withPem(pem -> {
            files.put(CacertsFiles.CA_KEY, pem);
            return CacertsFiles.of(files);
        });
    }

    /**
     * Writes the files, each with mode 0600 from the moment it exists and moved into place in one step. A directory that
     * is not there is made with mode 0700.
     *
     * @param directory where to
     * @throws PkiException {@link TrustCode#FILE_FAILED} or {@link TrustCode#FILE_NOT_PRIVATE}
     */
    public void writeTo(Path directory) {
        try (CacertsFiles files = files()) {
            for (String name : files.names()) {
                byte[] content = files.content(name).orElseThrow();
                try {
                    PrivateFiles.write(directory.resolve(name), content);
                } finally {
                    Arrays.fill(content, (byte) 0);
                }
            }
        }
    }

    /**
     * Makes the Secret cacerts as a resource of the model. It holds the key of the cluster in memory that is not
     * overwritten; {@link #secretManifest} and {@link #writeSecretTo} leave nothing behind.
     *
     * @param namespace where istiod runs, {@link #DEFAULT_NAMESPACE} by default
     * @return the Secret
     */
    public Secret toSecret(String namespace) {
        SecretBuilder secret = Secret.builder()
                .metadata(ObjectMeta.of(SecretYaml.requireNamespace(namespace), SecretYaml.NAME))
                .type("Opaque");
        try (CacertsFiles files = files()) {
            for (String name : files.names()) {
                byte[] content = files.content(name).orElseThrow();
                secret.putData(name, SecretBytes.of(content));
                Arrays.fill(content, (byte) 0);
            }
        }
        return secret.build();
    }

    /**
     * Writes the Secret cacerts as YAML. It holds the key of the cluster: wipe the array after use.
     *
     * @param namespace where istiod runs, {@link #DEFAULT_NAMESPACE} by default
     * @return the manifest in UTF-8; the first line says that it contains a key
     */
    public byte[] secretManifest(String namespace) {
        try (CacertsFiles files = files()) {
            return SecretYaml.write(namespace, files);
        }
    }

    /**
     * Writes the Secret cacerts as YAML into a file with mode 0600.
     *
     * @param file where to
     * @param namespace where istiod runs
     * @throws PkiException {@link TrustCode#FILE_FAILED} or {@link TrustCode#FILE_NOT_PRIVATE}
     */
    public void writeSecretTo(Path file, String namespace) {
        byte[] manifest = secretManifest(namespace);
        try {
            PrivateFiles.write(file, manifest);
        } finally {
            Arrays.fill(manifest, (byte) 0);
        }
    }

    /** {@return cluster, signer and roots; no key} */
    @Override
    public String toString() {
        return "CaBundle[cluster/" + cluster + ", " + signer + ", " + roots + "]";
    }

    private SigningKey key() {
        return signer.key().orElseThrow();
    }
}
