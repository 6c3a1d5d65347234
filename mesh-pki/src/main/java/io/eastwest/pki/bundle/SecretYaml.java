package io.eastwest.pki.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.eastwest.pki.finding.PkiException;
import io.eastwest.pki.finding.TrustCode;
import io.eastwest.pki.finding.TrustFinding;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** The Secret cacerts as bytes: a YAML writer would keep the key as a string, which nothing can overwrite. */
final class SecretYaml {
    static final String NAME = "cacerts";

    private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

    private SecretYaml() {}

    static String requireNamespace(String namespace) {
        if (!NAMESPACE.matcher(namespace).matches()) {
            throw new PkiException(
                    TrustCode.NAME_INVALID,
                    "namespace",
                    TrustFinding.quote(namespace) + " is no namespace",
                    "a lower case DNS label is accepted");
        }
        return namespace;
    }

    static byte[] write(String namespace, CacertsFiles files) {
        requireNamespace(namespace);
        Wiped yaml = new Wiped();
        yaml.writeBytes("""
                # contains a private key
                apiVersion: v1
                kind: Secret
                metadata:
                  name: cacerts
                  namespace: "%s"
                type: Opaque
                data:
                """.formatted(namespace).getBytes(UTF_8));
        for (String name : files.names()) {
            byte[] content = files.content(name).orElseThrow();
            byte[] base64 = Base64.getEncoder().encode(content);
            yaml.writeBytes(("  " + name + ": ").getBytes(UTF_8));
            yaml.writeBytes(base64);
            yaml.write('\n');
            Arrays.fill(content, (byte) 0);
            Arrays.fill(base64, (byte) 0);
        }
        byte[] manifest = yaml.toByteArray();
        yaml.wipe();
        return manifest;
    }

    /** A buffer that can be overwritten, at its start large enough never to leave an outgrown copy behind. */
    private static final class Wiped extends ByteArrayOutputStream {
        private static final int ENOUGH = 1 << 20;

        Wiped() {
            super(ENOUGH);
        }

        void wipe() {
            Arrays.fill(buf, (byte) 0);
        }
    }
}
