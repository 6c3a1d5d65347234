package io.eastwest.model.issue;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a document to one of its values, such as {@code spec.http[1].route[0].weight}.
 *
 * <p>A field name that is no plain word is written in brackets and quotes: {@code metadata.labels["a.b/c"]}. Immutable;
 * longer paths share their beginning.
 */
public final class DocumentPath {
    private static final DocumentPath ROOT = new DocumentPath(null, null, -1);

    private final @Nullable DocumentPath parent;
    private final @Nullable String field;
    private final int index;

    private DocumentPath(@Nullable DocumentPath parent, @Nullable String field, int index) {
        this.parent = parent;
        this.field = field;
        this.index = index;
    }

    /** {@return the path of the whole document; its text is empty} */
    public static DocumentPath root() {
        return ROOT;
    }

    /**
     * Reads the text form.
     *
     * @param text such as {@code spec.http[1]} or {@code metadata.labels["a.b/c"]}; empty for the whole document
     * @return the path whose {@link #toString()} is that text
     * @throws IllegalArgumentException if the text is no path
     */
    public static DocumentPath parse(String text) {
        return DocumentPathSyntax.parse(text);
    }

    /**
     * Steps into a field.
     *
     * @param name name on the wire
     * @return the longer path
     */
    public DocumentPath field(String name) {
        return new DocumentPath(this, requireNonNull(name, "name"), -1);
    }

    /**
     * Steps into an element of a list.
     *
     * @param position from 0
     * @return the longer path
     */
    public DocumentPath index(int position) {
        if (position < 0) {
            throw new IllegalArgumentException("index must be 0 or more but was " + position);
        }
        return new DocumentPath(this, null, position);
    }

    /**
     * Appends a whole path.
     *
     * @param tail path below this one
     * @return the longer path
     */
    public DocumentPath resolve(DocumentPath tail) {
        DocumentPath result = this;
        for (DocumentPath step : tail.steps()) {
            result = step.field == null ? result.index(step.index) : result.field(step.field);
        }
        return result;
    }

    /** {@return whether this is the path of the whole document} */
    public boolean isRoot() {
        return parent == null;
    }

    /** {@return the path without its last step; the root's parent is the root} */
    public DocumentPath parent() {
        return parent == null ? this : parent;
    }

    /** {@return the prefixes of this path from one step to all of them; empty for the root} */
    public List<DocumentPath> steps() {
        List<DocumentPath> steps = new ArrayList<>();
        for (DocumentPath step = this; step.parent != null; step = step.parent) {
            steps.add(step);
        }
        Collections.reverse(steps);
        return Collections.unmodifiableList(steps);
    }

    /** {@return whether the last step is an element of a list} */
    public boolean isIndex() {
        return parent != null && field == null;
    }

    /** {@return name of the field that the last step names; empty text when it is an index or this is the root} */
    public String lastField() {
        return field == null ? "" : field;
    }

    /** {@return position that the last step names, from 0; -1 when it is a field or this is the root} */
    public int lastIndex() {
        return index;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        DocumentPath mine = this;
        if (!(other instanceof DocumentPath theirs)) {
            return false;
        }
        while (mine != theirs) {
            if (mine.index != theirs.index || !Objects.equals(mine.field, theirs.field)) {
                return false;
            }
            if (mine.parent == null || theirs.parent == null) {
                return mine.parent == theirs.parent;
            }
            mine = mine.parent;
            theirs = theirs.parent;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (DocumentPath step : steps()) {
            hash = 31 * hash + (step.field == null ? step.index : step.field.hashCode());
        }
        return hash;
    }

    /** {@return the text form, which {@link #parse(String)} reads} */
    @Override
    public String toString() {
        return DocumentPathSyntax.format(this);
    }
}
