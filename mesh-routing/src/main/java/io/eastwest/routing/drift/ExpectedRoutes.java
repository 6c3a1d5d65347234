package io.eastwest.routing.drift;

import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.NoAction;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Routes that a proxy is sent as they are compared. */
final class ExpectedRoutes {
    private ExpectedRoutes() {}

    static HostFacts host(VirtualHost host) {
        return new HostFacts(
                new TreeSet<>(host.domains()),
                host.requiresTls(),
                host.routes().stream().map(ExpectedRoutes::route).toList());
    }

    private static RouteFacts route(ProxyRoute route) {
        Map<String, String> aspects = new LinkedHashMap<>();
        aspects.put("name", route.name());
        RouteAction action = route.action();
        if (action instanceof ForwardAction forward) {
            forward(forward, aspects);
        } else if (action instanceof RedirectAction redirect) {
            aspects.put("action", redirect(redirect));
        } else if (action instanceof DirectResponseAction direct) {
            aspects.put("action", Words.direct(direct.status()));
        } else if (action instanceof NoAction none) {
            aspects.put("action", none.why());
        }
        return RouteFacts.of(match(route.match()), aspects);
    }

    private static String match(RouteMatch match) {
        Set<String> more = new TreeSet<>();
        match.headers().forEach(each -> more.add(value("header", each.name(), each.invert(), each.value())));
        match.queryParameters().forEach(each -> more.add(value("query", each.name(), false, each.value())));
        PathMatch at = match.path();
        String path;
        if (at instanceof PathMatch.Exact exact) {
            path = Words.path("exact", exact.value(), match.caseSensitive());
        } else if (at instanceof PathMatch.Regex regex) {
            path = Words.path("regex", regex.pattern(), match.caseSensitive());
        } else if (at instanceof PathMatch.SeparatedPrefix prefix) {
            path = Words.path("separated prefix", prefix.value(), match.caseSensitive());
        } else {
            path = Words.path("prefix", ((PathMatch.Prefix) at).value(), match.caseSensitive());
        }
        return more.isEmpty() ? path : path + ", " + String.join(", ", more);
    }

    private static String value(String subject, String name, boolean inverted, ValueMatch value) {
        if (value instanceof ValueMatch.Exact exact) {
            return Words.value(subject, name, inverted, "exact", exact.value());
        }
        if (value instanceof ValueMatch.Prefix prefix) {
            return Words.value(subject, name, inverted, "prefix", prefix.value());
        }
        if (value instanceof ValueMatch.Suffix suffix) {
            return Words.value(subject, name, inverted, "suffix", suffix.value());
        }
        if (value instanceof ValueMatch.Regex regex) {
            return Words.value(subject, name, inverted, "regex", regex.pattern());
        }
        return Words.value(subject, name, inverted, "present", "");
    }

    private static void forward(ForwardAction action, Map<String, String> aspects) {
        aspects.put(
                "action",
                action.weighted()
                        ? Words.weighted(
                                action.clusters().stream()
                                        .map(WeightedCluster::cluster)
                                        .toList(),
                                action.clusters().stream()
                                        .map(WeightedCluster::weight)
                                        .toList())
                        : action.clusters().get(0).cluster());
        aspects.put("timeout", Words.duration(action.timeout()));
        action.retries().ifPresent(retries -> aspects.put("retries", retries(retries)));
        String rewrite = Words.rewrite(action.hostRewrite(), action.prefixRewrite(), regex(action.regexRewrite()));
        if (!rewrite.isEmpty()) {
            aspects.put("rewrite", rewrite);
        }
        Set<String> mirrors = new TreeSet<>();
        action.mirrors().forEach(mirror -> mirrors.add(Words.mirror(mirror.cluster(), mirror.millionths())));
        if (!mirrors.isEmpty()) {
            aspects.put("mirrors", String.join(", ", mirrors));
        }
    }

    private static String retries(RetryPolicy retries) {
        return Words.retries(
                retries.attempts(),
                retries.retryOn(),
                retries.retriableStatusCodes().stream().map(String::valueOf).toList(),
                retries.perTryTimeout());
    }

    private static Optional<String> regex(Optional<RegexRewrite> rewrite) {
        return rewrite.map(each -> Words.regex(each.pattern(), each.substitution()));
    }

    private static String redirect(RedirectAction redirect) {
        return Words.redirect(
                redirect.status(),
                redirect.scheme().orElse(""),
                redirect.host().orElse(""),
                redirect.port().orElse(0),
                redirect.path(),
                redirect.prefixRewrite(),
                regex(redirect.regexRewrite()).orElse(""));
    }
}
