package io.eastwest.routing.proxy;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.match.QueryText;
import java.util.List;

/**
 * Sorts requests by all that a proxy looks at where nothing in its configuration asks for more: version, gRPC or not, HEAD or not.
 * A request in which connection managers change or look at more is of no kind: a path that is not normal, headers by which the
 * client steers proxies or vouches for another client, several cookies, a type that only filters take for gRPC, HTTP/1.0, an
 * authority that no host has.
 */
public final class RequestKind {
    /** Not of any kind: the request must be asked whole. */
    public static final int NONE = -1;

    /** How many kinds there are; they count from 0. */
    public static final int COUNT = 8;

    private static final int GRPC = 1;
    private static final int HEAD = 2;
    private static final int HTTP_2 = 4;
    private static final String CONTENT_TYPE = "content-type";
    private static final String COOKIE = "cookie";
    private static final String STEERING = "x-envoy-";
    private static final String VOUCHING = "x-forwarded-";
    private static final String GRPC_TYPE = "application/grpc";
    private static final boolean[] PLAIN = plain();

    private RequestKind() {}

    private static boolean[] plain() {
        boolean[] plain = new boolean[128];
        String marks = "-_~.!$&'()*+,/:;=@[]";
        for (char c = 0; c < plain.length; c++) {
            plain[c] = Character.isLetterOrDigit(c) || marks.indexOf(c) >= 0;
        }
        return plain;
    }

    /**
     * {@return the kind, from 0; {@link #NONE}: none}
     *
     * @param request the request as the client sends it
     */
    public static int of(HttpRequest request) {
        HttpVersion version = request.version();
        if (version == HttpVersion.HTTP_1_0
                || !isNormal(request.path())
                || !RequestSyntax.isAuthority(request.authority())) {
            return NONE;
        }
        int kind = (request.method().equals("HEAD") ? HEAD : 0) | (version == HttpVersion.HTTP_2 ? HTTP_2 : 0);
        boolean typed = false;
        boolean cookie = false;
        List<Header> headers = request.headers();
        for (int i = 0; i < headers.size(); i++) {
            String name = headers.get(i).name();
            boolean again = name.equalsIgnoreCase(COOKIE) && cookie;
            if (again || changesMore(name)) {
                return NONE;
            }
            cookie |= name.equalsIgnoreCase(COOKIE);
            if (name.equalsIgnoreCase(CONTENT_TYPE)) {
                String type = headers.get(i).value();
                if (typed || type.startsWith(GRPC_TYPE + ';')) {
                    return NONE;
                }
                typed = true;
                kind |= isGrpc(type) ? GRPC : 0;
            }
        }
        return kind;
    }

    /** {@return whether no proxy changes the path, however it normalises} */
    private static boolean isNormal(String target) {
        int end = QueryText.start(target);
        if (end == 0 || target.charAt(0) != '/' || target.indexOf('#', end) >= 0) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = target.charAt(i);
            boolean segmentMayChange = i > 0 && target.charAt(i - 1) == '/' && (c == '/' || c == '.');
            if (c >= PLAIN.length || !PLAIN[c] || segmentMayChange) {
                return false;
            }
        }
        return true;
    }

    /** {@return whether a header of this name may change more than what routes and policies ask for by name} */
    private static boolean changesMore(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= PLAIN.length) {
                return true;
            }
        }
        return name.regionMatches(true, 0, STEERING, 0, STEERING.length())
                || name.regionMatches(true, 0, VOUCHING, 0, VOUCHING.length());
    }

    static boolean isGrpc(String contentType) {
        return contentType.startsWith(GRPC_TYPE)
                && (contentType.length() == GRPC_TYPE.length()
                        || "+;".indexOf(contentType.charAt(GRPC_TYPE.length())) >= 0);
    }
}
