package io.eastwest.routing.match;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Routes by exact path and by prefix in a radix tree: a walk along a path meets every condition that it fulfils, and nothing else.
 * Filled once, then only read; a walk allocates nothing.
 */
final class PathTree {
    private final Node root = new Node("");
    private boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    /** Adds the route of a position; positions arrive in ascending order. */
    void add(int position, CompiledRoute route) {
        node(route.path().text()).bucket(route.path().kind()).add(position, route);
        empty = false;
    }

    private Node node(String text) {
        Node node = root;
        int at = 0;
        while (at < text.length()) {
            Node child = node.child(text.charAt(at));
            if (child == null) {
                child = new Node(text.substring(at));
                node.insert(child);
            }
            int common = commonLength(child.label, text, at);
            if (common < child.label.length()) {
                child.split(common);
            }
            node = child;
            at += common;
        }
        return node;
    }

    private static int commonLength(String label, String text, int from) {
        int length = Math.min(label.length(), text.length() - from);
        int at = 0;
        while (at < length && label.charAt(at) == text.charAt(from + at)) {
            at++;
        }
        return at;
    }

    /**
     * {@return the first position below a limit whose route takes the request; the limit when none does}
     *
     * @param path the path, of which the first {@code end} characters count
     */
    int first(String path, int end, CompiledRoute[] routes, RouteInput input, int limit) {
        int best = limit;
        Node node = root;
        int at = 0;
        while (true) {
            best = first(node.prefix, routes, input, best);
            if (at == end) {
                best = first(node.exact, routes, input, best);
                return first(node.separated, routes, input, best);
            }
            if (path.charAt(at) == '/') {
                best = first(node.separated, routes, input, best);
            }
            Node child = node.child(path.charAt(at));
            if (child == null || at + child.label.length() > end || !path.startsWith(child.label, at)) {
                return best;
            }
            at += child.label.length();
            node = child;
        }
    }

    private static int first(@Nullable PositionBucket bucket, CompiledRoute[] routes, RouteInput input, int limit) {
        return bucket == null ? limit : bucket.first(routes, input, limit);
    }

    /** The end of a text that one or more conditions start with. */
    private static final class Node {
        private String label;
        private @Nullable PositionBucket exact;
        private @Nullable PositionBucket prefix;
        private @Nullable PositionBucket separated;
        private char[] firsts = {};
        private Node[] children = {};

        private Node(String label) {
            this.label = label;
        }

        private PositionBucket bucket(PathCondition.Kind kind) {
            if (kind == PathCondition.Kind.EXACT) {
                exact = filled(exact);
                return exact;
            }
            if (kind == PathCondition.Kind.PREFIX) {
                prefix = filled(prefix);
                return prefix;
            }
            separated = filled(separated);
            return separated;
        }

        private static PositionBucket filled(@Nullable PositionBucket bucket) {
            return bucket == null ? new PositionBucket() : bucket;
        }

        private @Nullable Node child(char first) {
            int at = Arrays.binarySearch(firsts, first);
            return at < 0 ? null : children[at];
        }

        private void insert(Node child) {
            char first = child.label.charAt(0);
            int at = -1 - Arrays.binarySearch(firsts, first);
            char[] moreFirsts = Arrays.copyOf(firsts, firsts.length + 1);
            Node[] moreChildren = Arrays.copyOf(children, children.length + 1);
            System.arraycopy(firsts, at, moreFirsts, at + 1, firsts.length - at);
            System.arraycopy(children, at, moreChildren, at + 1, children.length - at);
            moreFirsts[at] = first;
            moreChildren[at] = child;
            firsts = moreFirsts;
            children = moreChildren;
        }

        /** Ends this node after some characters; what was here stands below it. */
        private void split(int at) {
            Node tail = new Node(label.substring(at));
            tail.exact = exact;
            tail.prefix = prefix;
            tail.separated = separated;
            tail.firsts = firsts;
            tail.children = children;
            label = label.substring(0, at);
            exact = null;
            prefix = null;
            separated = null;
            firsts = new char[] {tail.label.charAt(0)};
            children = new Node[] {tail};
        }
    }
}
