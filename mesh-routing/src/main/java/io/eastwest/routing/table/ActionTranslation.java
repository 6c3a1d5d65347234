package io.eastwest.routing.table;

import io.eastwest.model.istio.networking.Destination;
import io.eastwest.model.istio.networking.HttpDirectResponse;
import io.eastwest.model.istio.networking.HttpRedirect;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.Percent;
import io.eastwest.model.istio.networking.RedirectPortSelection;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ForwardActionBuilder;
import io.eastwest.routing.envoy.Mirror;
import io.eastwest.routing.envoy.NoAction;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RedirectActionBuilder;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.rules.GoRegex;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a rule does, as Envoy gets it. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/route/route.go:applyHTTPRouteDestination, ApplyRedirect, ApplyDirectResponse}.
 */
final class ActionTranslation {
    private static final String PREFIX_REPLACEMENT = "%PREFIX()%";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int PERCENT = 10_000;
    private static final int MILLION = 1_000_000;

    private final RouteContext context;
    private final boolean gatewaySemantics;

    ActionTranslation(RouteContext context, boolean gatewaySemantics) {
        this.context = context;
        this.gatewaySemantics = gatewaySemantics;
    }

    RouteAction of(IstioHttpRoute rule, RouteMatch match) {
        if (rule.redirect().isPresent()) {
            return redirect(rule.redirect().get());
        }
        if (rule.directResponse().isPresent()) {
            return directResponse(rule.directResponse().get());
        }
        return forward(rule, match);
    }

    private RouteAction redirect(HttpRedirect redirect) {
        OptionalInt status = status(redirect.redirectCode().orElse(0));
        if (status.isEmpty()) {
            return new NoAction("redirect code " + redirect.redirectCode().orElse(0));
        }
        RedirectActionBuilder builder = RedirectAction.builder()
                .status(status.getAsInt())
                .host(nonEmpty(redirect.authority()))
                .scheme(nonEmpty(redirect.scheme()))
                .port(port(redirect));
        String uri = redirect.uri().orElse("");
        if (gatewaySemantics && uri.startsWith(PREFIX_REPLACEMENT)) {
            return builder.prefixRewrite(uri.substring(PREFIX_REPLACEMENT.length()))
                    .build();
        }
        return builder.path(nonEmpty(redirect.uri())).build();
    }

    private static OptionalInt status(int code) {
        return switch (code) {
            case 0, 301 -> OptionalInt.of(301);
            case 302, 303, 307, 308 -> OptionalInt.of(code);
            default -> OptionalInt.empty();
        };
    }

    private OptionalInt port(HttpRedirect redirect) {
        int port = redirect.port()
                .orElse(
                        redirect.derivePort()
                                        .filter(RedirectPortSelection.FROM_REQUEST_PORT::equals)
                                        .isPresent()
                                ? context.port()
                                : 0);
        String scheme = nonEmpty(redirect.scheme()).orElse(context.tls() ? "https" : "http");
        boolean standard =
                (port == HTTP_PORT && scheme.equals("http")) || (port == HTTPS_PORT && scheme.equals("https"));
        return port == 0 || standard ? OptionalInt.empty() : OptionalInt.of(port);
    }

    private static RouteAction directResponse(HttpDirectResponse response) {
        return response.body()
                .map(body -> body.match(
                        text -> new DirectResponseAction(response.status(), Optional.of(text.value()), false),
                        bytes -> new DirectResponseAction(response.status(), Optional.of(decoded(bytes.value())), true),
                        none -> new DirectResponseAction(response.status(), Optional.empty(), false)))
                .orElse(new DirectResponseAction(response.status(), Optional.empty(), false));
    }

    /** Bytes of a body as text; what is no UTF-8 is replaced. */
    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    private RouteAction forward(IstioHttpRoute rule, RouteMatch match) {
        ForwardActionBuilder builder = ForwardAction.builder()
                .timeout(rule.timeout().orElse(Duration.ZERO))
                .clusterNotFoundStatus(gatewaySemantics ? 500 : 503)
                .hostRewrite(hostRewrite(rule));
        rewrite(rule, match, builder);
        mirrors(rule, builder);
        boolean single = rule.route().size() == 1;
        rule.route().stream()
                .filter(route -> single || route.weight().orElse(0) != 0)
                .map(HttpRouteDestination::destination)
                .flatMap(destination -> HashPolicies.of(context.scope(), destination).stream())
                .flatMap(hash -> HashPolicies.toHashPolicy(hash).stream())
                .forEach(builder::addHashPolicy);
        boolean consistentHash = single
                && HashPolicies.of(context.scope(), rule.route().get(0).destination())
                        .isPresent();
        return builder.weighted(!single)
                .clusters(single ? List.of(only(rule.route().get(0))) : weighted(rule.route()))
                .retries(RetryPolicies.of(
                        rule.retries().or(context.scope().view().meshConfig()::defaultHttpRetryPolicy), consistentHash))
                .build();
    }

    private static Optional<String> hostRewrite(IstioHttpRoute rule) {
        Optional<String> ofRule = rule.rewrite()
                .flatMap(rewrite -> nonEmpty(rewrite.authority()))
                .or(() -> HeaderTranslation.of(rule.headers()).authority());
        if (ofRule.isPresent() || rule.route().size() != 1) {
            return ofRule;
        }
        return HeaderTranslation.of(rule.route().get(0).headers()).authority();
    }

    private void rewrite(IstioHttpRoute rule, RouteMatch match, ForwardActionBuilder builder) {
        rule.rewrite().ifPresent(rewrite -> {
            Optional<String> uri = nonEmpty(rewrite.uri());
            if (rewrite.uriRegexRewrite().isPresent()) {
                builder.regexRewrite(rewrite.uriRegexRewrite()
                        .map(regex -> new RegexRewrite(
                                regex.match().orElse(""), regex.rewrite().orElse(""))));
            } else if (gatewaySemantics && uri.filter("/"::equals).isPresent()) {
                builder.regexRewrite(removedPrefix(match.path()));
            } else {
                builder.prefixRewrite(uri);
            }
        });
    }

    private static RegexRewrite removedPrefix(PathMatch path) {
        String prefix = path instanceof PathMatch.SeparatedPrefix separated ? separated.value() : "";
        return new RegexRewrite("^" + GoRegex.quote(prefix) + "(/?)(.*)", "/\\2");
    }

    private void mirrors(IstioHttpRoute rule, ForwardActionBuilder builder) {
        rule.mirror().ifPresent(destination -> mirror(destination, mirrorShare(rule), builder));
        rule.mirrors()
                .forEach(mirror -> mirror(
                        mirror.destination(),
                        mirror.percentage().map(ActionTranslation::millionths).orElse(MILLION),
                        builder));
    }

    private void mirror(Destination destination, int millionths, ForwardActionBuilder builder) {
        if (millionths > 0) {
            builder.addMirror(new Mirror(cluster(destination), millionths));
        }
    }

    private static int mirrorShare(IstioHttpRoute rule) {
        if (rule.mirrorPercentage().isPresent()) {
            return millionths(rule.mirrorPercentage().get());
        }
        return rule.mirrorPercent().isPresent() ? rule.mirrorPercent().getAsInt() * PERCENT : MILLION;
    }

    /** A percentage in Envoy's resolution; what is finer is cut off. */
    static int millionths(Percent percent) {
        return (int) (percent.valueOrZero() * PERCENT);
    }

    private WeightedCluster only(HttpRouteDestination route) {
        return WeightedCluster.of(cluster(route.destination()), 1);
    }

    private List<WeightedCluster> weighted(List<HttpRouteDestination> routes) {
        return routes.stream()
                .filter(route -> route.weight().orElse(0) != 0)
                .map(this::weighted)
                .toList();
    }

    private WeightedCluster weighted(HttpRouteDestination route) {
        HeaderTranslation headers = HeaderTranslation.of(route.headers());
        return new WeightedCluster(
                cluster(route.destination()),
                route.weight().orElse(0),
                headers.request(),
                headers.response(),
                headers.authority());
    }

    private String cluster(Destination destination) {
        return Destinations.cluster(destination, context.services().apply(destination.host()), context.port());
    }

    private static Optional<String> nonEmpty(Optional<String> text) {
        return text.filter(each -> !each.isEmpty());
    }
}
