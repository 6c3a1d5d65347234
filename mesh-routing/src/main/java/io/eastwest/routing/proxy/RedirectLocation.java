package io.eastwest.routing.proxy;

import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.match.QueryText;

/**
 * The Location of a redirect.
 *
 * <p>Mirrors envoy source/common/http/utility.cc:newUri.
 */
final class RedirectLocation {
    private RedirectLocation() {}

    /** {@return the Location of a redirect rule} */
    static String of(RedirectAction action, PathMatch match, RequestState request) {
        String scheme = action.scheme().orElse(request.scheme());
        String port = action.port().isPresent() ? ":" + action.port().getAsInt() : "";
        String host = action.host().orElseGet(() -> requestHost(request, scheme, !port.isEmpty()));
        String path = path(action, match, request.path());
        return scheme + "://" + host + port + (path.startsWith("/") ? "" : "/") + path;
    }

    /** {@return the Location for a virtual host that demands TLS} */
    static String ofTlsRequired(RequestState request) {
        return "https://" + request.authority() + request.path();
    }

    private static String path(RedirectAction action, PathMatch match, String path) {
        if (action.path().isEmpty()) {
            return PathRewrite.apply(path, match, action.prefixRewrite(), action.regexRewrite());
        }
        String whole = action.path().get();
        return whole.contains("?") ? whole : whole + QueryText.query(path);
    }

    private static String requestHost(RequestState request, String scheme, boolean newPort) {
        String host = request.authority();
        int colon = host.startsWith("[") ? host.lastIndexOf("]:") + 1 : host.lastIndexOf(':');
        if (colon <= 0 && !host.startsWith(":")) {
            return host;
        }
        String port = host.substring(colon);
        String proto = request.header("x-forwarded-proto").orElse("");
        boolean oldDefault = !scheme.equals(proto)
                && ((proto.equals("https") && port.equals(":443")) || (proto.equals("http") && port.equals(":80")));
        return newPort || oldDefault ? host.substring(0, colon) : host;
    }
}
