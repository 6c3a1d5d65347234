package io.eastwest.model.istio.networking;

import io.eastwest.model.issue.InvalidResourceException;
import java.util.Base64;

/** Bytes on the wire: standard base64 with padding, in which line breaks do not count. */
final class Base64Text {
    private Base64Text() {}

    static byte[] decode(String text) {
        String joined = text.replace("\r", "").replace("\n", "");
        if (joined.length() % 4 != 0) {
            throw new InvalidResourceException("bytes must be standard base64 but the padding is missing");
        }
        try {
            return Base64.getDecoder().decode(joined);
        } catch (IllegalArgumentException e) {
            throw new InvalidResourceException("bytes must be standard base64: " + e.getMessage());
        }
    }
}
