package io.eastwest.model.sail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** A control plane that the Sail operator installs and updates. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioBuilder.ImmutableIstio.class)
@JsonDeserialize(as = IstioBuilder.ImmutableIstio.class)
public interface Istio extends MeshResource {
    /** {@return the API version that the document states; {@code sailoperator.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "sailoperator.io/v1";
    }

    /** {@return {@code Istio}} */
    @Override
    default String kind() {
        return "Istio";
    }

    /** {@return {@code false}: the kind belongs to the whole cluster} */
    @Override
    default boolean namespaced() {
        return false;
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return version, place and values; {@link IstioSpec#empty()} when the document has no {@code spec}} */
    @Value.Default
    default IstioSpec spec() {
        return IstioSpec.empty();
    }

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default Istio withDefaults() {
        return SailDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default IstioBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a control plane}
     *
     * @param name name of the resource
     * @param spec what is installed
     */
    static Istio of(String name, IstioSpec spec) {
        return builder().metadata(ObjectMeta.of(name)).spec(spec).build();
    }

    /** {@return a builder in which nothing is set} */
    static IstioBuilder builder() {
        return new IstioBuilder();
    }
}
