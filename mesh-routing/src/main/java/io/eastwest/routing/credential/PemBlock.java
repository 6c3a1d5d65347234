package io.eastwest.routing.credential;

import io.eastwest.model.kubernetes.SecretBytes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * One block of a PEM text.
 *
 * @param label label, such as {@code CERTIFICATE}
 * @param content the bytes
 */
record PemBlock(String label, SecretBytes content) {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    /** {@return the blocks of a text in order; what is no block is skipped} */
    static List<PemBlock> all(String text) {
        List<PemBlock> blocks = new ArrayList<>();
        int at = text.indexOf(BEGIN);
        while (at >= 0) {
            int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
            if (labelEnd < 0) {
                break;
            }
            String label = text.substring(at + BEGIN.length(), labelEnd);
            int end = text.indexOf(END + label + DASHES, labelEnd);
            if (end < 0) {
                break;
            }
            add(label, text.substring(labelEnd + DASHES.length(), end), blocks);
            at = text.indexOf(BEGIN, end);
        }
        return blocks;
    }

    private static void add(String label, String base64, List<PemBlock> blocks) {
        try {
            blocks.add(new PemBlock(label, SecretBytes.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")))));
        } catch (IllegalArgumentException e) {
            // not a block: its content is no base64
        }
    }

    boolean isCertificate() {
        return label.equals("CERTIFICATE");
    }

    boolean isKey() {
        return label.equals("PRIVATE KEY") || label.endsWith(" PRIVATE KEY");
    }
}
