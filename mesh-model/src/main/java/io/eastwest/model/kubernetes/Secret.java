package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.MeshResource;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Confidential data as named bytes. No text form of a secret shows its data, its metadata (annotations may repeat the
 * data) or its unknown fields. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = SecretBuilder.ImmutableSecret.class)
@JsonDeserialize(as = SecretBuilder.ImmutableSecret.class)
public interface Secret extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code Secret}} */
    @Override
    default String kind() {
        return "Secret";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    @Value.Redacted
    ObjectMeta metadata();

    /** {@return purpose, for example {@code kubernetes.io/tls}; empty: Kubernetes uses {@code Opaque}} */
    Optional<String> type();

    /** {@return bytes by key} */
    @Value.Redacted
    Map<String, SecretBytes> data();

    /** {@return texts by key that the API server adds to the data; where both have a key, the text wins} */
    @Value.Redacted
    Map<String, String> stringData();

    /** {@return whether the API server refuses changes of the data; empty: no} */
    Optional<Boolean> immutable();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @Value.Redacted
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /**
     * {@return the bytes that the API server stores under a key: those of {@link #stringData()} first, else those of
     * {@link #data()}; empty when neither has the key}
     *
     * @param key name of the entry, for example {@code tls.crt}
     */
    default Optional<SecretBytes> value(String key) {
        return Optional.ofNullable(stringData().get(key))
                .map(SecretBytes::ofText)
                .or(() -> Optional.ofNullable(data().get(key)));
    }

    /** {@return a builder that starts with the content of this object} */
    default SecretBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static SecretBuilder builder() {
        return new SecretBuilder();
    }
}
