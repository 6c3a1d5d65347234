package io.eastwest.routing.match;

import com.google.re2j.PatternSyntaxException;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.Expression;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.NoAction;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What makes Envoy refuse a whole route configuration although the control plane sends it. */
final class RouteRejection {
    private static final int LOWEST_STATUS = 200;
    private static final int HIGHEST_STATUS = 599;
    private static final List<Integer> REDIRECTS = List.of(301, 302, 303, 307, 308);

    private RouteRejection() {}

    /** {@return why Envoy refuses the configuration; empty: it takes it} */
    static Optional<String> of(RouteConfiguration configuration) {
        return configuration.virtualHosts().stream()
                .flatMap(host -> of(host).stream())
                .findFirst();
    }

    private static Optional<String> of(VirtualHost host) {
        return host.routes().stream()
                .flatMap(route -> of(route).map(reason -> host.name() + " " + reason).stream())
                .findFirst();
    }

    private static Optional<String> of(ProxyRoute route) {
        return conditions(route)
                .or(() -> EmptyConditions.of(route))
                .or(() -> headers(route))
                .or(() -> status(route))
                .or(() -> action(route))
                .map(reason -> "route \"" + route.name() + "\": " + reason);
    }

    private static Optional<String> conditions(ProxyRoute route) {
        boolean presence =
                route.match().claims().stream().anyMatch(claim -> claim.value() instanceof ValueMatch.Present);
        if (presence) {
            return Optional.of("a claim condition has no value");
        }
        try {
            CompiledRoute.of(route);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("not an RE2 expression: " + e.getMessage());
        }
    }

    private static Optional<String> headers(ProxyRoute route) {
        Stream<HeaderMutations> own = Stream.of(route.requestHeaders(), route.responseHeaders());
        Stream<HeaderMutations> others = route.action() instanceof ForwardAction forward
                ? forward.clusters().stream()
                        .flatMap(cluster -> Stream.of(cluster.requestHeaders(), cluster.responseHeaders()))
                : Stream.of();
        return Stream.concat(own, others)
                .flatMap(mutations -> Stream.concat(mutations.set().stream(), mutations.add().stream()))
                .map(Header::value)
                .filter(value -> !FormatSyntax.accepts(value))
                .map(value -> "header value \"" + value + "\" has a single percent sign")
                .findFirst();
    }

    private static Optional<String> status(ProxyRoute route) {
        IntStream answered = route.action() instanceof DirectResponseAction direct
                ? IntStream.of(direct.status())
                : IntStream.empty();
        IntStream aborted = route.fault().stream().flatMapToInt(fault -> fault.abortStatus().stream());
        return IntStream.concat(answered, aborted)
                .filter(status -> status < LOWEST_STATUS || status > HIGHEST_STATUS)
                .mapToObj(status -> "status " + status + " is not from " + LOWEST_STATUS + " to " + HIGHEST_STATUS)
                .findFirst();
    }

    private static Optional<String> action(ProxyRoute route) {
        if (route.action() instanceof NoAction none) {
            return Optional.of("it has no action: " + none.why());
        }
        if (route.action() instanceof RedirectAction redirect) {
            return REDIRECTS.contains(redirect.status())
                    ? Optional.empty()
                    : Optional.of("redirect status " + redirect.status() + " is none of " + REDIRECTS);
        }
        if (route.action() instanceof ForwardAction forward) {
            long sum = forward.clusters().stream()
                    .mapToLong(WeightedCluster::weight)
                    .sum();
            boolean weightless =
                    forward.clusters().isEmpty() || (forward.clusters().size() > 1 && sum == 0);
            return weightless ? Optional.of("the weights of the clusters add up to 0") : expression(forward);
        }
        return Optional.empty();
    }

    private static Optional<String> expression(ForwardAction forward) {
        try {
            forward.regexRewrite().ifPresent(rewrite -> Expression.compile(rewrite.pattern()));
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("not an RE2 expression: " + e.getMessage());
        }
    }
}
