package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/** Further listeners of a {@link Gateway}, owned by somebody else. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ListenerSetBuilder.ImmutableListenerSet.class)
@JsonDeserialize(as = ListenerSetBuilder.ImmutableListenerSet.class)
public interface ListenerSet extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1";
    }

    /** {@return {@code ListenerSet}} */
    @Override
    default String kind() {
        return "ListenerSet";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return the gateway and the listeners} */
    ListenerSetSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return this object with the defaults of its schema filled in, as an API server would store it} */
    default ListenerSet withDefaults() {
        return ListenerDefaults.of(this);
    }

    /** {@return a builder that starts with the content of this object} */
    default ListenerSetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ListenerSetBuilder builder() {
        return new ListenerSetBuilder();
    }
}
