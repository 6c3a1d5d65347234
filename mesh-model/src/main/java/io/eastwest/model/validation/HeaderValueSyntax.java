package io.eastwest.model.validation;

/**
 * Values of headers with variables of Envoy: {@code %VAR%}, {@code %VAR(text)%}, {@code %VAR(["a","b"])%}; a literal
 * percent sign is {@code %%}. Which variables there are is not asked. Mirrors istio 1.30.3
 * {@code pkg/config/validation/header_value_validator.go:validateHeaderValue}.
 */
final class HeaderValueSyntax {
    private static final char END = 0;

    private final String value;
    private int at;

    private HeaderValueSyntax(String value) {
        this.value = value;
    }

    static boolean isValid(String value) {
        boolean printable = value.chars().noneMatch(c -> c < ' ' && c != '\t' || c == 0x7f);
        return printable && new HeaderValueSyntax(value).text();
    }

    private boolean text() {
        while (at < value.length()) {
            if (next() != '%') {
                continue;
            }
            if (at == value.length()) {
                return false;
            }
            if (value.charAt(at) == '%') {
                at++;
            } else if (!variable()) {
                return false;
            }
        }
        return true;
    }

    private boolean variable() {
        while (at < value.length()) {
            char c = next();
            if (c == '%') {
                return true;
            }
            if (c == '(') {
                return arguments();
            }
        }
        return false;
    }

    /** Behind the opening parenthesis: plain text up to the closing one, or a list of quoted texts in brackets. */
    private boolean arguments() {
        if (afterSpaces() == '[' && afterSpaces() != '"') {
            return false;
        }
        while (true) {
            char end = argument();
            if (end == ')') {
                return afterSpaces() == '%';
            }
            if (end == END) {
                return false;
            }
            char behind = afterSpaces();
            if (behind == ']') {
                return afterSpaces() == ')' && afterSpaces() == '%';
            }
            if (behind != ',' || afterSpaces() != '"') {
                return false;
            }
        }
    }

    /** {@return what ends the argument: a quote or a closing parenthesis that no backslash precedes} */
    private char argument() {
        while (at < value.length()) {
            char c = next();
            if (c == ')' || c == '"') {
                return c;
            }
            if (c == '\\' && next() == END) {
                return END;
            }
        }
        return END;
    }

    private char afterSpaces() {
        char c = next();
        while (c == ' ') {
            c = next();
        }
        return c;
    }

    private char next() {
        return at < value.length() ? value.charAt(at++) : END;
    }
}
