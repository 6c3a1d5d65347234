package io.eastwest.routing.question;

import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.match.QueryText;
import io.eastwest.routing.proxy.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the verification of tokens asks of a request: where tokens are, who issued them, for whom, and whether they hold.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authn/policy_applier.go:convertToEnvoyJwtConfig}.
 */
final class TokenReads {
    /** What stands for the text of a token where it is not in the usual header. */
    static final String PLACEHOLDER = "<token>";

    private static final List<String> SPLIT = List.of("scope", "permission");

    private final RequestReads reads;
    private final HttpExchange exchange;

    TokenReads(RequestReads reads, HttpExchange exchange) {
        this.reads = reads;
        this.exchange = exchange;
    }

    private List<JwtFilterRule> rules() {
        return exchange.manager().filters().stream()
                .filter(JwtFilter.class::isInstance)
                .flatMap(filter -> ((JwtFilter) filter).rules().stream())
                .toList();
    }

    /** {@return claims whose text is a list of words} */
    Set<String> splitClaims() {
        Set<String> names = new TreeSet<>(SPLIT);
        rules().forEach(rule -> names.addAll(rule.spaceDelimitedClaims()));
        return names;
    }

    void add() {
        List<JwtFilterRule> rules = rules();
        if (rules.isEmpty() || isPreflight()) {
            return;
        }
        boolean verified = rules.stream().anyMatch(this::verifies);
        boolean known = !verified || reads.sent().token().isPresent();
        if (!known || verified != exchange.verified()) {
            reads.gap("the verification of tokens is not understood exactly");
        }
    }

    private boolean isPreflight() {
        return reads.read(RequestAxis.METHOD, reads.languages().text("OPTIONS"))
                && given("origin")
                && given("access-control-request-method");
    }

    private boolean given(String name) {
        return reads.header(name, exchange.input(), reads.languages().given());
    }

    /** Every token that a rule finds has to pass; nothing found is no token. */
    private boolean verifies(JwtFilterRule rule) {
        boolean usual = rule.fromHeaders().isEmpty()
                && rule.fromParams().isEmpty()
                && rule.fromCookies().isEmpty();
        boolean found = false;
        boolean all = true;
        if (usual) {
            found = reads.read(RequestAxis.TOKEN, reads.languages().there());
            boolean parameter = found(RequestAxis.parameter("access_token"), "");
            found |= parameter;
            all = !parameter || isToken(RequestAxis.parameter("access_token"), "");
        }
        for (JwtFilterRule.HeaderLocation location : rule.fromHeaders()) {
            RequestAxis axis = RequestAxis.header(location.name().toLowerCase(Locale.ROOT));
            boolean there = found(axis, location.prefix());
            found |= there;
            all &= !there || isToken(axis, location.prefix());
        }
        for (String name : rule.fromParams()) {
            RequestAxis axis = RequestAxis.parameter(name);
            boolean there = found(axis, "");
            found |= there;
            all &= !there || isToken(axis, "");
        }
        if (!rule.fromCookies().isEmpty()) {
            reads.gap("tokens in cookies are not tried");
        }
        return found && all && passes(rule);
    }

    private boolean found(RequestAxis axis, String prefix) {
        return value(axis, reads.languages().beginning(prefix));
    }

    private boolean isToken(RequestAxis axis, String prefix) {
        return value(axis, reads.languages().text(AxisValues.THERE + prefix + PLACEHOLDER))
                && reads.read(RequestAxis.TOKEN, reads.languages().there());
    }

    private boolean value(RequestAxis axis, Language wanted) {
        HttpRequest arrived = exchange.request();
        return axis.kind() == RequestAxis.Kind.HEADER
                ? reads.header(
                        axis.name(),
                        arrived.headerValues(axis.name()).stream().reduce((one, other) -> one + "," + other),
                        wanted)
                : reads.parameter(axis.name(), QueryText.first(arrived.path(), axis.name()), wanted);
    }

    private boolean passes(JwtFilterRule rule) {
        Optional<JwtToken> token = reads.sent().token();
        if (token.isEmpty()) {
            return false;
        }
        boolean passes = rule.issuer().isEmpty()
                || read(RequestAxis.ISSUER, rule.issuer(), token.get().issuer());
        passes = passes
                && !read(
                        RequestAxis.EXPIRED,
                        AxisValues.YES,
                        AxisValues.text(token.get().expired()));
        if (passes && !rule.audiences().isEmpty()) {
            List<String> names = List.of("aud");
            Language wanted = reads.languages()
                    .texts(rule.audiences().stream()
                            .map(audience -> AxisValues.THERE + audience)
                            .toList());
            passes = wanted.contains(reads.claim(names));
            reads.read(RequestAxis.claim(names), wanted, passes);
        }
        return passes
                && read(
                        RequestAxis.SIGNED,
                        AxisValues.YES,
                        AxisValues.text(token.get().knownKey()));
    }

    private boolean read(RequestAxis axis, String wanted, String actual) {
        boolean held = wanted.equals(actual);
        reads.read(axis, reads.languages().text(wanted), held);
        return held;
    }
}
