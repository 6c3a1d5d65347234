package io.eastwest.routing.credential;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads private keys: PKCS#8, the older form of RSA and, for the named curves of NIST, the older form of EC. */
final class PrivateKeys {
    private static final String VERSION = "020100";
    private static final String RSA = "300d06092a864886f70d0101010500";
    private static final List<String> CURVES = List.of(
            "301306072a8648ce3d020106082a8648ce3d030107",
            "301006072a8648ce3d020106052b81040022",
            "301006072a8648ce3d020106052b81040023");
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int LONG_FORM = 0x80;

    private PrivateKeys() {}

    static Optional<PrivateKey> read(PemBlock block) {
        byte[] content = block.content().toByteArray();
        return pkcs8(content, "RSA")
                .or(() -> pkcs8(content, "EC"))
                .or(() -> pkcs8(content, "EdDSA"))
                .or(() -> pkcs8(wrapped(RSA, content), "RSA"))
                .or(() -> CURVES.stream()
                        .filter(curve -> names(content, curve))
                        .flatMap(curve -> pkcs8(wrapped(curve, content), "EC").stream())
                        .findFirst());
    }

    private static Optional<PrivateKey> pkcs8(byte[] content, String algorithm) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(content)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Whether the older form of an EC key names a curve: the curve is the last part of the algorithm. */
    private static boolean names(byte[] content, String algorithm) {
        String curve = algorithm.substring(algorithm.indexOf("06", 6 + 14 + 2));
        return HexFormat.of().formatHex(content).contains(curve);
    }

    private static byte[] wrapped(String algorithm, byte[] key) {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        inner.writeBytes(HexFormat.of().parseHex(VERSION + algorithm));
        append(OCTETS, key, inner);
        ByteArrayOutputStream outer = new ByteArrayOutputStream();
        append(SEQUENCE, inner.toByteArray(), outer);
        return outer.toByteArray();
    }

    private static void append(int tag, byte[] content, ByteArrayOutputStream out) {
        out.write(tag);
        int length = content.length;
        if (length < LONG_FORM) {
            out.write(length);
        } else if (length <= 0xff) {
            out.write(LONG_FORM + 1);
            out.write(length);
        } else {
            out.write(LONG_FORM + 2);
            out.write(length >> Byte.SIZE);
            out.write(length & 0xff);
        }
        out.writeBytes(content);
    }
}
