package io.eastwest.routing.question;

import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.proxy.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What policies ask of a request. What they ask of its connection is alike for all requests of a caller to a target. */
final class PolicyReads {
    private static final String ANY = "*";
    private static final String FORWARDED_FOR = "x-forwarded-for";

    private final RequestReads reads;
    private final HttpExchange exchange;
    private final ExchangePath path;
    private final Set<String> splitClaims;

    PolicyReads(RequestReads reads, HttpExchange exchange, ExchangePath path, Set<String> splitClaims) {
        this.reads = reads;
        this.exchange = exchange;
        this.path = path;
        this.splitClaims = splitClaims;
    }

    void add() {
        for (PolicyTest test : exchange.tests()) {
            boolean matched = test.negated() != test.holds();
            Optional<Boolean> read = read(test);
            if (read.isPresent() && read.get() != matched) {
                reads.gap("a value of " + test.path() + " is not understood exactly");
            }
        }
    }

    /** {@return whether a value matches, as this class understands it; empty: it does not look at the request} */
    private Optional<Boolean> read(PolicyTest test) {
        if (test.path().startsWith("when[")) {
            int start = test.path().indexOf(' ') + 1;
            return when(test.path().substring(start, test.path().lastIndexOf(' ')), test.values());
        }
        String field = test.path().substring(test.path().lastIndexOf('.') + 1);
        String name = field.startsWith("not") ? field.substring(3).toLowerCase(Locale.ROOT) : field;
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "hosts" -> Optional.of(authority(reads.languages().hosts(test.values())));
            case "methods" ->
                Optional.of(reads.read(RequestAxis.METHOD, reads.languages().patterns(test.values())));
            case "paths" ->
                Optional.of(reads.path(
                        path,
                        exchange.input().pathWithoutQuery(),
                        reads.languages().paths(test.values())));
            case "requestprincipals" -> Optional.of(principal(test.values()));
            case "remoteipblocks" -> remote(test.values());
            default -> Optional.empty();
        };
    }

    private Optional<Boolean> when(String key, List<String> values) {
        return switch (key) {
            case "request.auth.principal" -> Optional.of(principal(values));
            case "request.auth.audiences" -> Optional.of(claim(List.of("aud"), values));
            case "request.auth.presenter" -> Optional.of(claim(List.of("azp"), values));
            case "remote.ip" -> remote(values);
            default -> named(key, values);
        };
    }

    private Optional<Boolean> named(String key, List<String> values) {
        String headers = "request.headers[";
        String claims = "request.auth.claims[";
        if (key.startsWith(headers) && key.endsWith("]")) {
            return header(key.substring(headers.length(), key.length() - 1).toLowerCase(Locale.ROOT), values);
        }
        if (key.startsWith(claims) && key.endsWith("]")) {
            String inner = key.substring(claims.length(), key.length() - 1);
            List<String> names = List.of(inner.split("\\]\\[", -1));
            return Optional.of(claim(names, values));
        }
        return Optional.empty();
    }

    private Optional<Boolean> header(String name, List<String> values) {
        return switch (name) {
            case ":method" ->
                Optional.of(reads.read(RequestAxis.METHOD, reads.languages().anyOf(values)));
            case ":authority", "host" -> Optional.of(authority(reads.languages().anyOf(values)));
            case ":path" -> {
                reads.gap("a policy looks at path and query together");
                yield Optional.empty();
            }
            default -> Optional.of(line(name, reads.languages().lines(values)));
        };
    }

    /** A value matches if it matches any line: that of the client, or one that a proxy before has added. */
    private boolean line(String name, Language wanted) {
        List<String> lines = new ArrayList<>(exchange.request().headerValues(name));
        List<String> own = reads.sent().headerValues(name);
        if (lines.size() < 2 || own.size() != 1 || !lines.remove(own.get(0))) {
            return reads.header(name, exchange.input(), wanted);
        }
        RequestAxis axis = RequestAxis.header(name);
        reads.read(axis, reads.languages().there());
        return lines.stream().anyMatch(line -> wanted.contains(AxisValues.THERE + line)) || reads.read(axis, wanted);
    }

    private boolean authority(Language wanted) {
        return reads.authority(exchange.input().header(":authority").orElse(""), wanted);
    }

    private boolean claim(List<String> names, List<String> values) {
        if (!exchange.verified()) {
            return false;
        }
        if (names.equals(List.of("iss"))) {
            return issuer(reads.languages().patterns(values));
        }
        boolean split = names.size() == 1 && splitClaims.contains(names.get(0));
        Language wanted = reads.languages().claim(values, split);
        boolean held = wanted.contains(reads.claim(names));
        reads.read(RequestAxis.claim(names), wanted, held);
        return held;
    }

    private boolean issuer(Language wanted) {
        String issuer = reads.sent().token().map(token -> token.issuer()).orElse("");
        boolean held = wanted.contains(issuer);
        reads.read(RequestAxis.ISSUER, wanted, held);
        return held;
    }

    /** Issuer and subject, as istiod splits the values. */
    private boolean principal(List<String> values) {
        if (!exchange.verified()) {
            return false;
        }
        return values.stream().map(this::principal).anyMatch(wanted -> issuer(wanted.issuer()) && subject(wanted));
    }

    private boolean subject(Principal wanted) {
        List<String> names = List.of("sub");
        boolean held = wanted.subject().contains(reads.claim(names));
        reads.read(RequestAxis.claim(names), wanted.subject(), held);
        return held;
    }

    /** Issuers and subjects that a value stands for. */
    private record Principal(Language issuer, Language subject) {}

    /**
     * Splits a value at its last slash, as the issuer may be a URL.
     *
     * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/generator.go:requestPrincipalGenerator}.
     */
    private Principal principal(String value) {
        ReadLanguages languages = reads.languages();
        int slash = value.lastIndexOf('/');
        String issuer = slash < 0 ? value : value.substring(0, slash);
        String subject = value.substring(slash + 1);
        Language anyIssuer = languages.patterns(List.of(ANY));
        Language anySubject = languages.claim(List.of(ANY), false);
        if (value.equals(ANY)) {
            return new Principal(anyIssuer, anySubject);
        }
        if (value.startsWith(ANY)) {
            return slash < 0
                    ? new Principal(anyIssuer, languages.claim(List.of(value), false))
                    : new Principal(languages.patterns(List.of(issuer)), languages.text(AxisValues.THERE + subject));
        }
        if (value.endsWith(ANY)) {
            return slash < 0
                    ? new Principal(languages.patterns(List.of(value)), anySubject)
                    : new Principal(languages.text(issuer), languages.claim(List.of(subject), false));
        }
        return new Principal(languages.text(issuer), languages.text(AxisValues.THERE + (slash < 0 ? "" : subject)));
    }

    private Optional<Boolean> remote(List<String> blocks) {
        ForwardedFor trust = exchange.manager().forwardedFor();
        if (trust.useRemoteAddress() && trust.trustedHops() == 0) {
            return Optional.empty();
        }
        String own = RequestRegion.usual(reads.sent(), RequestAxis.header(FORWARDED_FOR));
        List<String> arrived = new ArrayList<>(exchange.request().headerValues(FORWARDED_FOR));
        Optional<Language> wanted = reads.languages().addresses(blocks);
        boolean last = !trust.useRemoteAddress() || trust.trustedHops() == 1;
        if (wanted.isEmpty() || !last) {
            reads.gap("addresses of clients that proxies vouch for are looked at: blocks of IPv6, or several proxies");
        } else if (AxisValues.text(arrived.stream().reduce((one, other) -> one + "," + other))
                .equals(own)) {
            reads.read(
                    RequestAxis.header(FORWARDED_FOR),
                    wanted.get(),
                    wanted.get().contains(own));
        }
        return Optional.empty();
    }
}
