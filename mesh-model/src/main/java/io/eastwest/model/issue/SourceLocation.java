package io.eastwest.model.issue;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * A place in a text, as an editor shows it.
 *
 * @param file name of the text, usually a path relative to what was read, with {@code /} between its parts
 * @param line line, from 1
 * @param column column in code points, from 1
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {
    private static final Comparator<SourceLocation> ORDER = Comparator.comparing(SourceLocation::file)
            .thenComparingInt(SourceLocation::line)
            .thenComparingInt(SourceLocation::column);

    /**
     * Checks the ranges.
     *
     * @param file name of the text
     * @param line 1 or more
     * @param column 1 or more
     */
    public SourceLocation {
        requireNonNull(file, "file");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line and column start at 1 but were " + line + ":" + column);
        }
    }

    /** Orders by file, then line, then column. */
    @Override
    public int compareTo(SourceLocation other) {
        return ORDER.compare(this, other);
    }

    /** {@return {@code file:line:column}} */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
