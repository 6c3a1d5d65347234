package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RedirectAction;
import java.util.OptionalInt;

/** Redirects and direct responses: answers of the router without an upstream. */
final class RouterReply {
    private static final String DETAILS = "direct_response";
    private static final String LOCATION = "location";
    private static final int CREATED = 201;
    private static final int FIRST_REDIRECT = 300;
    private static final int MOVED = 301;
    private static final int FIRST_CLIENT_ERROR = 400;

    /** Where a direct response leads whose status needs a location: to the place that was asked for. */
    private static final RedirectAction SAME_PLACE =
            RedirectAction.builder().status(MOVED).build();

    private RouterReply() {}

    /** {@return the redirect of a virtual host that demands TLS} */
    static Ending tlsRequired(RequestState request) {
        HeaderLines headers = HeaderLines.empty();
        headers.set(LOCATION, RedirectLocation.ofTlsRequired(request));
        LocalReply reply = LocalReply.of(request, MOVED, "", OptionalInt.empty(), headers);
        return ending(Outcome.Kind.REDIRECTED, "", Share.ONE, reply);
    }

    /** Adds the answer of a route, as far as no fault takes its place. */
    static void add(ProxyRoute route, FaultShares faults, RequestState request, HeaderFormat format, Endings endings) {
        HeaderLines headers = HeaderLines.empty();
        Outcome.Kind kind;
        LocalReply reply;
        if (route.action() instanceof RedirectAction redirect) {
            kind = Outcome.Kind.REDIRECTED;
            HeaderOperations.apply(route.responseHeaders(), headers, format);
            headers.set(LOCATION, RedirectLocation.of(redirect, route.match().path(), request));
            reply = LocalReply.of(request, redirect.status(), "", OptionalInt.empty(), headers);
        } else {
            DirectResponseAction direct = (DirectResponseAction) route.action();
            boolean redirects = direct.status() >= FIRST_REDIRECT && direct.status() < FIRST_CLIENT_ERROR;
            kind = redirects ? Outcome.Kind.REDIRECTED : Outcome.Kind.DIRECT;
            HeaderOperations.apply(route.responseHeaders(), headers, format);
            if (redirects || direct.status() == CREATED) {
                headers.set(
                        LOCATION, RedirectLocation.of(SAME_PLACE, route.match().path(), request));
            }
            reply = LocalReply.of(request, direct.status(), direct.body().orElse(""), OptionalInt.empty(), headers);
        }
        endings.add(ending(kind, "", faults.notAborted().times(faults.delayed(false)), reply));
        endings.add(ending(kind, "DI", faults.notAborted().times(faults.delayed(true)), reply));
    }

    private static Ending ending(Outcome.Kind kind, String flag, Share share, LocalReply reply) {
        return Ending.reply(kind, Reason.DIRECT_RESPONSE, ResponseFlags.join(flag), DETAILS, share, reply);
    }
}
