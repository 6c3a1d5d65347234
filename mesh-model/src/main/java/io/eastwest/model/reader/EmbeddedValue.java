package io.eastwest.model.reader;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.SourceLocation;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A value that was read from a text inside of a document, such as the mesh configuration in a ConfigMap, and where its
 * parts stand in the file. A text that was written as a literal block ({@code |}) keeps its lines; every part of any other
 * text stands where the text does. Immutable.
 *
 * @param <T> type of the value
 */
public final class EmbeddedValue<T> {
    private final Optional<T> value;
    private final List<Issue> issues;
    private final SourceMap source;
    private final UnaryOperator<SourceLocation> places;

    EmbeddedValue(ReadResult<T> read, SourceMap source, UnaryOperator<SourceLocation> places, DocumentPath base) {
        this.value = read.value();
        this.source = source;
        this.places = places;
        this.issues = read.issues().stream()
                .map(issue -> issue.location()
                        .map(place -> issue.at(places.apply(place)))
                        .orElse(issue)
                        .below(base))
                .toList();
    }

    /** {@return the value; empty when the text has an error} */
    public Optional<T> value() {
        return value;
    }

    /** {@return what is wrong with the text: paths start at the document, places are those in the file} */
    public List<Issue> issues() {
        return Collections.unmodifiableList(issues);
    }

    /**
     * Finds a part of the value, or what would hold it.
     *
     * @param path path below the value, such as {@code defaultConfig.proxyMetadata}
     * @return its place in the file; empty when the document was not read from one
     */
    public Optional<SourceLocation> locate(DocumentPath path) {
        return source.nearest(path).map(places);
    }
}
