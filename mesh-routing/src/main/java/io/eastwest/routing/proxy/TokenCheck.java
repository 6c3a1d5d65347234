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
        Optional<JwtStatus> unreadable = unreadable(given);
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
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

    /** {@return why the payload of a token cannot be read. Mirrors jwt_verify_lib src/jwt.cc:parseFromStringInternal} */
    private static Optional<JwtStatus> unreadable(JwtToken given) {
        if (given.issuer().isEmpty() && !isText(given, "iss")) {
            return Optional.of(JwtStatus.ISSUER_NO_TEXT);
        }
        if (!isText(given, "sub")) {
            return Optional.of(JwtStatus.SUBJECT_NO_TEXT);
        }
        if (!isText(given, "jti")) {
            return Optional.of(JwtStatus.IDENTIFIER_NO_TEXT);
        }
        boolean audiences = given.claims().get("aud") instanceof List<?> list
                ? list.stream().allMatch(String.class::isInstance)
                : isText(given, "aud");
        return audiences ? Optional.empty() : Optional.of(JwtStatus.AUDIENCE_NO_TEXT);
    }

    private static boolean isText(JwtToken given, String claim) {
        return !given.claims().containsKey(claim) || given.claims().get(claim) instanceof String;
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
