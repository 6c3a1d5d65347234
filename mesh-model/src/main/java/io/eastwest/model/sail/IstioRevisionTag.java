package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A stable name for a revision: namespaces that carry it follow the tag. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioRevisionTagBuilder.ImmutableIstioRevisionTag.class)
@JsonDeserialize(as = IstioRevisionTagBuilder.ImmutableIstioRevisionTag.class)
public interface IstioRevisionTag extends MeshResource {
    /** {@return the API version that the document states; {@code sailoperator.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "sailoperator.io/v1";
    }

    /** {@return {@code IstioRevisionTag}} */
    @Override
    default String kind() {
        return "IstioRevisionTag";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what the tag stands for; empty when the document has no {@code spec}} */
    Optional<IstioRevisionTagSpec> spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with the content of this object} */
    default IstioRevisionTagBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstioRevisionTagBuilder builder() {
        return new IstioRevisionTagBuilder();
    }
}
