package io.eastwest.routing.proxy;

import com.google.re2j.Matcher;
import io.eastwest.routing.envoy.Expression;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.match.QueryText;
import java.util.Optional;

/**
 * Rewrites of the path; the query stays.
 *
 * <p>Mirrors envoy source/common/router/config_impl.cc:finalizePathHeader.
 */
final class PathRewrite {
    private static final char ESCAPE = '\\';

    private PathRewrite() {}

    /**
     * {@return the path with query after the rewrite of a route}
     *
     * @param path path with query that matched
     * @param match the condition on the path; a prefix is replaced as far as it goes, everything else as a whole
     * @param prefix replacement; an empty one does nothing
     * @param expression replacement over the path
     */
    static String apply(String path, PathMatch match, Optional<String> prefix, Optional<RegexRewrite> expression) {
        String plain = QueryText.withoutQuery(path);
        if (prefix.filter(text -> !text.isEmpty()).isPresent()) {
            return prefix.get() + plain.substring(matchedLength(plain, match)) + QueryText.query(path);
        }
        return expression
                .map(rewrite -> replaced(plain, rewrite) + QueryText.query(path))
                .orElse(path);
    }

    private static int matchedLength(String plain, PathMatch match) {
        if (match instanceof PathMatch.Prefix prefix) {
            return prefix.value().length();
        }
        return match instanceof PathMatch.SeparatedPrefix prefix
                ? prefix.value().length()
                : plain.length();
    }

    /** {@return the path with every match replaced; as in RE2 an empty match that touches the last one does not count} */
    private static String replaced(String plain, RegexRewrite rewrite) {
        Matcher matcher = Expression.compile(rewrite.pattern()).matcher(plain);
        if (highestGroup(rewrite.substitution()) > matcher.groupCount()) {
            return plain;
        }
        StringBuilder text = new StringBuilder();
        int last = 0;
        boolean any = false;
        while (matcher.find()) {
            boolean touching = any && matcher.start() == matcher.end() && matcher.start() == last;
            if (!touching) {
                text.append(plain, last, matcher.start());
                appendSubstitution(rewrite.substitution(), matcher, text);
                last = matcher.end();
                any = true;
            }
        }
        return text.append(plain, last, plain.length()).toString();
    }

    /** {@return the highest group that a substitution names; with one that the expression lacks nothing is replaced} */
    private static int highestGroup(String substitution) {
        int highest = 0;
        int at = substitution.indexOf(ESCAPE);
        while (at >= 0 && at + 1 < substitution.length()) {
            highest = Math.max(highest, digit(substitution.charAt(at + 1)));
            at = substitution.indexOf(ESCAPE, at + 2);
        }
        return highest;
    }

    /** A backslash is for a group or another backslash; RE2 stops at any other. */
    private static void appendSubstitution(String substitution, Matcher matcher, StringBuilder text) {
        int from = 0;
        int at = substitution.indexOf(ESCAPE);
        while (at >= 0) {
            text.append(substitution, from, at);
            char escaped = at + 1 < substitution.length() ? substitution.charAt(at + 1) : ' ';
            if (digit(escaped) >= 0) {
                text.append(Optional.ofNullable(matcher.group(digit(escaped))).orElse(""));
            } else if (escaped == ESCAPE) {
                text.append(ESCAPE);
            } else {
                return;
            }
            from = at + 2;
            at = substitution.indexOf(ESCAPE, from);
        }
        text.append(substitution, from, substitution.length());
    }

    private static int digit(char c) {
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }
}
