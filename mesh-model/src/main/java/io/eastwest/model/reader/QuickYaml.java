package io.eastwest.model.reader;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the YAML that manifests are mostly written in: objects and lists in block form, flow collections on one line,
 * plain and quoted scalars, and literal blocks. It gives the tree that {@link YamlText} gives, or none at all:
 * everything else, and every problem, is left to that one, which knows the whole language. Not thread-safe.
 */
final class QuickYaml {
    private static final int DEEPEST = 200;

    private final ReadLimits limits;
    private final Map<String, String> pool;
    private final QuickText text = new QuickText();
    private NodeTreeBuilder builder;
    private QuickScalars scalars;
    private String file = "";
    private int depth;

    QuickYaml(ReadLimits limits, Map<String, String> pool) {
        this.limits = limits;
        this.pool = pool;
        this.builder = new NodeTreeBuilder(file, limits, pool);
        this.scalars = new QuickScalars(text, builder);
    }

    /** The tree of a document; null when it is left to others. */
    @Nullable
    NodeTree read(String name, DocumentText document) {
        file = name;
        builder = new NodeTreeBuilder(name, limits, pool);
        scalars = new QuickScalars(text, builder);
        depth = 0;
        try {
            boolean whole = text.start(document) && header() && node(-1) && text.isEnd();
            return whole && builder.issues().isEmpty() ? builder.build() : null;
        } catch (UnreadableException e) {
            return null; // more than allowed; where that is said depends on what is met first
        }
    }

    private boolean header() {
        while (text.peek() == '#' || text.peek() == '\n' && !text.isEnd()) {
            text.skipLine();
        }
        if (text.isMarker('-')) {
            text.at += 3;
            return text.endLine() && !text.isEnd();
        }
        return text.toContent() && !text.isEnd();
    }

    /** A value whose first character is the first of its line, or follows the dash of an entry. */
    private boolean node(int parent) {
        char c = text.peek();
        if (text.isEntry()) {
            return sequence();
        }
        if (c == '[' || c == '{' || c == '|' && parent >= 0) {
            return value(parent);
        }
        String scalar = scalars.look(false);
        if (scalar == null) {
            return false;
        }
        if (scalars.isField(c)) {
            return mapping(scalar, c);
        }
        return scalars.addFolded(scalar, c, parent) && text.endLine();
    }

    private boolean mapping(String first, char quote) {
        int column = text.column();
        if (++depth > DEEPEST) {
            return false;
        }
        builder.start(NodeKind.OBJECT, text.line, column + 1);
        String key = first;
        char c = quote;
        while (true) {
            if (!scalars.key(key, c) || !content(column, true)) {
                return false;
            }
            if (text.isEnd() || text.column() < column) {
                break;
            }
            c = text.peek();
            if (text.column() > column || text.isEntry()) {
                return false;
            }
            String next = scalars.look(false);
            if (next == null || !scalars.isField(c)) {
                return false;
            }
            key = next;
        }
        depth--;
        builder.end();
        return true;
    }

    private boolean sequence() {
        int column = text.column();
        if (++depth > DEEPEST) {
            return false;
        }
        builder.start(NodeKind.LIST, text.line, column + 1);
        do {
            text.at++;
            if (!content(column, false)) {
                return false;
            }
            if (!text.isEnd() && text.column() > column) {
                return false;
            }
        } while (!text.isEnd() && text.column() == column && text.isEntry());
        depth--;
        builder.end();
        return true;
    }

    /** What follows a colon or a dash: on the same line, below it, or nothing. */
    private boolean content(int column, boolean field) {
        int line = text.line;
        int behind = text.column() + 1;
        text.skipSpaces();
        if (!text.isRestEmpty()) {
            return field ? value(column) : node(column);
        }
        if (!text.endLine()) {
            return false;
        }
        if (!text.isEnd() && text.column() > column) {
            return node(column);
        }
        if (field && !text.isEnd() && text.column() == column && text.isEntry()) {
            return sequence();
        }
        builder.scalar(NodeKind.NULL, "", line, behind);
        return true;
    }

    /** A value that ends the line, if it is not a literal block; what it belongs to starts in column {@code parent}. */
    private boolean value(int parent) {
        char c = text.peek();
        if (c == '|') {
            return literal(parent);
        }
        if (c == '[' || c == '{') {
            return flow() && text.endLine();
        }
        String scalar = scalars.look(false);
        return scalar != null
                && (QuickScalars.isQuote(c) || !text.colon)
                && scalars.addFolded(scalar, c, parent)
                && text.endLine();
    }

    private boolean flow() {
        boolean object = text.peek() == '{';
        if (++depth > DEEPEST) {
            return false;
        }
        builder.start(object ? NodeKind.OBJECT : NodeKind.LIST, text.line, text.column() + 1);
        char close = object ? '}' : ']';
        text.at++;
        text.skipSpaces();
        boolean more = text.peek() != close;
        if (!more) {
            text.at++;
        }
        while (more) {
            if (object && !flowKey() || !flowValue()) {
                return false;
            }
            text.skipSpaces();
            char c = text.peek();
            if (c != close && c != ',') {
                return false;
            }
            more = c == ',';
            text.at++;
            text.skipSpaces();
        }
        depth--;
        builder.end();
        return true;
    }

    private boolean flowKey() {
        char c = text.peek();
        String key = scalars.look(true);
        if (key == null || !scalars.isFlowField(c) || !scalars.key(key, c)) {
            return false;
        }
        text.skipSpaces();
        return true;
    }

    private boolean flowValue() {
        char c = text.peek();
        if (c == '[' || c == '{') {
            return flow();
        }
        String value = scalars.look(true);
        return value != null && (QuickScalars.isQuote(c) || !text.colon) && scalars.add(value, c);
    }

    private boolean literal(int parent) {
        int line = text.line;
        int column = text.column() + 1;
        QuickBlock block = QuickBlock.read(text, parent);
        if (block == null) {
            return false;
        }
        builder.block(new TextBlock(file, line + 1, block.indent()));
        builder.scalar(NodeKind.STRING, block.value(), line, column);
        return text.toContent();
    }
}
