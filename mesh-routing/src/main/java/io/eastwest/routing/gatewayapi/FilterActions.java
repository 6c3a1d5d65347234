package io.eastwest.routing.gatewayapi;

import io.eastwest.model.gatewayapi.HttpCors;
import io.eastwest.model.gatewayapi.HttpPathModifier;
import io.eastwest.model.gatewayapi.HttpPathModifier.ReplaceFullPath;
import io.eastwest.model.gatewayapi.HttpPathModifier.ReplacePrefixMatch;
import io.eastwest.model.gatewayapi.HttpRequestMirror;
import io.eastwest.model.gatewayapi.HttpRequestRedirect;
import io.eastwest.model.gatewayapi.HttpUrlRewrite;
import io.eastwest.model.istio.networking.CorsPolicy;
import io.eastwest.model.istio.networking.CorsPolicyBuilder;
import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRedirect;
import io.eastwest.model.istio.networking.HttpRedirectBuilder;
import io.eastwest.model.istio.networking.HttpRewrite;
import io.eastwest.model.istio.networking.HttpRewriteBuilder;
import io.eastwest.model.istio.networking.Percent;
import io.eastwest.model.istio.networking.RedirectPortSelection;
import io.eastwest.model.istio.networking.RegexRewrite;
import io.eastwest.model.istio.networking.StringMatch;
import io.eastwest.model.istio.networking.UnmatchedPreflights;
import io.eastwest.routing.rules.GoRegex;
import java.time.Duration;
import java.util.Optional;

/**
 * Filters as VirtualServices say them. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/conversion.go:createRedirectFilter, createRewriteFilter, createCorsFilter,
 * createMirrorFilter}.
 */
final class FilterActions {
    private static final String PREFIX = "%PREFIX()%";
    private static final String ANY_ORIGIN = "^[a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s?#]+$";
    private static final double PERCENT = 100;
    private static final int DEFAULT_DENOMINATOR = 100;

    private FilterActions() {}

    static HttpRedirect redirect(HttpRequestRedirect filter) {
        HttpRedirectBuilder redirect = HttpRedirect.builder()
                .redirectCode(filter.statusCode())
                .authority(filter.hostname())
                .scheme(filter.scheme().map(Enum::name))
                .uri(filter.path().map(FilterActions::redirectPath));
        if (filter.port().isPresent()) {
            redirect.port(filter.port());
        } else {
            redirect.derivePort(
                    filter.scheme().isPresent()
                            ? RedirectPortSelection.FROM_PROTOCOL_DEFAULT
                            : RedirectPortSelection.FROM_REQUEST_PORT);
        }
        return redirect.build();
    }

    private static String redirectPath(HttpPathModifier path) {
        return path instanceof ReplacePrefixMatch prefix ? PREFIX + prefix.prefix() : ((ReplaceFullPath) path).path();
    }

    /** {@return the rewrite; empty: it changes nothing} */
    static Optional<HttpRewrite> rewrite(HttpUrlRewrite filter) {
        HttpRewriteBuilder rewrite = HttpRewrite.builder().authority(filter.hostname());
        filter.path().ifPresent(path -> {
            if (path instanceof ReplacePrefixMatch prefix) {
                String value = prefix.prefix();
                String trimmed = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
                rewrite.uri(trimmed.isEmpty() ? "/" : trimmed);
            } else {
                rewrite.uriRegexRewrite(RegexRewrite.of("/.*", ((ReplaceFullPath) path).path()));
            }
        });
        return filter.path().isEmpty() && filter.hostname().isEmpty() ? Optional.empty() : Optional.of(rewrite.build());
    }

    static HttpMirrorPolicy mirror(HttpRequestMirror filter, Destination destination) {
        Optional<Percent> share = filter.fraction()
                .map(fraction -> Percent.of(
                        PERCENT * fraction.numerator() / fraction.denominator().orElse(DEFAULT_DENOMINATOR)));
        return HttpMirrorPolicy.builder()
                .destination(destination)
                .percentage(share.or(() -> filter.percent().isPresent()
                        ? Optional.of(Percent.of(filter.percent().getAsInt()))
                        : Optional.empty()))
                .build();
    }

    static CorsPolicy cors(HttpCors filter) {
        CorsPolicyBuilder policy = CorsPolicy.builder()
                .allowMethods(filter.allowMethods())
                .allowHeaders(filter.allowHeaders())
                .exposeHeaders(filter.exposeHeaders())
                .unmatchedPreflights(UnmatchedPreflights.IGNORE);
        filter.allowOrigins().stream()
                .filter(origin -> !origin.isEmpty())
                .map(FilterActions::origin)
                .forEach(policy::addAllowOrigin);
        filter.allowCredentials().filter(Boolean::booleanValue).ifPresent(policy::allowCredentials);
        if (filter.maxAge().orElse(0) > 0) {
            policy.maxAge(Duration.ofSeconds(filter.maxAge().getAsInt()));
        }
        return policy.build();
    }

    private static StringMatch origin(String origin) {
        int star = origin.indexOf('*');
        if (origin.equals("*")) {
            return StringMatch.regex(ANY_ORIGIN);
        }
        if (star < 0) {
            return StringMatch.exact(origin);
        }
        return star == origin.length() - 1
                ? StringMatch.prefix(origin.substring(0, star))
                : StringMatch.regex("^" + GoRegex.quote(origin).replace("\\*", ".*") + "$");
    }
}
