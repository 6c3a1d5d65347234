package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** The CNI plugin ({@code kind: IstioCNI}); its name must be {@code default}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioCniBuilder.ImmutableIstioCni.class)
@JsonDeserialize(as = IstioCniBuilder.ImmutableIstioCni.class)
public interface IstioCni extends MeshResource {
    /** {@return the API version that the document states; {@code sailoperator.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "sailoperator.io/v1";
    }

    /** {@return {@code IstioCNI}} */
    @Override
    default String kind() {
        return "IstioCNI";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return version, place and values; {@link IstioCniSpec#empty()} when the document has no {@code spec}} */
    @Value.Default
    default IstioCniSpec spec() {
        return IstioCniSpec.empty();
    }

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default IstioCni withDefaults() {
        return SailDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default IstioCniBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstioCniBuilder builder() {
        return new IstioCniBuilder();
    }
}
