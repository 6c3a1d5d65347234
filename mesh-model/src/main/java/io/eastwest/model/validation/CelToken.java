package io.eastwest.model.validation;

/**
 * A word of a CEL expression.
 *
 * @param kind what it is
 * @param text as it stands in the expression
 * @param position where it starts, in characters from 1
 */
record CelToken(Kind kind, String text, int position) {
    /** What a word can be. */
    enum Kind {
        IDENTIFIER,
        ESCAPED_IDENTIFIER,
        INT,
        UINT,
        DOUBLE,
        STRING,
        BYTES,
        /** {@code true}, {@code false}, {@code null}, {@code in}, an operator or a bracket: known by its text. */
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean isNumber() {
        return kind == Kind.INT || kind == Kind.DOUBLE;
    }

    String description() {
        return kind == Kind.END ? "the end" : text;
    }
}
