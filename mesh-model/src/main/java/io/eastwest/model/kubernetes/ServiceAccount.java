package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An identity for pods. Its SPIFFE identity is made from trust domain, namespace and name. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceAccountBuilder.ImmutableServiceAccount.class)
@JsonDeserialize(as = ServiceAccountBuilder.ImmutableServiceAccount.class)
public interface ServiceAccount extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code ServiceAccount}} */
    @Override
    default String kind() {
        return "ServiceAccount";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return secrets that its pods may use} */
    List<NamedReference> secrets();

    /** {@return secrets for pulling images} */
    List<NamedReference> imagePullSecrets();

    /** {@return whether its pods get a token; empty: yes} */
    Optional<Boolean> automountServiceAccountToken();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default ServiceAccountBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ServiceAccountBuilder builder() {
        return new ServiceAccountBuilder();
    }
}
