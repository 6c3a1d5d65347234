package io.eastwest.routing.envoy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.eastwest.model.scalar.RepeatLimit;

/**
 * Regular expressions as Envoy compiles them: in RE2, with a bound on their size. No expression of a user is compiled in
 * another way.
 */
public final class Expression {
    private Expression() {}

    /**
     * Compiles an expression.
     *
     * @param text the expression
     * @return the compiled expression
     * @throws PatternSyntaxException if it is not RE2, repeats a part more than 1000 times or nests too deeply
     */
    public static Pattern compile(String text) {
        if (!RepeatLimit.holds(text)) {
            throw new PatternSyntaxException("bad repetition operator", text);
        }
        return Pattern.compile(text);
    }
}
