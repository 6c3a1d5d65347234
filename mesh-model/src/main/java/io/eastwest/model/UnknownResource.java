package io.eastwest.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.kubernetes.ObjectMeta;
import org.jspecify.annotations.Nullable;

/** An object of a kind that is not modelled: kept whole and written back unchanged. Immutable. */
public final class UnknownResource implements MeshResource {
    private final String apiVersion;
    private final String kind;
    private final ObjectMeta metadata;
    private final ObjectNode content;

    private UnknownResource(String apiVersion, String kind, ObjectMeta metadata, ObjectNode content) {
        this.apiVersion = requireNonNull(apiVersion, "apiVersion");
        this.kind = requireNonNull(kind, "kind");
        this.metadata = requireNonNull(metadata, "metadata");
        this.content = content.deepCopy();
    }

    /**
     * Keeps a document.
     *
     * @param metadata what its {@code metadata} says; with an empty name when it has none
     * @param content the whole document, with the strings {@code apiVersion} and {@code kind}
     * @return the resource
     */
    public static UnknownResource of(ObjectMeta metadata, ObjectNode content) {
        return new UnknownResource(
                content.path("apiVersion").asText(), content.path("kind").asText(), metadata, content);
    }

    @Override
    public String apiVersion() {
        return apiVersion;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public ObjectMeta metadata() {
        return metadata;
    }

    /** {@return whether the document names a namespace; what its kind wants is not known} */
    @Override
    public boolean namespaced() {
        return metadata.namespace().isPresent();
    }

    /** {@return a copy of the whole document} */
    public ObjectNode content() {
        return content.deepCopy();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnknownResource that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return "UnknownResource{" + key() + "}";
    }
}
