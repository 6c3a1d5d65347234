package io.eastwest.model.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a CEL expression into words. Mirrors cel-go 0.29.2 {@code parser/gen/CEL.g4}, the rules of its lexer. */
final class CelLexer {
    private static final List<String> WORDS = List.of("in", "true", "false", "null");
    private static final List<String> SYMBOLS = Arrays.asList(
            "==", "!=", "<=", ">=", "&&", "||", "<", ">", "[", "]", "{", "}", "(", ")", ".", ",", "-", "!", "?", ":",
            "+", "*", "/", "%");

    private static final Pattern HIDDEN = Pattern.compile("(?:[\t \r\n\f]|//[^\n]*)*+");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*+");
    private static final Pattern ESCAPED = Pattern.compile("`[A-Za-z0-9_./ -]++`");
    private static final Pattern DOUBLE = Pattern.compile(
            "[0-9]++\\.[0-9]++(?:[eE][-+]?[0-9]++)?|[0-9]++[eE][-+]?[0-9]++|\\.[0-9]++(?:[eE][-+]?[0-9]++)?");
    private static final Pattern UINT = Pattern.compile("0x[0-9a-fA-F]++[uU]|[0-9]++[uU]");
    private static final Pattern INT = Pattern.compile("0x[0-9a-fA-F]++|[0-9]++");
    private static final Pattern QUOTE = Pattern.compile("[bB]?[rR]?(?:'''|\"\"\"|'|\")");

    private final String text;
    private final List<CelToken> tokens = new ArrayList<>();
    private int at;

    private CelLexer(String text) {
        this.text = text;
    }

    /** The words of a text, the end last. */
    static List<CelToken> read(String text) {
        CelLexer lexer = new CelLexer(text);
        lexer.at = lexer.end(HIDDEN);
        while (lexer.at < text.length()) {
            lexer.next();
            lexer.at = lexer.end(HIDDEN);
        }
        lexer.tokens.add(new CelToken(CelToken.Kind.END, "", lexer.position()));
        return lexer.tokens;
    }

    private void next() {
        if (end(QUOTE) > at) {
            string();
        } else if (!take(ESCAPED, CelToken.Kind.ESCAPED_IDENTIFIER)
                && !take(DOUBLE, CelToken.Kind.DOUBLE)
                && !take(UINT, CelToken.Kind.UINT)
                && !take(INT, CelToken.Kind.INT)
                && !word()) {
            symbol();
        }
    }

    private boolean take(Pattern pattern, CelToken.Kind kind) {
        int end = end(pattern);
        if (end == at) {
            return false;
        }
        add(kind, end);
        return true;
    }

    private boolean word() {
        int end = end(IDENTIFIER);
        if (end == at) {
            return false;
        }
        add(WORDS.contains(text.substring(at, end)) ? CelToken.Kind.SYMBOL : CelToken.Kind.IDENTIFIER, end);
        return true;
    }

    private void symbol() {
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                add(CelToken.Kind.SYMBOL, at + symbol.length());
                return;
            }
        }
        throw new CelFault("unknown character", position());
    }

    private void string() {
        int open = end(QUOTE);
        boolean bytes = text.charAt(at) == 'b' || text.charAt(at) == 'B';
        String prefix = text.substring(at, open);
        boolean raw = prefix.indexOf('r') >= 0 || prefix.indexOf('R') >= 0;
        int length = prefix.endsWith("'''") || prefix.endsWith("\"\"\"") ? 3 : 1;
        String quote = prefix.substring(prefix.length() - length);
        int close = CelEscapes.end(text, open, quote, raw, bytes);
        if (close < 0 && length == 3) {
            close = open - 2; // two quotes are an empty string, whatever follows
            quote = quote.substring(2);
        }
        if (close < 0) {
            throw new CelFault("text without its closing quote or with a wrong escape", position());
        }
        add(bytes ? CelToken.Kind.BYTES : CelToken.Kind.STRING, close + quote.length());
    }

    private void add(CelToken.Kind kind, int end) {
        tokens.add(new CelToken(kind, text.substring(at, end), position()));
        at = end;
    }

    private int position() {
        return text.codePointCount(0, at) + 1;
    }

    private int end(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() : at;
    }
}
