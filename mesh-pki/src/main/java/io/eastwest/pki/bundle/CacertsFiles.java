package io.eastwest.pki.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.eastwest.model.kubernetes.Secret;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files that istiod finds in /etc/cacerts, as bytes and unchecked: whole or not, right or wrong. Some hold a key:
 * the text of this object shows names and sizes only. Close it when done, which overwrites all content with zeros.
 */
public final class CacertsFiles implements AutoCloseable {
    /** The certificate of the signer. */
    public static final String CA_CERT = "ca-cert.pem";

    /** The private key of the signer. */
    public static final String CA_KEY = "ca-key.pem";

    /** The signer first, then those above it. */
    public static final String CERT_CHAIN = "cert-chain.pem";

    /** The roots that the cluster trusts. */
    public static final String ROOT_CERT = "root-cert.pem";

    /** The revocation lists, optional. */
    public static final String CA_CRL = "ca-crl.pem";

    /** The signer in the layout of cert-manager. */
    public static final String TLS_CERT = "tls.crt";

    /** The key in the layout of cert-manager. */
    public static final String TLS_KEY = "tls.key";

    /** The roots in the layout of cert-manager. */
    public static final String TLS_ROOT = "ca.crt";

    /** Marks a Secret that istiod made for itself. */
    public static final String ISTIO_GENERATED = "istio-generated";

    private static final List<String> KNOWN =
            List.of(CA_CERT, CA_CRL, CA_KEY, CERT_CHAIN, ROOT_CERT, TLS_ROOT, ISTIO_GENERATED, TLS_CERT, TLS_KEY);

    private final Map<String, byte[]> content;

    private CacertsFiles(Map<String, byte[]> content) {
        this.content = content;
    }

    /**
     * Takes the data of a Secret, decoded. The arrays are copied.
     *
     * @param data content by key; other keys than those of istiod are kept and not looked at
     * @return the files
     */
    public static CacertsFiles of(Map<String, byte[]> data) {
        Map<String, byte[]> copy = new TreeMap<>();
        data.forEach((name, bytes) -> copy.put(name, bytes.clone()));
        return new CacertsFiles(copy);
    }

    /**
     * Takes the data of a Secret, such as cacerts of a cluster.
     *
     * @param secret the Secret
     * @return the files
     */
    public static CacertsFiles of(Secret secret) {
        Map<String, byte[]> copy = new TreeMap<>();
        secret.data().forEach((name, bytes) -> copy.put(name, bytes.toByteArray()));
        secret.stringData().forEach((name, text) -> copy.put(name, text.getBytes(UTF_8)));
        return new CacertsFiles(copy);
    }

    /**
     * Reads a directory.
     *
     * @param directory where the files are; files of other names are not read
     * @return the files that are there
     * @throws PkiException {@link TrustCode#FILE_FAILED} if the directory or a file cannot be read
     */
    public static CacertsFiles read(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new PkiException(
                    TrustCode.FILE_FAILED, directory.toString(), "it is no directory", "the cacerts directory");
        }
        Map<String, byte[]> found = new TreeMap<>();
        for (String name : KNOWN) {
            Path file = directory.resolve(name);
            try {
                if (Files.isRegularFile(file)) {
                    found.put(name, Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new PkiException(TrustCode.FILE_FAILED, file.toString(), "it cannot be read", "make it readable");
            }
        }
        return new CacertsFiles(found);
    }

    /** {@return the names of the files, ascending} */
    public List<String> names() {
        return List.copyOf(content.keySet());
    }

    /**
     * Whether a file is there; it may be empty.
     *
     * @param name name of the file
     * @return whether it is there
     */
    public boolean has(String name) {
        return content.containsKey(name);
    }

    /**
     * Gives the content of a file.
     *
     * @param name name of the file
     * @return a copy, empty if the file is not there; wipe it when it is a key
     */
    public Optional<byte[]> content(String name) {
        return Optional.ofNullable(content.get(name)).map(byte[]::clone);
    }

    /**
     * Replaces or adds a file, for a copy that is to be checked.
     *
     * @param name name of the file
     * @param bytes the content, copied
     * @return other files; these stay as they are
     */
    public CacertsFiles with(String name, byte[] bytes) {
        CacertsFiles changed = of(content);
        changed.content.put(name, bytes.clone());
        return changed;
    }

    /**
     * Leaves a file out, for a copy that is to be checked.
     *
     * @param name name of the file
     * @return other files; these stay as they are
     */
    public CacertsFiles without(String name) {
        CacertsFiles changed = of(content);
        changed.content.remove(name);
        return changed;
    }

    /** {@return whether istiod takes the layout of cert-manager, because tls.crt is there} */
    public boolean isTlsLayout() {
        return has(TLS_CERT);
    }

    /** {@return sum of the sizes of all files, in bytes} */
    public long size() {
        return content.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** Overwrites all content with zeros. */
    @Override
    public void close() {
        content.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
    }

    /** {@return names and sizes} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("CacertsFiles[");
        content.forEach((name, bytes) -> text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ")
                .append(name)
                .append(' ')
                .append(bytes.length));
        return text.append(']').toString();
    }
}
