package io.eastwest.routing.match;

import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.ValueMatch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts that Envoy refuses when they are empty: prefixes, suffixes and expressions of conditions on values, expressions for paths, and
 * names of headers, parameters and cookies. A whole value or the prefix of a path may be empty.
 *
 * <p>Mirrors envoy api/envoy/type/matcher/v3/string.proto and api/envoy/config/route/v3/route_components.proto.
 */
final class EmptyConditions {
    private EmptyConditions() {}

    /** {@return what is empty in a route and must not be; empty: nothing is} */
    static Optional<String> of(ProxyRoute route) {
        boolean path = route.match().path() instanceof PathMatch.Regex regex
                && regex.pattern().isEmpty();
        if (path) {
            return Optional.of("the expression for the path is empty");
        }
        if (values(route).anyMatch(EmptyConditions::isEmpty)) {
            return Optional.of("a condition has an empty prefix, suffix or expression");
        }
        return names(route).anyMatch(String::isEmpty)
                ? Optional.of("the name of a header, parameter or cookie is empty")
                : Optional.empty();
    }

    private static Stream<ValueMatch> values(ProxyRoute route) {
        Stream<ValueMatch> headers = route.match().headers().stream().map(HeaderMatch::value);
        Stream<ValueMatch> parameters = route.match().queryParameters().stream().map(QueryMatch::value);
        Stream<ValueMatch> claims = route.match().claims().stream().map(ClaimMatch::value);
        Stream<ValueMatch> origins = route.cors().map(CorsSettings::allowOrigins).orElse(List.of()).stream();
        return Stream.of(headers, parameters, claims, origins).flatMap(values -> values);
    }

    private static boolean isEmpty(ValueMatch value) {
        return value instanceof ValueMatch.Prefix prefix && prefix.value().isEmpty()
                || value instanceof ValueMatch.Suffix suffix && suffix.value().isEmpty()
                || value instanceof ValueMatch.Regex regex && regex.pattern().isEmpty();
    }

    private static Stream<String> names(ProxyRoute route) {
        Stream<String> headers = route.match().headers().stream().map(HeaderMatch::name);
        Stream<String> parameters = route.match().queryParameters().stream().map(QueryMatch::name);
        Stream<String> hashed = route.action() instanceof ForwardAction forward
                ? forward.hashPolicies().stream().flatMap(policy -> name(policy).stream())
                : Stream.of();
        return Stream.of(headers, parameters, hashed).flatMap(names -> names);
    }

    private static Optional<String> name(HashPolicy policy) {
        if (policy instanceof HashPolicy.OfHeader header) {
            return Optional.of(header.name());
        }
        if (policy instanceof HashPolicy.OfCookie cookie) {
            return Optional.of(cookie.name());
        }
        return policy instanceof HashPolicy.OfQueryParameter parameter
                ? Optional.of(parameter.name())
                : Optional.empty();
    }
}
