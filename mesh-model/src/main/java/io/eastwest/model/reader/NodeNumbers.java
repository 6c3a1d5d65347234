package io.eastwest.model.reader;

import org.jspecify.annotations.Nullable;

/** Five numbers of each node of a document, in half the room where all are small, as they are in most documents. */
final class NodeNumbers {
    private static final NodeKind[] KINDS = NodeKind.values();
    private static final int EACH = 5;
    private static final int KIND = 0;
    private static final int END = 1;
    private static final int LINE = 2;
    private static final int COLUMN = 3;
    private static final int KEY_COLUMN = 4;

    private final int firstLine;
    private char @Nullable [] small;
    private final int @Nullable [] large;

    /**
     * Packs the numbers.
     *
     * @param kinds kinds of the nodes
     * @param ends first nodes behind them
     * @param lines lines where they stand
     * @param columns columns where they stand
     * @param keyColumns columns of their field names
     */
    @SuppressWarnings("EnumOrdinal") // of this process alone
    NodeNumbers(NodeKind[] kinds, int[] ends, int[] lines, int[] columns, int[] keyColumns) {
        firstLine = kinds.length == 0 ? 0 : lines[0];
        int[] all = new int[EACH * kinds.length];
        boolean fits = true;
        for (int node = 0; node < kinds.length; node++) {
            int at = EACH * node;
            all[at + KIND] = kinds[node].ordinal();
            all[at + END] = ends[node];
            all[at + LINE] = lines[node] - firstLine;
            all[at + COLUMN] = columns[node];
            all[at + KEY_COLUMN] = keyColumns[node];
            for (int i = at; i < at + EACH; i++) {
                fits &= all[i] == (char) all[i];
            }
        }
        small = fits ? packed(all) : null;
        large = fits ? null : all;
    }

    private static char[] packed(int[] all) {
        char[] packed = new char[all.length];
        for (int i = 0; i < all.length; i++) {
            packed[i] = (char) all[i];
        }
        return packed;
    }

    /** Makes equal numbers one object. */
    void share(TextPool pool) {
        if (small != null) {
            small = pool.numbers(small);
        }
    }

    private int at(int node, int which) {
        int index = EACH * node + which;
        if (small != null) {
            return small[index];
        }
        return large == null ? 0 : large[index];
    }

    NodeKind kind(int node) {
        return KINDS[at(node, KIND)];
    }

    int end(int node) {
        return at(node, END);
    }

    int line(int node) {
        return firstLine + at(node, LINE);
    }

    int column(int node) {
        return at(node, COLUMN);
    }

    int keyColumn(int node) {
        return at(node, KEY_COLUMN);
    }
}
