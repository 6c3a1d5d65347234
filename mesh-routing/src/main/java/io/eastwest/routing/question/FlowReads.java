package io.eastwest.routing.question;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.CorsSettings;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What proxies make of a request without asking anything of it: headers that they set, paths that they rewrite, hashes, answers to
 * preflights. Where two meshes do the same with one request they do the same with all; where they do not, this says which requests
 * would show it.
 */
final class FlowReads {
    private static final char FORMAT = '%';

    private final RequestReads reads;

    FlowReads(RequestReads reads) {
        this.reads = reads;
    }

    /** Adds what would show the differences between two ways. */
    void add(ObservedCall before, ObservedCall after) {
        List<ObservedCall.Visit> one = http(before);
        List<ObservedCall.Visit> other = http(after);
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            add(part(one, i), part(other, i));
        }
    }

    private static List<ObservedCall.Visit> http(ObservedCall call) {
        return call.visits().stream()
                .filter(visit -> visit.exchange().isPresent())
                .toList();
    }

    private static Optional<ObservedCall.Visit> part(List<ObservedCall.Visit> visits, int index) {
        return index < visits.size() ? Optional.of(visits.get(index)) : Optional.empty();
    }

    private void add(Optional<ObservedCall.Visit> one, Optional<ObservedCall.Visit> other) {
        if (!operations(one).equals(operations(other))) {
            Stream.of(one, other)
                    .flatMap(each -> operations(each).stream())
                    .flatMap(FlowReads::names)
                    .distinct()
                    .forEach(name -> here(RequestAxis.header(name)));
            version(one, other);
        }
        if (!cors(one).equals(cors(other))) {
            Stream.of(one, other).flatMap(each -> cors(each).stream()).forEach(this::preflight);
        }
        if (!hashing(one).equals(hashing(other))) {
            Stream.of(one, other)
                    .flatMap(each -> route(each).map(FlowReads::policies).orElse(List.of()).stream())
                    .forEach(this::hash);
        }
        if (!claims(one).equals(claims(other))) {
            Stream.of(one, other)
                    .flatMap(each -> claims(each).stream())
                    .map(header -> List.of(header.value().split("\\.", -1)))
                    .filter(path -> reads.sent().token().isPresent())
                    .forEach(path -> reads.read(
                            RequestAxis.claim(path),
                            reads.languages().there(),
                            reads.languages().there().contains(reads.claim(path))));
        }
    }

    /** Formats may write the version of HTTP. */
    private void version(Optional<ObservedCall.Visit> one, Optional<ObservedCall.Visit> other) {
        boolean written = Stream.of(one, other)
                .flatMap(each -> formats(each).stream())
                .anyMatch(header -> header.value().contains("%PROTOCOL%"));
        if (written) {
            reads.read(
                    RequestAxis.SPEECH,
                    reads.languages().text(CallSpeech.HTTP_1),
                    CallSpeech.of(reads.call()).equals(CallSpeech.HTTP_1));
        }
    }

    private void here(RequestAxis axis) {
        reads.read(axis, reads.languages().there());
    }

    private static Optional<ProxyRoute> route(Optional<ObservedCall.Visit> visit) {
        return visit.flatMap(ObservedCall.Visit::exchange).flatMap(HttpExchange::route);
    }

    private static Optional<CorsSettings> cors(Optional<ObservedCall.Visit> visit) {
        return route(visit).flatMap(ProxyRoute::cors);
    }

    private static List<HeaderMutations> operations(Optional<ObservedCall.Visit> visit) {
        List<HeaderMutations> all = new ArrayList<>();
        route(visit).ifPresent(route -> {
            all.add(route.requestHeaders());
            if (route.action() instanceof ForwardAction forward) {
                forward.clusters().forEach(cluster -> all.add(cluster.requestHeaders()));
            }
        });
        return all;
    }

    /** {@return the headers that operations change, or take their values from} */
    private static Stream<String> names(HeaderMutations operations) {
        Set<String> names = new TreeSet<>(operations.remove());
        Stream.concat(operations.add().stream(), operations.set().stream()).forEach(header -> {
            names.add(header.name());
            names.addAll(mentioned(header.value()));
        });
        return names.stream().filter(name -> !name.startsWith(":")).map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** {@return the headers that a format takes values from: those of {@code %REQ(NAME?OTHER)%}} */
    private static List<String> mentioned(String format) {
        List<String> names = new ArrayList<>();
        String start = "%REQ(";
        int at = format.indexOf(start);
        while (at >= 0) {
            int end = format.indexOf(')', at);
            if (end < 0) {
                break;
            }
            names.addAll(List.of(format.substring(at + start.length(), end).split("\\?", -1)));
            at = format.indexOf(start, end);
        }
        names.removeIf(String::isEmpty);
        return names;
    }

    private void preflight(CorsSettings settings) {
        ReadLanguages languages = reads.languages();
        RequestAxis origin = RequestAxis.header("origin");
        settings.allowOrigins()
                .forEach(match -> languages
                        .value(match)
                        .ifPresentOrElse(
                                wanted -> reads.read(origin, wanted),
                                () -> reads.gap("an expression of origins is not understood exactly")));
        boolean options = reads.read(RequestAxis.METHOD, languages.text("OPTIONS"));
        if (options && reads.read(origin, languages.given())) {
            reads.read(RequestAxis.header("access-control-request-method"), languages.given());
            here(RequestAxis.header("access-control-request-headers"));
        }
    }

    private static List<HashPolicy> policies(ProxyRoute route) {
        return route.action() instanceof ForwardAction forward ? forward.hashPolicies() : List.of();
    }

    /** {@return what makes the same hash lead to the same endpoint} */
    private static List<Object> hashing(Optional<ObservedCall.Visit> visit) {
        List<Object> all = new ArrayList<>(route(visit).map(FlowReads::policies).orElse(List.of()));
        if (!all.isEmpty()) {
            visit.orElseThrow().answer().clusters().stream()
                    .map(ClusterShare::cluster)
                    .flatMap(Optional::stream)
                    .forEach(cluster -> all.add(balancing(cluster)));
        }
        return all;
    }

    private static List<Object> balancing(Cluster cluster) {
        return List.of(cluster.loadBalancing(), cluster.assignment());
    }

    private void hash(HashPolicy policy) {
        if (policy instanceof HashPolicy.OfHeader header) {
            here(RequestAxis.header(header.name().toLowerCase(Locale.ROOT)));
        } else if (policy instanceof HashPolicy.OfCookie cookie) {
            reads.read(RequestAxis.header("cookie"), reads.languages().cookie(cookie.name()));
        } else if (policy instanceof HashPolicy.OfQueryParameter parameter) {
            here(RequestAxis.parameter(parameter.name()));
        }
    }

    private static List<Header> claims(Optional<ObservedCall.Visit> visit) {
        return visit.flatMap(ObservedCall.Visit::exchange).stream()
                .flatMap(exchange -> exchange.manager().filters().stream())
                .filter(JwtFilter.class::isInstance)
                .flatMap(filter -> ((JwtFilter) filter).rules().stream())
                .flatMap(rule -> rule.outputClaimToHeaders().stream())
                .toList();
    }

    /** {@return why two ways that look alike for a request may not be alike for another that is asked the same; empty: no reason} */
    static Set<String> doubts(ObservedCall before, ObservedCall after) {
        List<ObservedCall.Visit> one = http(before);
        List<ObservedCall.Visit> other = http(after);
        Set<String> doubts = new TreeSet<>();
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            Optional<ObservedCall.Visit> first = part(one, i);
            Optional<ObservedCall.Visit> second = part(other, i);
            if (!expressions(first).equals(expressions(second))) {
                doubts.add("paths are rewritten by other expressions, of which one path was tried");
            }
            if (!formats(first).equals(formats(second))) {
                doubts.add("headers are made by other formats, of which one value was tried");
            }
            if (!hashing(first).equals(hashing(second))) {
                doubts.add("requests are spread by other hashes, of which one value was tried");
            }
            if (!normalization(first).equals(normalization(second))) {
                doubts.add("paths that are not normal are read in another way, and were not tried");
            }
        }
        return doubts;
    }

    private static List<RegexRewrite> expressions(Optional<ObservedCall.Visit> visit) {
        return route(visit).stream()
                .flatMap(route -> Stream.of(
                        route.action() instanceof ForwardAction forward
                                ? forward.regexRewrite()
                                : Optional.<RegexRewrite>empty(),
                        route.action() instanceof RedirectAction redirect
                                ? redirect.regexRewrite()
                                : Optional.<RegexRewrite>empty()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<Header> formats(Optional<ObservedCall.Visit> visit) {
        return operations(visit).stream()
                .flatMap(each -> Stream.concat(each.add().stream(), each.set().stream()))
                .filter(header -> header.value().indexOf(FORMAT) >= 0)
                .toList();
    }

    private static Object normalization(Optional<ObservedCall.Visit> visit) {
        return visit.flatMap(ObservedCall.Visit::exchange)
                .<Object>map(exchange -> exchange.manager().pathNormalization())
                .orElse("");
    }
}
