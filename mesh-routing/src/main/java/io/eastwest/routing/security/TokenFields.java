package io.eastwest.routing.security;

import io.eastwest.routing.envoy.RbacInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Attributes of a verified token; without one no value matches.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/generator.go}: requestPrincipalGenerator, requestAudiencesGenerator,
 * requestPresenterGenerator, requestClaimGenerator.
 */
final class TokenFields {
    private static final String ANY = "*";
    private static final String ISSUER = "iss";
    private static final String SUBJECT = "sub";

    static final PolicyField PRINCIPAL =
            PolicyField.http(value -> Optional.of(principal(value)), TokenFields::principalOf);

    static final PolicyField AUDIENCES = claim(List.of("aud"));

    static final PolicyField PRESENTER = claim(List.of("azp"));

    private TokenFields() {}

    /** {@return the attribute of a claim: a text, or one text of a list} */
    static PolicyField claim(List<String> path) {
        return PolicyField.http(
                value -> {
                    Predicate<String> test = TextPattern.of(value);
                    return Optional.of(input -> value(input, path)
                            .filter(found -> matches(found, test))
                            .isPresent());
                },
                input -> value(input, path)
                        .map(String::valueOf)
                        .map(PolicyText::quoted)
                        .orElse("absent"));
    }

    private static boolean matches(Object value, Predicate<String> test) {
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(each -> each instanceof String text && test.test(text));
        }
        return value instanceof String text && test.test(text);
    }

    /** Splits at the last slash, as the issuer may be a URL. */
    private static Predicate<RbacInput> principal(String value) {
        int slash = value.lastIndexOf('/');
        String issuer = slash < 0 ? value : value.substring(0, slash);
        String subject = value.substring(slash + 1);
        if (value.equals(ANY)) {
            return both(TokenFields::isPresent, TokenFields::isPresent);
        }
        if (value.startsWith(ANY)) {
            return slash < 0
                    ? both(TokenFields::isPresent, TextPattern.of(value))
                    : both(TextPattern.of(issuer), subject::equals);
        }
        if (value.endsWith(ANY)) {
            return slash < 0 ? both(prefix(value), TokenFields::isPresent) : both(issuer::equals, prefix(subject));
        }
        return both(issuer::equals, slash < 0 ? String::isEmpty : subject::equals);
    }

    private static boolean isPresent(String text) {
        return !text.isEmpty();
    }

    private static Predicate<String> prefix(String pattern) {
        String start = pattern.substring(0, pattern.length() - 1);
        return text -> !text.isEmpty() && text.startsWith(start);
    }

    private static Predicate<RbacInput> both(Predicate<String> issuer, Predicate<String> subject) {
        return input -> text(input, ISSUER).filter(issuer).isPresent()
                && text(input, SUBJECT).filter(subject).isPresent();
    }

    private static Optional<String> text(RbacInput input, String claim) {
        return value(input, List.of(claim)).filter(String.class::isInstance).map(String.class::cast);
    }

    private static Optional<Object> value(RbacInput input, List<String> path) {
        Optional<Object> found = input.http().flatMap(RbacInput.Http::claims).map(claims -> claims);
        for (String name : path) {
            found = found.flatMap(each -> Optional.ofNullable(each instanceof Map<?, ?> map ? map.get(name) : null));
        }
        return found;
    }

    private static String principalOf(RbacInput input) {
        if (input.http().flatMap(RbacInput.Http::claims).isEmpty()) {
            return "no verified token";
        }
        return PolicyText.quoted(
                text(input, ISSUER).orElse("") + "/" + text(input, SUBJECT).orElse(""));
    }
}
