package io.eastwest.routing.match;

import io.eastwest.routing.envoy.Expression;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The condition on the path.
 *
 * @param kind how the text is compared
 * @param text the path, prefix or expression, folded when case is ignored
 * @param foldsCase whether case is ignored; never for an expression
 * @param test the test of a path that is folded where it must be
 */
record PathCondition(Kind kind, String text, boolean foldsCase, Predicate<String> test) implements RouteCondition {
    /** How a path is compared. */
    enum Kind {
        EXACT,
        PREFIX,
        SEPARATED_PREFIX,
        REGEX
    }

    static PathCondition of(RouteMatch match) {
        boolean folds = !match.caseSensitive();
        PathMatch path = match.path();
        if (path instanceof PathMatch.Exact exact) {
            String text = fold(exact.value(), folds);
            return new PathCondition(Kind.EXACT, text, folds, text::equals);
        }
        if (path instanceof PathMatch.Prefix prefix) {
            String text = fold(prefix.value(), folds);
            return new PathCondition(Kind.PREFIX, text, folds, value -> value.startsWith(text));
        }
        if (path instanceof PathMatch.SeparatedPrefix prefix) {
            String text = fold(prefix.value(), folds);
            return new PathCondition(Kind.SEPARATED_PREFIX, text, folds, value -> isBelow(value, text));
        }
        String expression = ((PathMatch.Regex) path).pattern();
        return new PathCondition(Kind.REGEX, expression, false, Expression.compile(expression)::matches);
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }

    static String fold(String path, boolean folds) {
        return folds ? path.toLowerCase(Locale.ROOT) : path;
    }

    @Override
    public boolean holds(RouteInput input) {
        return test.test(fold(input.pathWithoutQuery(), foldsCase));
    }

    @Override
    public Mismatch failure(RouteInput input) {
        String how = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Mismatch(
                "path",
                how + " \"" + text + '"' + (foldsCase ? " (case ignored)" : ""),
                '"' + input.pathWithoutQuery() + '"');
    }
}
