package io.eastwest.routing.proxy;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.RegexRewrite;
import java.util.Optional;

/**
 * Rewrites of the path; the query stays.
 *
 * <p>Mirrors envoy source/common/router/config_impl.cc:finalizePathHeader.
 */
final class PathRewrite {
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
        Matcher matcher = Pattern.compile(rewrite.pattern()).matcher(plain);
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

    private static void appendSubstitution(String substitution, Matcher matcher, StringBuilder text) {
        int at = 0;
        while (at < substitution.length()) {
            boolean escape = substitution.charAt(at) == '\\' && at + 1 < substitution.length();
            char c = substitution.charAt(escape ? at + 1 : at);
            int group = escape ? Character.digit(c, 10) : -1;
            if (group < 0) {
                text.append(c);
            } else if (group <= matcher.groupCount()) {
                text.append(Optional.ofNullable(matcher.group(group)).orElse(""));
            }
            at += escape ? 2 : 1;
        }
    }
}
