package io.eastwest.model.validation;

import java.util.List;

/** The words of an expression and which one comes next. */
final class CelWords {
    private final List<CelToken> words;
    private int at;

    /**
     * Starts.
     *
     * @param words the words, the end last
     */
    CelWords(List<CelToken> words) {
        this.words = words;
    }

    CelToken peek() {
        return words.get(at);
    }

    /** A later word; the end when there are fewer. */
    CelToken ahead(int count) {
        return words.get(Math.min(at + count, words.size() - 1));
    }

    void next() {
        at++;
    }

    boolean skip(String symbol) {
        boolean there = peek().is(symbol);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String symbol) {
        if (!skip(symbol)) {
            throw unexpected();
        }
    }

    void refuseOptional() {
        if (peek().is("?")) {
            throw new CelFault("optional syntax, which is not switched on,", peek().position());
        }
    }

    CelFault unexpected() {
        return new CelFault("unexpected " + peek().description(), peek().position());
    }

    /** Whether dotted names lead up to a brace. */
    boolean startMessage() {
        int count = peek().is(".") ? 1 : 0;
        while (ahead(count).is(CelToken.Kind.IDENTIFIER)) {
            count++;
            if (ahead(count).is("{")) {
                return true;
            }
            if (!ahead(count).is(".")) {
                return false;
            }
            count++;
        }
        return false;
    }

    /** Whether another entry comes; passes by the comma before it, or by the end, before which one comma may stand. */
    boolean hasEntry(String end, boolean first) {
        boolean comma = peek().is(",");
        if (comma && ahead(1).is(end)) {
            next();
        }
        if (skip(end)) {
            return false;
        }
        if (!first) {
            expect(",");
        }
        return true;
    }

    CelToken takeFieldName() {
        CelToken name = peek();
        if (!name.is(CelToken.Kind.IDENTIFIER) && !name.is(CelToken.Kind.ESCAPED_IDENTIFIER)) {
            throw unexpected();
        }
        next();
        return name;
    }
}
