package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import java.util.List;
import java.util.Optional;

/**
 * Requests that the codec refuses, before anybody looks for a virtual host: a target that is no path or not plain ASCII, an authority with characters
 * that no host has. HTTP/1 is answered with 400; HTTP/2 resets the stream.
 *
 * <p>Mirrors envoy source/common/http/http1/codec_impl.cc:handlePath and source/common/http/header_utility.cc:authorityIsValid.
 */
final class RequestSyntax {
    private static final int BAD_REQUEST = 400;
    private static final int DELETE = 0x7f;
    private static final String FLAG = "DPE";
    private static final boolean[] HOST = host();

    private RequestSyntax() {}

    private static boolean[] host() {
        boolean[] allowed = new boolean[128];
        String marks = "!$%&'()*+,-.:;=@[]_~";
        for (char c = 0; c < allowed.length; c++) {
            allowed[c] = Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
        }
        return allowed;
    }

    /** {@return how the codec ends the call; empty: the request is well formed} */
    static Optional<Ending> refusal(HttpRequest request) {
        RequestTarget target = RequestTarget.of(request);
        boolean http2 = request.version() == HttpVersion.HTTP_2;
        if (!isTarget(target.path(), request.method())) {
            return Optional.of(http2 ? reset("http2.violation.of.messaging.rule") : badRequest("http1.invalid_url"));
        }
        if (!http2 && !isVisible(target.path())) {
            return Optional.of(badRequest("http1.codec_error"));
        }
        if (!isAuthority(target.authority())) {
            return Optional.of(http2 ? reset("http2.invalid.header.field") : badRequest("http.invalid_authority"));
        }
        return Optional.empty();
    }

    private static boolean isTarget(String path, String method) {
        return path.startsWith("/") || path.equals("*") && method.equals("OPTIONS");
    }

    /** {@return whether a target has only characters of ASCII that show} */
    private static boolean isVisible(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) >= DELETE) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether an authority has only characters that Envoy takes} */
    static boolean isAuthority(String authority) {
        for (int i = 0; i < authority.length(); i++) {
            char c = authority.charAt(i);
            if (c >= HOST.length || !HOST[c]) {
                return false;
            }
        }
        return true;
    }

    private static Ending reset(String details) {
        return Ending.closed(Reason.PROTOCOL_ERROR, FLAG, details, Share.ONE);
    }

    private static Ending badRequest(String details) {
        ClientResponse response = ClientResponse.builder()
                .headers(List.of(new Header("content-type", "text/plain")))
                .body("Bad Request")
                .build();
        LocalReply reply = new LocalReply(BAD_REQUEST, Optional.of(response));
        return Ending.reply(Outcome.Kind.REFUSED, Reason.PROTOCOL_ERROR, FLAG, details, Share.ONE, reply);
    }
}
