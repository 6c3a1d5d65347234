package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.kubernetes.ObjectMeta;
import io.eastwest.model.style.MeshValue;
import org.immutables.value.Value;

/**
 * Permission to refer to objects of this namespace from other namespaces. Grants only add up. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ReferenceGrantBuilder.ImmutableReferenceGrant.class)
@JsonDeserialize(as = ReferenceGrantBuilder.ImmutableReferenceGrant.class)
public interface ReferenceGrant extends MeshResource {
    /** {@return the API version that the document states; {@code gateway.networking.k8s.io/v1beta1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "gateway.networking.k8s.io/v1beta1";
    }

    /** {@return {@code ReferenceGrant}} */
    @Override
    default String kind() {
        return "ReferenceGrant";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return who may refer to what} */
    ReferenceGrantSpec spec();

    /** {@return a builder that starts with the content of this object} */
    default ReferenceGrantBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ReferenceGrantBuilder builder() {
        return new ReferenceGrantBuilder();
    }
}
