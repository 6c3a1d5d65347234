package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One call of a reader: what was found so far and how much was used up. Not thread-safe. */
final class ReadSession {
    private final ReadLimits limits;
    private final List<Issue> issues = new ArrayList<>();
    private final TextPool texts;
    private final Map<String, String> pool = new LinkedHashMap<>();
    private final QuickYaml quickYaml;
    private long length;
    private int documents;
    private boolean overfull;

    ReadSession(ReadLimits limits) {
        this(limits, new TextPool());
    }

    ReadSession(ReadLimits limits, TextPool texts) {
        this.limits = limits;
        this.quickYaml = new QuickYaml(limits, pool);
        this.texts = texts;
    }

    List<Issue> issues() {
        return issues;
    }

    /** {@return how many documents there were, members of lists not included} */
    int documents() {
        return documents;
    }

    /** The trees of all documents of a text that hold something. */
    List<NodeTree> trees(String name, String text) {
        String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        length += content.length();
        if (length > limits.maxTotalLength()) {
            limit(name, 1, "more than " + limits.maxTotalLength() + " characters in all");
            return List.of();
        }
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(".json");
        List<NodeTree> trees = json ? jsonTrees(name, content) : yamlTrees(name, content);
        trees.forEach(tree -> tree.share(texts));
        return trees;
    }

    private List<NodeTree> jsonTrees(String name, String content) {
        if (content.length() > limits.maxDocumentLength()) {
            limit(name, 1, "a document of more than " + limits.maxDocumentLength() + " characters");
            return List.of();
        }
        List<NodeTree> trees = new JsonText(name, limits, issues, pool).read(content);
        documents += trees.size();
        if (documents > limits.maxDocuments()) {
            limit(name, 1, "more than " + limits.maxDocuments() + " documents");
            return List.of();
        }
        return trees;
    }

    private List<NodeTree> yamlTrees(String name, String content) {
        List<NodeTree> trees = new ArrayList<>();
        for (DocumentText document : DocumentText.split(content)) {
            if (++documents > limits.maxDocuments()) {
                limit(name, document.firstLine(), "more than " + limits.maxDocuments() + " documents");
                break;
            }
            if (document.text().length() > limits.maxDocumentLength()) {
                limit(
                        name,
                        document.firstLine(),
                        "a document of more than " + limits.maxDocumentLength() + " characters");
                continue;
            }
            NodeTree quick = quickYaml.read(name, document);
            Optional<NodeTree> tree =
                    quick == null ? YamlText.read(name, document, limits, issues, pool) : Optional.of(quick);
            tree.filter(nodes -> nodes.kind(0) != NodeKind.NULL).ifPresent(trees::add);
        }
        return trees;
    }

    /** Reports once that the members of lists are more documents than allowed. */
    void tooManyDocuments(Optional<SourceLocation> place) {
        if (!overfull) {
            overfull = true;
            place.ifPresent(at -> issues.add(
                    tooMuch("more than " + limits.maxDocuments() + " documents").at(at)));
        }
    }

    private void limit(String name, int line, String message) {
        issues.add(tooMuch(message).at(new SourceLocation(name, line, 1)));
    }

    private static Issue tooMuch(String message) {
        String hint = "split the text or raise the limit";
        return Issue.error(IssueCode.LIMIT_EXCEEDED, DocumentPath.root(), message, hint);
    }
}
