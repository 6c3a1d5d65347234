package io.eastwest.model.reader;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource and where it comes from. Immutable; two manifests are equal when their resources are, wherever they were
 * read.
 */
public final class Manifest {
    private final MeshResource resource;
    private final SourceMap source;

    private Manifest(MeshResource resource, SourceMap source) {
        this.resource = requireNonNull(resource, "resource");
        this.source = requireNonNull(source, "source");
    }

    /**
     * A resource that code built.
     *
     * @param resource the resource
     * @return a manifest without a place
     */
    public static Manifest of(MeshResource resource) {
        return new Manifest(resource, SourceMap.none());
    }

    static Manifest of(MeshResource resource, SourceMap source) {
        return new Manifest(resource, source);
    }

    /** {@return the resource} */
    public MeshResource resource() {
        return resource;
    }

    /** {@return places of all its values} */
    public SourceMap source() {
        return source;
    }

    /** {@return where it starts; empty when code built it} */
    public Optional<SourceLocation> location() {
        return source.nearest(DocumentPath.root());
    }

    /**
     * Finds a value, or what would hold it.
     *
     * @param path path below the resource, such as {@code spec.http[1].route[0].weight}
     * @return the place of the value, or of the last part of the path that exists; empty when code built the resource
     */
    public Optional<SourceLocation> locate(DocumentPath path) {
        return source.nearest(path);
    }

    /** {@return the document as it was read, fields that were left out included; empty when code built the resource} */
    public Optional<JsonNode> document() {
        NodeTree tree = source.tree();
        return tree == null ? Optional.empty() : Optional.of(JsonTree.of(tree, source.root()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Manifest that && resource.equals(that.resource);
    }

    @Override
    public int hashCode() {
        return resource.hashCode();
    }

    /** {@return key and place} */
    @Override
    public String toString() {
        return resource.key() + location().map(place -> " [" + place + "]").orElse("");
    }
}
