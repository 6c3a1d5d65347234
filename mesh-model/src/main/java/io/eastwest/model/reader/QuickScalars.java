package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/** Takes the names and values that a {@link QuickText} finds. */
final class QuickScalars {
    private static final int LONGEST_KEY = 1000;

    private final QuickText text;
    private final NodeTreeBuilder builder;

    QuickScalars(QuickText text, NodeTreeBuilder builder) {
        this.text = text;
        this.builder = builder;
    }

    /** The scalar that starts here; null when it is left to others. Stops before it. */
    @Nullable
    String look(boolean flow) {
        return isQuote(text.peek()) ? text.quoted() : text.plain(flow);
    }

    /** Whether the scalar that was looked at is the name of a field. */
    boolean isField(char first) {
        if (text.end - text.at > LONGEST_KEY || !text.isOnOneLine()) {
            return false;
        }
        int behind = text.end - text.at;
        return isQuote(first) ? text.after(behind) == ':' && " \n".indexOf(text.after(behind + 1)) >= 0 : text.colon;
    }

    /** The same in a flow collection, where nothing needs to stand between the name in quotes, its colon and its value. */
    boolean isFlowField(char first) {
        return text.end - text.at <= LONGEST_KEY && text.isOnOneLine() && (isQuote(first) || text.colon);
    }

    /** Takes the name of a field that stands here and its colon. */
    boolean key(String name, char first) {
        boolean plain = !isQuote(first);
        if (plain && isLeftToOthers(name)) {
            return false;
        }
        builder.key(name, text.line, text.column() + 1);
        text.at = text.end;
        if (text.peek() != ':') {
            return false;
        }
        text.at++;
        return true;
    }

    private static boolean isLeftToOthers(String name) {
        return name.equals("<<")
                || PlainScalar.isDoubtful(name)
                || PlainScalar.of(name).kind() == NodeKind.NULL;
    }

    /** Takes the value that was looked at, with the lines below that go on with it. */
    boolean addFolded(String value, char first, int parent) {
        String whole = isQuote(first) || text.colon ? value : text.folded(value, parent);
        return whole != null && add(whole, first);
    }

    /** Takes the value that stands here. */
    boolean add(String value, char first) {
        NodeKind kind = NodeKind.STRING;
        String meant = value;
        if (!isQuote(first)) {
            if (PlainScalar.isDoubtful(value)) {
                return false;
            }
            PlainScalar scalar = PlainScalar.of(value);
            kind = scalar.kind();
            meant = scalar.text();
        }
        builder.scalar(kind, meant, text.line, text.column() + 1);
        text.skipScalar();
        return true;
    }

    static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }
}
