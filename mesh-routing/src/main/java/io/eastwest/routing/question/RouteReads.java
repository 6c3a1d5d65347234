package io.eastwest.routing.question;

import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.proxy.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the choice of a virtual host and of a route asks of a request: every rule before the one taken fails, that one holds. */
final class RouteReads {
    private final RequestReads reads;
    private final HttpExchange exchange;
    private final ExchangePath path;
    private final AuthorityLanguages authorities;
    private final Set<String> splitClaims;

    RouteReads(
            RequestReads reads,
            HttpExchange exchange,
            ExchangePath path,
            AuthorityLanguages authorities,
            Set<String> splitClaims) {
        this.reads = reads;
        this.exchange = exchange;
        this.path = path;
        this.authorities = authorities;
        this.splitClaims = splitClaims;
    }

    void add() {
        if (exchange.routes().isEmpty()) {
            return;
        }
        String authority = exchange.input().header(":authority").orElse("");
        authorities
                .of(exchange)
                .ifPresentOrElse(
                        wanted -> {
                            if (!reads.authority(authority, wanted)) {
                                reads.gap("the domains of a virtual host are not understood exactly");
                            }
                        },
                        () -> reads.gap("a gateway has more than " + AuthorityLanguages.MOST + " domains"));
        exchange.host().map(VirtualHost::routes).ifPresent(this::add);
    }

    @SuppressWarnings("ReferenceEquality") // two rules may be equal; the first is taken
    private void add(List<ProxyRoute> routes) {
        ProxyRoute taken = exchange.route().orElse(null);
        for (ProxyRoute route : routes) {
            if (route == taken) {
                if (!holds(route.match())) {
                    reads.gap("the conditions of " + RuleStanding.name(route) + " are not understood exactly");
                }
                return;
            }
            if (holds(route.match())) {
                reads.gap("the conditions of " + RuleStanding.name(route) + " are not understood exactly");
            }
        }
    }

    /** Notes the conditions up to the first that fails; one that is not understood counts as held. */
    private boolean holds(RouteMatch match) {
        Optional<Language> paths = reads.languages().path(match);
        boolean held = paths.isEmpty() || reads.path(path, exchange.input().pathWithoutQuery(), paths.get());
        boolean known = paths.isPresent();
        for (int i = 0; held && i < match.headers().size(); i++) {
            held = holds(match.headers().get(i));
        }
        for (int i = 0; held && i < match.queryParameters().size(); i++) {
            QueryMatch query = match.queryParameters().get(i);
            held = known(reads.languages().query(query))
                    .map(wanted ->
                            reads.parameter(query.name(), exchange.input().firstQueryValue(query.name()), wanted))
                    .orElse(true);
        }
        for (int i = 0; held && i < match.claims().size(); i++) {
            held = holds(match.claims().get(i));
        }
        if (!known) {
            reads.gap("expression of a path is not understood exactly");
        }
        return held && known;
    }

    private Optional<Language> known(Optional<Language> language) {
        if (language.isEmpty()) {
            reads.gap("an expression is not understood exactly");
        }
        return language;
    }

    private boolean holds(HeaderMatch match) {
        String name = match.name().toLowerCase(Locale.ROOT);
        return switch (name) {
            case ":method" ->
                known(reads.languages().fixed(match))
                        .map(wanted -> reads.read(RequestAxis.METHOD, wanted))
                        .orElse(true);
            case ":authority", "host" ->
                known(reads.languages().fixed(match))
                        .map(wanted -> reads.authority(
                                exchange.input().header(":authority").orElse(""), wanted))
                        .orElse(true);
            case ":path" -> pathWithQuery(match);
            case ":scheme" -> fixed(match, name);
            default ->
                known(reads.languages().header(match))
                        .map(wanted -> reads.header(name, exchange.input(), wanted))
                        .orElse(true);
        };
    }

    /** A condition on the path with its query; the query is not known to the axis of paths. */
    private boolean pathWithQuery(HeaderMatch match) {
        if (!(match.value() instanceof ValueMatch.Present)) {
            reads.gap("a rule looks at path and query together");
        }
        return fixed(match, ":path");
    }

    private boolean fixed(HeaderMatch match, String name) {
        return known(reads.languages().fixed(match))
                .map(wanted -> wanted.contains(exchange.input().header(name).orElse("")))
                .orElse(true);
    }

    private boolean holds(ClaimMatch match) {
        if (!exchange.routedByToken()) {
            return match.invert();
        }
        if (match.path().equals(List.of("iss"))) {
            return known(reads.languages().issuer(match))
                    .map(wanted -> issuer(wanted))
                    .orElse(true);
        }
        boolean split =
                splitClaims.contains(match.path().get(0)) && match.path().size() == 1;
        return known(reads.languages().claim(match, split))
                .map(wanted -> {
                    boolean held = wanted.contains(reads.claim(match.path()));
                    reads.read(RequestAxis.claim(match.path()), wanted, held);
                    return held;
                })
                .orElse(true);
    }

    private boolean issuer(Language wanted) {
        boolean held = wanted.contains(
                reads.sent().token().map(token -> token.issuer()).orElse(""));
        reads.read(RequestAxis.ISSUER, wanted, held);
        return held;
    }
}
