package io.eastwest.routing.proxy;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpVersion;

/**
 * Whom a request names and what it asks for. An HTTP/1 client of a proxy writes a whole URL into the request line, whose host then
 * counts instead of the Host header.
 *
 * <p>Mirrors envoy source/common/http/http1/codec_impl.cc:handlePath.
 *
 * @param authority host, with the port if the client wrote one
 * @param path path with query
 */
record RequestTarget(String authority, String path) {
    private static final String SCHEME = "http://";

    static RequestTarget of(HttpRequest request) {
        String target = request.path();
        boolean whole =
                request.version() != HttpVersion.HTTP_2 && target.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
        if (!whole) {
            return new RequestTarget(request.authority(), target);
        }
        String rest = target.substring(SCHEME.length());
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String path = rest.substring(end);
        return new RequestTarget(rest.substring(0, end), path.startsWith("/") ? path : '/' + path);
    }
}
