package io.eastwest.model.reader;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.Severity;
import io.eastwest.model.issue.SourceLocation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one value while it is bound. */
final class Problems {
    private final NodeTree tree;
    private final int root;
    private final UnknownFields policy;
    private final int maxIssues;
    private final boolean resource;
    private final @Nullable ResourceKey subject;
    private final boolean secret;
    private final List<Issue> issues = new ArrayList<>();
    private int failures;

    /** How a value is made of what was read. */
    @FunctionalInterface
    interface Making {
        @Nullable
        Object make() throws ReflectiveOperationException;
    }

    /** For a value that is not a resource when {@code subject} is null. */
    Problems(NodeTree tree, int root, UnknownFields policy, int maxIssues, @Nullable ResourceKey subject) {
        this.tree = tree;
        this.root = root;
        this.policy = policy;
        this.maxIssues = maxIssues;
        this.resource = subject != null;
        this.subject = subject;
        this.secret = subject != null && subject.kind().equals("Secret");
    }

    List<Issue> issues() {
        return issues;
    }

    /** How many values could not be bound so far; unknown fields do not count. */
    int failures() {
        return failures;
    }

    String describe(int node) {
        return tree.describe(node, secret);
    }

    void wrongType(int node, String expected) {
        String hint = expected.equals("a string") && !tree.kind(node).isContainer() && tree.kind(node) != NodeKind.NULL
                ? secret ? "quote it" : "quote it: \"" + plainText(node) + "\""
                : "";
        fail(IssueCode.WRONG_TYPE, node, "must be " + expected + " but was " + describe(node), hint);
    }

    void fail(IssueCode code, int node, String message, String hint) {
        failures++;
        if (!isFull(node)) {
            add(Issue.error(code, tree.path(root, node), message, hint), tree.location(node));
        }
    }

    /** An issue whose path starts at a node. */
    void fail(int node, Issue issue) {
        failures++;
        if (!isFull(node)) {
            int place = tree.nearest(node, issue.path());
            add(issue.below(tree.path(root, node)), tree.location(place));
        }
    }

    /** A problem that was met while the tree was built; it keeps its place. */
    void take(NodeIssue met) {
        Issue issue = met.issue().below(tree.path(root, met.node()));
        issues.add(subject == null ? issue : issue.about(subject));
    }

    void missing(int node, String field) {
        failures++;
        if (!isFull(node)) {
            DocumentPath path = tree.path(root, node).field(field);
            add(Issue.error(IssueCode.MISSING_FIELD, path, "required but not set", "add it"), tree.location(node));
        }
    }

    /** Whether a field is read past although its type does not know it. */
    boolean isTolerated(int parent, String field) {
        if (!resource) {
            return false;
        }
        if (parent == root) {
            return field.equals("kind") || field.equals("status");
        }
        boolean inMetadata = parent == tree.child(root, "metadata");
        return inMetadata && (field.equals("managedFields") || field.equals("selfLink"));
    }

    void unknownField(int node, Collection<String> known) {
        if (isFull(node)) {
            return;
        }
        boolean rejected = policy == UnknownFields.REJECT;
        String nearest = NearestName.of(tree.name(node), known);
        add(
                Issue.of(
                        rejected ? Severity.ERROR : Severity.WARNING,
                        rejected ? IssueCode.UNKNOWN_FIELD : IssueCode.FIELD_PRUNED,
                        tree.path(root, node),
                        rejected ? "unknown field" : "unknown field, left out as an API server does",
                        nearest.isEmpty() ? NearestName.list(known) : "did you mean " + nearest + "?"),
                tree.keyLocation(node));
    }

    /** Mirrors github.com/golang/protobuf v1.5.4 jsonpb/decode.go:unmarshalMessage: the JSON name counts. */
    void secondSpelling(int node, String name) {
        if (!isFull(node)) {
            String message = "second spelling of " + name + ", which is there too and counts";
            add(
                    Issue.warning(IssueCode.FIELD_PRUNED, tree.path(root, node), message, "remove it"),
                    tree.keyLocation(node));
        }
    }

    /** Reports members of a list or object that are null. */
    void refuseNulls(int node) {
        for (int child = node + 1; child < tree.end(node); child = tree.end(child)) {
            if (tree.kind(child) == NodeKind.NULL) {
                fail(IssueCode.WRONG_TYPE, child, "must not be null", "give it a value or remove it");
            }
        }
    }

    /**
     * Makes the value of a node. What its making throws is reported, in words of its own only if they are those of an issue, and
     * not at all if its parts say already why the whole cannot be made.
     *
     * @param before how many failures there were before its parts were read
     * @return the value; null when there is none
     */
    @Nullable
    Object make(int node, int before, Making making) {
        Throwable thrown;
        try {
            return making.make();
        } catch (InvocationTargetException e) {
            thrown = e.getTargetException();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } catch (NumberFormatException e) {
            thrown = e;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        if (failures == before) {
            report(node, thrown);
        }
        return null;
    }

    private void report(int node, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidResourceException invalid) {
                invalid.issues().forEach(issue -> fail(node, issue));
                return;
            }
        }
        fail(IssueCode.INVALID_VALUE, node, "cannot be read: " + describe(node), "");
    }

    private String plainText(int node) {
        return switch (tree.kind(node)) {
            case TRUE -> "true";
            case FALSE -> "false";
            default -> tree.text(node);
        };
    }

    private void add(Issue issue, SourceLocation place) {
        Issue placed = issue.at(place);
        issues.add(subject == null ? placed : placed.about(subject));
    }

    /** Whether no more problems are reported; says so the first time. */
    private boolean isFull(int node) {
        if (issues.size() == maxIssues) {
            String message = "more than " + maxIssues + " problems; the rest is not shown";
            add(
                    Issue.error(IssueCode.LIMIT_EXCEEDED, DocumentPath.root(), message, "correct these first"),
                    tree.location(node));
        }
        return issues.size() > maxIssues;
    }
}
