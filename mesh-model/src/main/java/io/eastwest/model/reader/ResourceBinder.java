package io.eastwest.model.reader;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.KindDefinition;
import io.eastwest.model.MeshResource;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.UnknownResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.kubernetes.ObjectMeta;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes manifests from the nodes of a document. */
final class ResourceBinder {
    private final KindRegistry kinds;
    private final UnknownFields unknownFields;
    private final ReadLimits limits;
    private final List<Issue> issues;
    private final List<NodeIssue> pending = new ArrayList<>();

    ResourceBinder(KindRegistry kinds, UnknownFields unknownFields, ReadLimits limits, List<Issue> issues) {
        this.kinds = kinds;
        this.unknownFields = unknownFields;
        this.limits = limits;
        this.issues = issues;
    }

    /** Hands over the resource of a document, or each of those in a list of resources. */
    void bind(NodeTree tree, Consumer<Manifest> taker) {
        pending.addAll(tree.issues());
        bind(tree, 0, taker);
        for (NodeIssue met : pending) {
            issues.add(met.issue().below(tree.path(0, met.node())));
        }
        pending.clear();
    }

    private void bind(NodeTree tree, int node, Consumer<Manifest> taker) {
        if (tree.kind(node) != NodeKind.OBJECT) {
            issues.add(Issue.error(
                            IssueCode.NOT_A_RESOURCE,
                            DocumentPath.root(),
                            "a resource is an object but this is " + tree.describe(node, true),
                            "give it apiVersion and kind")
                    .at(tree.location(node)));
            return;
        }
        boolean versioned = requireText(tree, node, "apiVersion");
        boolean named = requireText(tree, node, "kind");
        if (!versioned || !named) {
            return;
        }
        String group = KindDefinition.groupOf(tree.textOf(node, "apiVersion"));
        String kind = tree.textOf(node, "kind");
        Optional<KindDefinition<?>> definition = kinds.find(group, kind);
        int items = tree.child(node, "items");
        if (definition.isPresent()) {
            bindKnown(tree, node, definition.get(), taker);
        } else if (kind.endsWith("List") && items != NodeTree.NONE && tree.kind(items) == NodeKind.LIST) {
            for (int item = items + 1; item < tree.end(items); item = tree.end(item)) {
                bind(tree, item, taker);
            }
        } else {
            bindUnknown(
                    tree,
                    node,
                    ResourceKey.of(group, kind, metaText(tree, node, "namespace"), name(tree, node)),
                    taker);
        }
    }

    /** Binds a value that is no resource; empty when it has an error. */
    <T> Optional<T> bindValue(NodeTree tree, Class<T> type) {
        pending.addAll(tree.issues());
        Problems problems = new Problems(tree, 0, unknownFields, limits.maxIssues(), null);
        T value = bind(tree, 0, type, problems);
        return settle(tree, 0, problems) ? Optional.ofNullable(value) : Optional.empty();
    }

    private void bindKnown(NodeTree tree, int node, KindDefinition<?> definition, Consumer<Manifest> taker) {
        String namespace = metaText(tree, node, "namespace");
        if (!definition.namespaced()) {
            namespace = "";
        } else if (namespace.isEmpty()) {
            namespace = "default";
        }
        ResourceKey key = ResourceKey.of(definition.group(), definition.kind(), namespace, name(tree, node));
        Problems problems = new Problems(tree, node, unknownFields, limits.maxIssues(), key);
        String version = KindDefinition.versionOf(tree.textOf(node, "apiVersion"));
        if (!definition.servedVersions().contains(version)) {
            List<String> served = definition.servedVersions().stream()
                    .map(definition::apiVersion)
                    .toList();
            problems.fail(
                    IssueCode.VERSION_NOT_SERVED,
                    tree.child(node, "apiVersion"),
                    definition.kind() + " is not served as version " + IssueText.quote(version),
                    "write " + IssueText.oneOf(served));
        }
        MeshResource resource = bind(tree, node, definition.type(), problems);
        if (settle(tree, node, problems) && resource != null) {
            taker.accept(Manifest.of(resource, SourceMap.of(tree, node)));
        }
    }

    private void bindUnknown(NodeTree tree, int node, ResourceKey key, Consumer<Manifest> taker) {
        Problems problems = new Problems(tree, node, unknownFields, limits.maxIssues(), key);
        int metadata = tree.child(node, "metadata");
        ObjectMeta meta = ObjectMeta.of(key.name());
        boolean nameless = metadata == NodeTree.NONE
                || tree.kind(metadata) == NodeKind.OBJECT && tree.child(metadata, "name") == NodeTree.NONE;
        if (!nameless) {
            meta = bind(tree, metadata, ObjectMeta.class, problems);
        }
        if (settle(tree, node, problems) && meta != null) {
            ObjectNode content = (ObjectNode) JsonTree.of(tree, node);
            taker.accept(Manifest.of(UnknownResource.of(meta, content), SourceMap.of(tree, node)));
        }
    }

    /** Passes on what was met in a value; tells whether none of it is an error. */
    private boolean settle(NodeTree tree, int node, Problems problems) {
        for (Iterator<NodeIssue> all = pending.iterator(); all.hasNext(); ) {
            NodeIssue met = all.next();
            if (met.node() >= node && met.node() < tree.end(node)) {
                problems.take(met);
                all.remove();
            }
        }
        boolean sound = problems.failures() == 0;
        for (Issue issue : problems.issues()) {
            sound &= !issue.isError();
            issues.add(issue);
        }
        return sound;
    }

    private static <T> @Nullable T bind(NodeTree tree, int node, Class<T> type, Problems problems) {
        return type.cast(ValueReaders.of(type, type).read(tree, node, problems));
    }

    private boolean requireText(NodeTree tree, int node, String field) {
        int child = tree.child(node, field);
        if (child != NodeTree.NONE
                && tree.kind(child) == NodeKind.STRING
                && !tree.text(child).isEmpty()) {
            return true;
        }
        DocumentPath path = DocumentPath.root().field(field);
        issues.add(
                child == NodeTree.NONE
                        ? Issue.error(IssueCode.MISSING_FIELD, path, "required but not set", "add it")
                                .at(tree.location(node))
                        : Issue.error(
                                        IssueCode.WRONG_TYPE,
                                        path,
                                        "must be a string that is not empty but was " + tree.describe(child, false),
                                        "")
                                .at(tree.location(child)));
        return false;
    }

    private static String name(NodeTree tree, int node) {
        return metaText(tree, node, "name");
    }

    private static String metaText(NodeTree tree, int node, String field) {
        int metadata = tree.child(node, "metadata");
        return metadata == NodeTree.NONE ? "" : tree.textOf(metadata, field);
    }
}
