package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.envoy.UnmodelledFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The filters before the router, in their order: the first refusal ends the request. */
final class HttpFilters {
    private static final int REALM_LIMIT = 256;

    private final CallContext call;
    private final FilterChain chain;
    private final RequestState request;
    private final RequestSource source;
    private final List<PolicyTest> tests = new ArrayList<>();

    HttpFilters(CallContext call, FilterChain chain, IncomingRequest incoming) {
        this.call = call;
        this.chain = chain;
        this.request = incoming.state();
        this.source = incoming.source();
    }

    /**
     * {@return the reply of the filter that refuses; empty: all let the request pass}
     *
     * @param filters the filters
     * @param routeHeaders response headers that the chosen route sets on every reply
     * @param reselect chooses the route again
     */
    Optional<Ending> run(List<HttpFilter> filters, ResponseHeaders routeHeaders, Runnable reselect) {
        Optional<Ending> refusal = Optional.empty();
        for (HttpFilter filter : filters) {
            if (filter instanceof JwtFilter jwt) {
                refusal = jwt(jwt, routeHeaders, reselect);
            } else if (filter instanceof RbacFilter rbac) {
                refusal = rbac(rbac, routeHeaders);
            } else if (filter instanceof UnmodelledFilter other) {
                call.notModelled(new NotModelled(other.origin(), "may change or end this request"));
            }
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    private Optional<Ending> jwt(JwtFilter filter, ResponseHeaders routeHeaders, Runnable reselect) {
        String realm = filter.rules().isEmpty() ? "" : realm();
        JwtStatus status = new JwtDecision(filter, call.trace(), call.findings())
                .run(request, call.request().flatMap(HttpRequest::token), () -> {
                    if (filter.clearsRoute()) {
                        reselect.run();
                    }
                });
        if (status == JwtStatus.OK) {
            return Optional.empty();
        }
        HeaderLines headers = routeHeaders.onReply();
        headers.set("www-authenticate", "Bearer realm=\"" + realm + "\", error=\"invalid_token\"");
        LocalReply reply = LocalReply.of(request, status.httpStatus(), status.text(), OptionalInt.empty(), headers);
        return Optional.of(
                Ending.reply(Outcome.Kind.REFUSED, Reason.JWT_DENIED, "-", status.details(), Share.ONE, reply));
    }

    private String realm() {
        String scheme = request.header("x-forwarded-proto").orElse(request.scheme());
        String path = request.path();
        return scheme + "://" + request.authority() + path.substring(0, Math.min(path.length(), REALM_LIMIT));
    }

    /** {@return the tests of policies that were made; none where nobody hears of them} */
    List<PolicyTest> tests() {
        return tests;
    }

    /** Notes the tests of a filter: it asks its policies until one matches. */
    private void note(RbacFilter filter) {
        RbacInput input = rbacInput();
        for (RbacPolicy policy : filter.policies()) {
            tests.addAll(policy.tests(input));
            if (policy.matches(input)) {
                return;
            }
        }
    }

    private Optional<Ending> rbac(RbacFilter filter, ResponseHeaders routeHeaders) {
        if (call.trace().observer().isPresent()) {
            note(filter);
        }
        return new RbacDecision(call.trace(), call.findings(), call.authorizer())
                .refusal(filter, rbacInput())
                .map(refusal -> Ending.reply(
                        Outcome.Kind.REFUSED,
                        refusal.reason(),
                        refusal.flags(),
                        refusal.details(),
                        Share.ONE,
                        LocalReply.of(
                                request,
                                refusal.status(),
                                refusal.body(),
                                OptionalInt.empty(),
                                routeHeaders.onReply())));
    }

    private RbacInput rbacInput() {
        return new RequestRbacInput(call.principal(chain), source, request);
    }
}
