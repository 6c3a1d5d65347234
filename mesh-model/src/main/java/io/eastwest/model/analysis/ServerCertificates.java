package io.eastwest.model.analysis;

import io.eastwest.model.kubernetes.Secret;
import io.eastwest.model.kubernetes.SecretBytes;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;

/**
 * Certificates in Secrets. Mirrors istio 1.30.3 {@code pilot/pkg/credentials/kube/secrets.go:ExtractCertInfo} and {@code
 * pilot/pkg/xds/sds.go:ValidateCertificate} without the validity period.
 */
final class ServerCertificates {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private ServerCertificates() {}

    /** {@return whether istiod could give the secret to a gateway} */
    static boolean isUsable(Secret secret) {
        return certificate(secret, "cert", "key")
                .or(() -> certificate(secret, "tls.crt", "tls.key"))
                .filter(bytes -> isCertificate(bytes.toText()))
                .isPresent();
    }

    private static Optional<SecretBytes> certificate(Secret secret, String certificate, String key) {
        return secret.value(key)
                .filter(bytes -> bytes.size() > 0)
                .flatMap(any -> secret.value(certificate))
                .filter(bytes -> bytes.size() > 0);
    }

    /** {@return whether the first block is a certificate, whatever its label says} */
    private static boolean isCertificate(String pem) {
        int begin = pem.indexOf(BEGIN);
        int label = begin < 0 ? -1 : pem.indexOf(DASHES, begin + BEGIN.length());
        int end = label < 0 ? -1 : pem.indexOf(END, label);
        if (end < 0) {
            return false;
        }
        String body = pem.substring(label + DASHES.length(), end).replaceAll("\\s", "");
        try {
            byte[] der = Base64.getDecoder().decode(body);
            CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            return true;
        } catch (IllegalArgumentException | CertificateException e) {
            return false;
        }
    }
}
