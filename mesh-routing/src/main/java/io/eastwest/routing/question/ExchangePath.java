package io.eastwest.routing.question;

import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.match.QueryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the path at a proxy comes from the path that the client sent. Immutable.
 *
 * @param kind whether it depends on the path of the client
 * @param steps rewrites of prefixes in their order
 */
record ExchangePath(Kind kind, List<Step> steps) {
    /** Nobody has changed it. */
    static final ExchangePath SENT = new ExchangePath(Kind.KNOWN, List.of());

    /** It is the same whatever the client sends. */
    static final ExchangePath FIXED = new ExchangePath(Kind.FIXED, List.of());

    /** It is not known how it depends on the path of the client. */
    static final ExchangePath UNKNOWN = new ExchangePath(Kind.UNKNOWN, List.of());

    /** How a path depends on another. */
    enum Kind {
        KNOWN,
        FIXED,
        UNKNOWN
    }

    /**
     * One rewrite.
     *
     * @param dropped how many characters are cut off at the start
     * @param put what is put there
     */
    record Step(int dropped, String put) {}

    ExchangePath {
        steps = List.copyOf(steps);
    }

    static String plain(String path) {
        return QueryText.withoutQuery(path);
    }

    static String query(String path) {
        return QueryText.query(path);
    }

    /** {@return the paths of the client that become one of these} */
    Language sent(Language paths) {
        Language sent = paths;
        for (int i = steps.size() - 1; i >= 0; i--) {
            sent = sent.beforeRewrite(steps.get(i).dropped(), steps.get(i).put());
        }
        return sent;
    }

    /** {@return the path as a route sends it on} */
    ExchangePath after(ProxyRoute route) {
        if (!(route.action() instanceof ForwardAction forward) || kind != Kind.KNOWN) {
            return this;
        }
        Optional<String> put = forward.prefixRewrite().filter(text -> !text.isEmpty());
        if (put.isEmpty()) {
            return forward.regexRewrite().isPresent() ? UNKNOWN : this;
        }
        int dropped = length(route.match().path());
        if (dropped < 0) {
            return FIXED;
        }
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(dropped, put.get()));
        return new ExchangePath(Kind.KNOWN, more);
    }

    /** {@return the length of a prefix; negative: the whole path is replaced} */
    private static int length(PathMatch match) {
        if (match instanceof PathMatch.Prefix prefix) {
            return prefix.value().length();
        }
        return match instanceof PathMatch.SeparatedPrefix prefix
                ? prefix.value().length()
                : -1;
    }
}
