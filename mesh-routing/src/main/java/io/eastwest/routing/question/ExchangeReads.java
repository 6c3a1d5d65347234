package io.eastwest.routing.question;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.proxy.HttpExchange;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What all proxies on the ways of a call ask of its request. */
final class ExchangeReads {
    private final RequestReads reads;
    private final AuthorityLanguages authorities;
    /** How each path that was sent on comes from that of the client. */
    private final Map<String, ExchangePath> paths = new LinkedHashMap<>();

    private ExchangeReads(RequestReads reads, AuthorityLanguages authorities) {
        this.reads = reads;
        this.authorities = authorities;
    }

    /**
     * Adds what was asked.
     *
     * @param call the call as it was decided
     * @param authorities which authorities are alike
     * @param single whether the path of the request is the only one that it stands for
     * @param reads takes what was asked
     */
    static void add(ObservedCall call, AuthorityLanguages authorities, boolean single, RequestReads reads) {
        ExchangeReads all = new ExchangeReads(reads, authorities);
        HttpRequest sent = reads.sent();
        all.paths.put(ExchangePath.plain(sent.path()), single ? ExchangePath.FIXED : ExchangePath.SENT);
        for (ObservedCall.Visit visit : call.visits()) {
            visit.exchange().ifPresent(exchange -> all.add(visit, exchange));
        }
    }

    private void add(ObservedCall.Visit visit, HttpExchange exchange) {
        String arrived = ExchangePath.plain(exchange.request().path());
        ExchangePath path = paths.getOrDefault(arrived, ExchangePath.UNKNOWN);
        boolean normal = exchange.input().pathWithoutQuery().equals(arrived);
        if (!normal && path.kind() == ExchangePath.Kind.KNOWN) {
            path = ExchangePath.UNKNOWN;
        }
        TokenReads tokens = new TokenReads(reads, exchange);
        Set<String> splitClaims = tokens.splitClaims();
        tokens.add();
        new RouteReads(reads, exchange, path, authorities, splitClaims).add();
        new PolicyReads(reads, exchange, path, splitClaims).add();
        if (exchange.host().filter(host -> host.requiresTls()).isPresent()) {
            reads.header(
                    "x-forwarded-proto", exchange.input(), reads.languages().text(AxisValues.THERE + "https"));
        }
        noteHeadersOfClaims(exchange);
        ExchangePath before = path;
        exchange.route()
                .map(before::after)
                .ifPresent(after -> visit.answer().upstreamRequests().stream()
                        .map(UpstreamRequest::path)
                        .flatMap(Optional::stream)
                        .forEach(sent -> paths.put(ExchangePath.plain(sent), after)));
    }

    /** Headers that are made of claims depend on more than their own axis. */
    private void noteHeadersOfClaims(HttpExchange exchange) {
        if (!exchange.verified()) {
            return;
        }
        Set<String> looked = new TreeSet<>();
        reads.all().stream()
                .filter(read -> read.axis().kind() == RequestAxis.Kind.HEADER)
                .forEach(read -> looked.add(read.axis().name()));
        exchange.manager().filters().stream()
                .filter(JwtFilter.class::isInstance)
                .flatMap(filter -> ((JwtFilter) filter).rules().stream())
                .flatMap(rule -> rule.outputClaimToHeaders().stream())
                .filter(header -> looked.contains(header.name().toLowerCase(Locale.ROOT)))
                .forEach(header -> reads.gap(
                        "header " + header.name() + " is made of a claim, and something on the way looks at it"));
    }
}
