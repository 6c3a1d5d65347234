package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One revision of a control plane, as a rule made by the operator for an {@link Istio}. Not meant to be implemented by
 * users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioRevisionBuilder.ImmutableIstioRevision.class)
@JsonDeserialize(as = IstioRevisionBuilder.ImmutableIstioRevision.class)
public interface IstioRevision extends MeshResource {
    /** {@return the API version that the document states; {@code sailoperator.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "sailoperator.io/v1";
    }

    /** {@return {@code IstioRevision}} */
    @Override
    default String kind() {
        return "IstioRevision";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return version, place and values; empty when the document has no {@code spec}} */
    Optional<IstioRevisionSpec> spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return a builder that starts with the content of this object} */
    default IstioRevisionBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static IstioRevisionBuilder builder() {
        return new IstioRevisionBuilder();
    }
}
