package io.eastwest.render.report;

import io.eastwest.render.diagram.DiagramSvg;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The style and the script of the page, and the policy that lets a browser run these and nothing else. */
final class PageParts {
    private PageParts() {}

    static String style() {
        return read("report.css") + DiagramSvg.style();
    }

    static String script() {
        return read("report.js");
    }

    /** {@return the Content-Security-Policy: no request at all, no other style or script than ours} */
    static String policy() {
        return "default-src 'none'; style-src " + hash(style()) + "; script-src " + hash(script())
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream stream = PageParts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the file " + name + " belongs beside this class");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
