package io.eastwest.routing.match;

import java.util.List;
import java.util.TreeMap;

/** A radix tree of prefixes: a walk along a path meets every prefix of it, and nothing else. Filled once, then only read. */
final class PrefixTree {
    private final Node root = new Node("");

    private static final class Node {
        private String label;
        private PositionBucket bucket = new PositionBucket();
        private TreeMap<Character, Node> children = new TreeMap<>();

        private Node(String label) {
            this.label = label;
        }
    }

    /** {@return the bucket of a prefix, made if it is new} */
    PositionBucket bucket(String prefix) {
        Node node = root;
        int at = 0;
        while (at < prefix.length()) {
            Node child = node.children.get(prefix.charAt(at));
            if (child == null) {
                child = new Node(prefix.substring(at));
                node.children.put(prefix.charAt(at), child);
            }
            int common = commonLength(child.label, prefix, at);
            if (common < child.label.length()) {
                split(child, common);
            }
            node = child;
            at += common;
        }
        return node.bucket;
    }

    private static int commonLength(String label, String text, int from) {
        int length = Math.min(label.length(), text.length() - from);
        int at = 0;
        while (at < length && label.charAt(at) == text.charAt(from + at)) {
            at++;
        }
        return at;
    }

    private static void split(Node node, int at) {
        Node tail = new Node(node.label.substring(at));
        tail.bucket = node.bucket;
        tail.children = node.children;
        node.label = node.label.substring(0, at);
        node.bucket = new PositionBucket();
        node.children = new TreeMap<>();
        node.children.put(tail.label.charAt(0), tail);
    }

    /** Collects the positions of all prefixes of a path. */
    void collect(String path, String method, List<List<Integer>> into) {
        Node node = root;
        int at = 0;
        node.bucket.collect(method, into);
        while (at < path.length()) {
            Node child = node.children.get(path.charAt(at));
            if (child == null || !path.startsWith(child.label, at)) {
                return;
            }
            at += child.label.length();
            node = child;
            node.bucket.collect(method, into);
        }
    }
}
