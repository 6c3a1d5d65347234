package io.eastwest.routing.security;

import java.util.Locale;
import java.util.function.Predicate;

/**
 * Values of rules as tests of a text: {@code *} alone wants any text that is not empty, {@code *} at the start makes a suffix, at the
 * end a prefix; anywhere else it is a character like any other.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/matcher/string.go:StringMatcher}.
 */
final class TextPattern {
    private static final String ANY = "*";

    private TextPattern() {}

    static Predicate<String> of(String value) {
        if (value.equals(ANY)) {
            return text -> !text.isEmpty();
        }
        if (value.startsWith(ANY)) {
            String suffix = value.substring(1);
            return text -> text.endsWith(suffix);
        }
        if (value.endsWith(ANY)) {
            String prefix = value.substring(0, value.length() - 1);
            return text -> text.startsWith(prefix);
        }
        return value::equals;
    }

    /** {@return the same without regard to the case of ASCII letters} */
    static Predicate<String> ignoringCase(String value) {
        Predicate<String> lower = of(value.toLowerCase(Locale.ROOT));
        return text -> lower.test(text.toLowerCase(Locale.ROOT));
    }
}
