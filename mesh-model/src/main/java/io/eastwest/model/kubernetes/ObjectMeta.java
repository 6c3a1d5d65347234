package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/**
 * What every object says about itself. The book-keeping fields {@code managedFields} and {@code selfLink} are read past
 * and not kept. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ObjectMetaBuilder.ImmutableObjectMeta.class)
@JsonDeserialize(as = ObjectMetaBuilder.ImmutableObjectMeta.class)
public interface ObjectMeta {
    /** {@return name, unique among the objects of one kind in one namespace} */
    String name();

    /** {@return beginning of a name that the API server would make; empty when the document leaves it out} */
    Optional<String> generateName();

    /** {@return namespace; empty when the document leaves it out: see {@link #namespaceOrDefault()}} */
    Optional<String> namespace();

    /** {@return labels in document order} */
    Map<String, String> labels();

    /** {@return annotations in document order} */
    Map<String, String> annotations();

    /** {@return identity given by the API server} */
    Optional<String> uid();

    /** {@return opaque version given by the API server} */
    Optional<String> resourceVersion();

    /** {@return how often the specification changed, counted by the API server} */
    OptionalLong generation();

    /** {@return when the object was made, whole seconds; Istio breaks ties by it, the oldest first} */
    Optional<Instant> creationTimestamp();

    /** {@return when the object was asked to go away; empty while it was not} */
    Optional<Instant> deletionTimestamp();

    /** {@return names of those who still have to act before the object can go} */
    List<String> finalizers();

    /** {@return objects that this one goes away with} */
    List<OwnerReference> ownerReferences();

    /** {@return the namespace, or {@code default}, where kubectl puts a namespaced object that names none} */
    default String namespaceOrDefault() {
        return namespace().orElse("default");
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ObjectMetaBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * The usual form.
     *
     * @param namespace namespace
     * @param name name
     * @return metadata with nothing else
     */
    static ObjectMeta of(String namespace, String name) {
        return builder().namespace(namespace).name(name).build();
    }

    /**
     * The form of an object of the whole cluster.
     *
     * @param name name
     * @return metadata with nothing else
     */
    static ObjectMeta of(String name) {
        return builder().name(name).build();
    }

    /** {@return an empty builder} */
    static ObjectMetaBuilder builder() {
        return new ObjectMetaBuilder();
    }
}
