package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.issue.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the events of one document and makes its {@link NodeTree}; reports fields that occur twice. */
final class NodeTreeBuilder {
    private static final int MANY_FIELDS = 16;

    private final String file;
    private final ReadLimits limits;
    private final List<NodeIssue> issues = new ArrayList<>();
    private final Map<String, String> pool;
    private final Map<String, Integer> anchors = new LinkedHashMap<>();
    private final Map<Integer, TextBlock> blocks = new LinkedHashMap<>();

    private NodeKind[] kinds = new NodeKind[32];
    private int[] ends = new int[32];
    private int[] lines = new int[32];
    private int[] columns = new int[32];
    private int[] keyColumns = new int[32];
    private @Nullable String[] names = new String[32];
    private String[] texts = new String[32];
    private int size;
    private int aliased;

    private int[] open = new int[16];
    private @Nullable Set<String>[] manyFields = newSets(16);
    private int[] fieldCounts = new int[16];
    private int depth;

    private @Nullable String key;
    private int keyLine;
    private int keyColumn;

    /**
     * Starts a document.
     *
     * @param pool field names seen so far, so that equal names are one object
     */
    NodeTreeBuilder(String file, ReadLimits limits, Map<String, String> pool) {
        this.file = file;
        this.limits = limits;
        this.pool = pool;
    }

    /** Whether the next event is the name of a field. */
    boolean expectsKey() {
        return depth > 0 && kinds[open[depth - 1]] == NodeKind.OBJECT && key == null;
    }

    void key(String name, int line, int column) {
        String known = pool.putIfAbsent(name, name);
        key = known == null ? name : known;
        keyLine = line;
        keyColumn = column;
        if (isRepeated(key)) {
            SourceLocation place = new SourceLocation(file, line, column);
            report(Issue.error(
                            IssueCode.DUPLICATE_KEY,
                            DocumentPath.root(),
                            "field " + IssueText.quote(name) + " occurs twice in one object",
                            "remove one of them")
                    .at(place));
        }
    }

    void scalar(NodeKind kind, String text, int line, int column) {
        int node = add(kind, text, line, column);
        ends[node] = size;
    }

    void start(NodeKind kind, int line, int column) {
        if (depth >= limits.maxDepth()) {
            throw tooDeep(line, column);
        }
        int node = add(kind, "", line, column);
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
            fieldCounts = Arrays.copyOf(fieldCounts, 2 * depth);
            manyFields = Arrays.copyOf(manyFields, 2 * depth);
        }
        open[depth] = node;
        fieldCounts[depth] = 0;
        manyFields[depth] = null;
        depth++;
    }

    void end() {
        ends[open[--depth]] = size;
    }

    /** Says where the lines of the node that comes next stand. */
    void block(TextBlock block) {
        blocks.put(size, block);
    }

    /** Names the node that comes next. */
    void anchor(String name) {
        anchors.put(name, size);
    }

    /** Repeats the node of an anchor; false when there is no such node or it is still open. */
    boolean alias(String name, int line, int column) {
        Integer anchored = anchors.get(name);
        if (anchored == null || ends[anchored] == 0) {
            return false;
        }
        int from = anchored;
        int length = ends[from] - from;
        if (depth + height(from) > limits.maxDepth()) {
            throw tooDeep(line, column);
        }
        aliased += length;
        if (aliased > limits.maxAliasedValues()) {
            throw UnreadableException.limit(
                    "aliases repeat more than " + limits.maxAliasedValues() + " values in one document",
                    new SourceLocation(file, line, column));
        }
        int node = add(kinds[from], texts[from], line, column);
        for (int i = 1; i < length; i++) {
            int copy = claim(lines[from + i], columns[from + i]);
            kinds[copy] = kinds[from + i];
            texts[copy] = texts[from + i];
            names[copy] = names[from + i];
            lines[copy] = lines[from + i];
            columns[copy] = columns[from + i];
            keyColumns[copy] = keyColumns[from + i];
            ends[copy] = ends[from + i] - from + node;
        }
        ends[node] = node + length;
        return true;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Reports half of a character of two units, which an escape can name but no text in UTF-8 can hold. */
    void checkWhole(String text, int line, int column) {
        int at = WholeCharacters.half(text);
        if (at >= 0) {
            String unit = String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(at));
            String message = unit + " is half of a character";
            report(Issue.error(
                            IssueCode.UNSUPPORTED_YAML, DocumentPath.root(), message, "write both halves or remove it")
                    .at(new SourceLocation(file, line, column)));
        }
    }

    /** Keeps a problem of the node that comes next. */
    void report(Issue issue) {
        if (issues.size() < limits.maxIssues()) {
            issues.add(new NodeIssue(size, issue));
        }
    }

    /** The problems so far. */
    List<NodeIssue> issues() {
        return issues;
    }

    NodeTree build() {
        return new NodeTree(
                file,
                issues,
                blocks,
                Arrays.copyOf(kinds, size),
                Arrays.copyOf(ends, size),
                Arrays.copyOf(lines, size),
                Arrays.copyOf(columns, size),
                Arrays.copyOf(keyColumns, size),
                Arrays.copyOf(names, size),
                Arrays.copyOf(texts, size));
    }

    private int add(NodeKind kind, String text, int line, int column) {
        int node = claim(line, column);
        boolean below = key != null && keyLine != line;
        kinds[node] = kind;
        texts[node] = text;
        names[node] = key;
        lines[node] = below ? keyLine : line;
        columns[node] = below ? keyColumn : column;
        keyColumns[node] = key == null ? column : keyColumn;
        key = null;
        return node;
    }

    private int claim(int line, int column) {
        if (size >= limits.maxNodes()) {
            throw UnreadableException.limit(
                    "more than " + limits.maxNodes() + " values in one document",
                    new SourceLocation(file, line, column));
        }
        if (size == kinds.length) {
            int length = 2 * size;
            kinds = Arrays.copyOf(kinds, length);
            ends = Arrays.copyOf(ends, length);
            lines = Arrays.copyOf(lines, length);
            columns = Arrays.copyOf(columns, length);
            keyColumns = Arrays.copyOf(keyColumns, length);
            names = Arrays.copyOf(names, length);
            texts = Arrays.copyOf(texts, length);
        }
        return size++;
    }

    private boolean isRepeated(String name) {
        int level = depth - 1;
        int container = open[level];
        if (++fieldCounts[level] < MANY_FIELDS) {
            for (int child = container + 1; child < size; child = ends[child]) {
                if (name.equals(names[child])) {
                    return true;
                }
            }
            return false;
        }
        Set<String> seen = manyFields[level];
        if (seen == null) {
            seen = new LinkedHashSet<>();
            for (int child = container + 1; child < size; child = ends[child]) {
                String field = names[child];
                if (field != null) {
                    seen.add(field);
                }
            }
            manyFields[level] = seen;
        }
        return !seen.add(name);
    }

    private UnreadableException tooDeep(int line, int column) {
        return UnreadableException.limit(
                "nested deeper than " + limits.maxDepth() + " levels", new SourceLocation(file, line, column));
    }

    private int height(int node) {
        int height = kinds[node].isContainer() ? 1 : 0;
        int deepest = 0;
        for (int child = node + 1; child < ends[node]; child = ends[child]) {
            deepest = Math.max(deepest, height(child));
        }
        return height + deepest;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Set<String>[] newSets(int length) {
        return new Set[length];
    }
}
