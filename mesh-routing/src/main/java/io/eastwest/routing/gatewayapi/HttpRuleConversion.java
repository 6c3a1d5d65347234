package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.HttpRouteFilter;
import io.eastwest.model.gatewayapi.HttpRouteRetry;
import io.eastwest.model.gatewayapi.HttpRouteTimeouts;
import io.eastwest.model.istio.networking.HttpDirectResponse;
import io.eastwest.model.istio.networking.HttpRetry;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.IstioHttpRouteBuilder;
import io.eastwest.routing.gatewayapi.Backends.Backend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One rule of an HTTPRoute or GRPCRoute without its conditions. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:convertHTTPRoute, convertGRPCRoute, buildHTTPDestination}.
 */
final class HttpRuleConversion {
    private static final List<String> RETRY_ON =
            List.of("connect-failure", "refused-stream", "unavailable", "cancelled");
    private static final int DEFAULT_ATTEMPTS = 2;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final Backends backends;
    private final boolean grpc;
    private final IstioHttpRouteBuilder rule = IstioHttpRoute.builder();
    private Optional<Problem> problem = Optional.empty();

    HttpRuleConversion(Backends backends, boolean grpc, String name) {
        this.backends = backends;
        this.grpc = grpc;
        this.rule.name(name);
    }

    /** {@return the rule without conditions} */
    IstioHttpRoute rule() {
        return rule.build();
    }

    /** {@return what is wrong with it; empty: nothing} */
    Optional<Problem> problem() {
        return problem;
    }

    HttpRuleConversion filters(List<? extends HttpRouteFilter> filters) {
        rule.headers(HeaderChanges.of(filters));
        for (HttpRouteFilter filter : filters) {
            if (filter instanceof HttpRouteFilter.RequestMirror mirror) {
                mirror(mirror);
            } else if (filter instanceof HttpRouteFilter.RequestRedirect redirect) {
                rule.redirect(FilterActions.redirect(redirect.redirect()));
            } else if (filter instanceof HttpRouteFilter.UrlRewrite rewrite) {
                rule.rewrite(FilterActions.rewrite(rewrite.rewrite()));
            } else if (filter instanceof HttpRouteFilter.Cors cors) {
                rule.corsPolicy(FilterActions.cors(cors.cors()));
            } else if (!isHeaderModifier(filter)) {
                throw unsupported(filter);
            }
        }
        return this;
    }

    private void mirror(HttpRouteFilter.RequestMirror mirror) {
        try {
            Backend backend = backends.of(mirror.mirror().backendRef());
            if (backend.problem().isEmpty()) {
                rule.addMirror(FilterActions.mirror(mirror.mirror(), backend.destination()));
                return;
            }
            problem = backend.problem();
        } catch (UnusableRouteException e) {
            problem = Optional.of(e.problem());
        }
        if (grpc) {
            throw new UnusableRouteException(problem.orElseThrow());
        }
    }

    HttpRuleConversion retry(Optional<HttpRouteRetry> retry, Optional<HttpRouteTimeouts> timeouts) {
        Optional<Duration> whole = timeouts.flatMap(HttpRouteTimeouts::request).filter(each -> !each.isZero());
        Optional<Duration> ofTry =
                timeouts.flatMap(HttpRouteTimeouts::backendRequest).filter(each -> !each.isZero());
        if (retry.isPresent()) {
            rule.retries(retries(retry.get(), ofTry)).timeout(whole);
        } else {
            rule.timeout(ofTry.or(() -> whole));
        }
        return this;
    }

    private static HttpRetry retries(HttpRouteRetry retry, Optional<Duration> ofTry) {
        int attempts = retry.attempts().orElse(DEFAULT_ATTEMPTS);
        List<String> conditions = new ArrayList<>(RETRY_ON);
        retry.codes().forEach(code -> conditions.add(code.toString()));
        return HttpRetry.builder()
                .attempts(attempts)
                .perTryTimeout(ofTry)
                .retryOn(attempts == 0 ? "" : String.join(",", conditions))
                .backoff(retry.backoff())
                .build();
    }

    HttpRuleConversion backends(List<WeightedBackend> all) {
        List<WeightedBackend> used = WeightedBackend.withShare(all);
        if (!used.isEmpty()) {
            used.forEach(each -> rule.addRoute(destination(each, used.size() == 1 ? 0 : each.weight())));
        } else if (rule.build().redirect().isEmpty()) {
            rule.directResponse(HttpDirectResponse.status(all.isEmpty() && !grpc ? NOT_FOUND : SERVER_ERROR));
        }
        return this;
    }

    private HttpRouteDestination destination(WeightedBackend backend, int weight) {
        Backend found = backends.of(backend.target());
        found.problem().ifPresent(each -> problem = Optional.of(each));
        for (HttpRouteFilter filter : backend.filters()) {
            if (!isHeaderModifier(filter)) {
                throw unsupported(filter);
            }
        }
        return HttpRouteDestination.builder()
                .destination(found.destination())
                .weight(weight)
                .headers(HeaderChanges.of(backend.filters()))
                .build();
    }

    private static boolean isHeaderModifier(HttpRouteFilter filter) {
        return filter instanceof HttpRouteFilter.RequestHeaderModifier
                || filter instanceof HttpRouteFilter.ResponseHeaderModifier;
    }

    private static UnusableRouteException unsupported(HttpRouteFilter filter) {

        return new UnusableRouteException(
                new Problem(Problem.INVALID_FILTER, "filter " + filter.type() + " is not supported here"));
    }
}
