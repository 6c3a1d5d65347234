package io.eastwest.routing.proxy;

import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.JwtFilterRule;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the tokens that a rule finds on a request: all of them must pass.
 *
 * <p>Mirrors envoy source/extensions/filters/http/jwt_authn/authenticator.cc: form, issuer, time, audience, signature.
 */
final class TokenCheck {
    private static final int SECTIONS = 3;

    private final Optional<JwtToken> token;

    /**
     * Verifies against a token.
     *
     * @param token the token that {@link BearerToken#PLACEHOLDER} stands for
     */
    TokenCheck(Optional<JwtToken> token) {
        this.token = token;
    }

    JwtStatus verify(JwtFilterRule rule, RequestState request) {
        List<String> texts = new TokenSearch(rule).find(request);
        return texts.stream()
                .map(text -> verify(rule, text))
                .filter(status -> status != JwtStatus.OK)
                .findFirst()
                .orElse(texts.isEmpty() ? JwtStatus.MISSED : JwtStatus.OK);
    }

    private JwtStatus verify(JwtFilterRule rule, String text) {
        if (token.isEmpty() || !text.equals(BearerToken.PLACEHOLDER)) {
            return text.split("\\.", -1).length == SECTIONS ? JwtStatus.BAD_HEADER : JwtStatus.BAD_FORMAT;
        }
        JwtToken given = token.get();
        if (!rule.issuer().isEmpty() && !rule.issuer().equals(issuer(given))) {
            return JwtStatus.UNKNOWN_ISSUER;
        }
        if (given.expired()) {
            return JwtStatus.EXPIRED;
        }
        if (!rule.audiences().isEmpty() && audiences(given).stream().noneMatch(rule.audiences()::contains)) {
            return JwtStatus.AUDIENCE;
        }
        return given.knownKey() ? JwtStatus.OK : JwtStatus.BAD_SIGNATURE;
    }

    static String issuer(JwtToken token) {
        return token.issuer().isEmpty() && token.claims().get("iss") instanceof String text ? text : token.issuer();
    }

    private static List<String> audiences(JwtToken token) {
        Object audience = token.claims().get("aud");
        if (audience instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return audience instanceof String text ? List.of(text) : List.of();
    }
}
