package io.eastwest.routing.match;

import com.google.re2j.Pattern;

/** Whether Envoy accepts a header value: text in which each percent sign is doubled or encloses a command. */
final class FormatSyntax {
    private static final Pattern VALUE =
            Pattern.compile("(?:[^%]|%%|%[A-Z0-9_]+(?:\\([^)]*\\))?(?::[0-9]+)?%)*", Pattern.DOTALL);

    private FormatSyntax() {}

    static boolean accepts(String value) {
        return value.indexOf('%') < 0 || VALUE.matches(value);
    }
}
