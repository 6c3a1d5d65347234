package io.eastwest.model.istio.networking;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import java.util.Base64;
import java.util.List;

/** Bytes on the wire: standard base64 with padding, in which line breaks do not count. */
final class Base64Text {
    private Base64Text() {}

    static byte[] decode(String text) {
        String joined = text.replace("\r", "").replace("\n", "");
        if (joined.length() % 4 != 0) {
            throw refused("must be standard base64 but the padding is missing");
        }
        try {
            return Base64.getDecoder().decode(joined);
        } catch (IllegalArgumentException e) {
            throw refused("must be standard base64: " + e.getMessage());
        }
    }

    private static InvalidResourceException refused(String message) {
        return new InvalidResourceException(List.of(Issue.error(
                IssueCode.INVALID_VALUE, DocumentPath.root().field("bytes"), message, "encode it with padding")));
    }
}
