package io.eastwest.routing.proxy;

import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.JwtFilterRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a verified token leaves behind: claims for policies and routes, and headers for the upstream. */
final class VerifiedClaims {
    private static final List<String> SPACE_DELIMITED = List.of("scope", "permission");
    private static final int DIGITS = 6;

    private VerifiedClaims() {}

    /** {@return all claims with the issuer; those that are lists in one text are split at spaces} */
    static Map<String, Object> of(JwtToken token, JwtFilterRule rule) {
        Map<String, Object> claims = raw(token);
        claims.replaceAll((name, value) -> {
            boolean splits = SPACE_DELIMITED.contains(name)
                    || rule.spaceDelimitedClaims().contains(name);
            return splits && value instanceof String text ? List.of(text.split(" ", -1)) : value;
        });
        return Collections.unmodifiableMap(claims);
    }

    private static Map<String, Object> raw(JwtToken token) {
        Map<String, Object> claims = new LinkedHashMap<>(token.claims());
        String issuer = TokenCheck.issuer(token);
        if (!issuer.isEmpty()) {
            claims.put("iss", issuer);
        }
        return claims;
    }

    /**
     * {@return the header value of a claim; empty: the claim is absent}
     *
     * @param path names separated by dots
     */
    static Optional<String> headerValue(JwtToken token, String path) {
        Object value = raw(token);
        for (String name : List.of(path.split("\\.", -1))) {
            Object inner = value instanceof Map<?, ?> map ? map.get(name) : null;
            if (inner == null) {
                return Optional.empty();
            }
            value = inner;
        }
        return Optional.of(text(value));
    }

    private static String text(Object value) {
        if (value instanceof String || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof Number number) {
            return number(number);
        }
        return Base64.getEncoder().encodeToString(JsonText.of(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String number(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        boolean whole = exact.stripTrailingZeros().scale() <= 0;
        BigDecimal shown = whole ? exact : exact.round(new MathContext(DIGITS));
        return shown.stripTrailingZeros().toPlainString();
    }
}
