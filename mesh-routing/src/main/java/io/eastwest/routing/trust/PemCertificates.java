package io.eastwest.routing.trust;

import io.eastwest.model.kubernetes.Secret;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates of one cluster and gathers why some cannot be read. */
final class PemCertificates {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----", Pattern.DOTALL);
    private static final int SHOWN = 16;

    private final String cluster;
    private final List<String> problems = new ArrayList<>();

    PemCertificates(String cluster) {
        this.cluster = cluster;
    }

    List<X509Certificate> read(Secret secret, String key) {
        String where = key + " of " + secret.key();
        return secret.value(key).map(value -> read(where, value.toText())).orElseGet(() -> {
            note(where + " is missing");
            return List.of();
        });
    }

    List<X509Certificate> read(String where, String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            try {
                certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(blocks.group().getBytes(StandardCharsets.US_ASCII))));
            } catch (CertificateException unreadable) {
                note(where + " holds a block that is no certificate");
            }
        }
        if (certificates.isEmpty()) {
            note(where + " holds no certificate");
        }
        return certificates;
    }

    void note(String problem) {
        problems.add("cluster " + cluster + ": " + problem);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return "(SHA-256 " + HexFormat.of().formatHex(digest).substring(0, SHOWN) + ")";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
