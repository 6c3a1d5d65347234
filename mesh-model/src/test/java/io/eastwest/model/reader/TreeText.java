package io.eastwest.model.reader;

import io.eastwest.model.issue.Issue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Everything that a {@link NodeTree} says, as text. */
final class TreeText {
    private TreeText() {}

    /** What the whole reader says otherwise of a document than {@code quick}; empty when nothing. */
    static Optional<String> difference(DocumentText document, NodeTree quick, ReadLimits limits) {
        List<Issue> issues = new ArrayList<>();
        Optional<NodeTree> whole = YamlText.read("f.yaml", document, limits, issues, new LinkedHashMap<>());
        String expected = whole.map(TreeText::of).orElse("no tree") + issues;
        String found = of(quick) + List.of();
        return found.equals(expected) ? Optional.empty() : Optional.of("quick\n" + found + "\nwhole\n" + expected);
    }

    static String of(NodeTree tree) {
        StringBuilder text = new StringBuilder();
        for (int node = 0; node < tree.end(0); node++) {
            text.append(tree.kind(node))
                    .append(' ')
                    .append(tree.end(node))
                    .append(' ')
                    .append(tree.location(node))
                    .append(' ')
                    .append(tree.keyLocation(node))
                    .append(" <")
                    .append(tree.name(node))
                    .append("> <")
                    .append(tree.text(node))
                    .append("> ")
                    .append(tree.block(node))
                    .append('\n');
        }
        return text.append(tree.issues()).toString();
    }
}
