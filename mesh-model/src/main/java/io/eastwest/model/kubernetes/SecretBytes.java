package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.eastwest.model.issue.InvalidResourceException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Confidential bytes. {@link #toString()} never shows them; comparison takes the same time wherever the difference is.
 * Immutable and thread-safe.
 */
public final class SecretBytes {
    private final byte[] bytes;

    private SecretBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * {@return a copy of the bytes as a secret}
     *
     * @param bytes any bytes, also none
     */
    public static SecretBytes of(byte[] bytes) {
        return new SecretBytes(bytes.clone());
    }

    /**
     * {@return a text in UTF-8 as a secret}
     *
     * @param text any text, also an empty one
     */
    public static SecretBytes ofText(String text) {
        return new SecretBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the bytes that a base64 text stands for} As in Kubernetes, padding is required and line breaks are
     * skipped.
     *
     * @param base64 standard base64
     * @throws InvalidResourceException if the text is not base64; the message does not repeat it
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SecretBytes fromBase64(String base64) {
        String text = base64.replace("\r", "").replace("\n", "");
        if (text.length() % 4 != 0) {
            throw new InvalidResourceException(
                    "not base64: length is not a multiple of 4; standard base64 with padding is accepted");
        }
        try {
            return new SecretBytes(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidResourceException("not base64: illegal character or padding; standard base64 is accepted");
        }
    }

    /** {@return a copy of the bytes} */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** {@return the bytes read as UTF-8} */
    public String toText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** {@return the bytes as standard base64 with padding, the form in a manifest} */
    @JsonValue
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** {@return the number of bytes} */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretBytes that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@return a fixed text that says nothing about the bytes} */
    @Override
    public String toString() {
        return "SecretBytes[redacted]";
    }
}
