package io.eastwest.pki.bundle;

import io.eastwest.pki.authority.CertificateAuthority;
import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.key.SigningKey;
import io.eastwest.pki.pem.PemText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The files in which the authority above all clusters is kept offline: it is needed again for a new cluster, for the next
 * intermediate and for revocation lists. No cluster gets these files. The names are those of istio 1.30.3
 * {@code tools/certs/common.mk}.
 */
public final class AuthorityFiles {
    /** The certificate of the authority, followed by those above it. */
    public static final String CERTIFICATE = "root-cert.pem";

    /** The private key of the authority. */
    public static final String KEY = "root-key.pem";

    private AuthorityFiles() {}

    /**
     * Writes certificate and key, each with mode 0600 from the moment it exists and moved into place in one step. A
     * directory that is not there is made with mode 0700.
     *
     * @param authority the authority, such as {@code trust.authority()}
     * @param directory where to, best on a medium that is locked away afterwards
     * @throws PkiException {@link TrustCode#KEY_ELSEWHERE} if its key is not here, {@link TrustCode#FILE_FAILED} or
     *     {@link TrustCode#FILE_NOT_PRIVATE}
     */
    public static void write(CertificateAuthority authority, Path directory) {
        SigningKey key = authority
                .key()
                .orElseThrow(() -> new PkiException(
                        TrustCode.KEY_ELSEWHERE,
                        authority.name(),
                        "its key is not here",
                        "an authority with its key is accepted"));
        PrivateFiles.write(directory.resolve(CERTIFICATE), PemText.encode(authority.chain()));
        Path keyFile = directory.resolve(KEY);
        key.withPem(pem -> {
            PrivateFiles.write(keyFile, pem);
            return keyFile;
        });
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param directory the directory
     * @return the authority with its key
     * @throws PkiException {@link TrustCode#FILE_FAILED}, or why the files are not a certificate and its key
     */
    public static CertificateAuthority read(Path directory) {
        byte[] key = bytes(directory.resolve(KEY));
        try {
            return CertificateAuthority.parse(bytes(directory.resolve(CERTIFICATE)), key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            PkiException refused = new PkiException(
                    TrustCode.FILE_FAILED, file.toString(), "it cannot be read", "a readable file is accepted");
            refused.initCause(e);
            throw refused;
        }
    }
}
