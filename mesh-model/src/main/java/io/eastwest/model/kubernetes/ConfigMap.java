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
 * Configuration as named texts. Istio keeps its mesh configuration in one ({@code istio}, keys {@code mesh} and {@code
 * meshNetworks}). Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ConfigMapBuilder.ImmutableConfigMap.class)
@JsonDeserialize(as = ConfigMapBuilder.ImmutableConfigMap.class)
public interface ConfigMap extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code ConfigMap}} */
    @Override
    default String kind() {
        return "ConfigMap";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return texts by key} */
    Map<String, String> data();

    /** {@return bytes by key, in base64 as they stand in the document} */
    Map<String, String> binaryData();

    /** {@return whether the API server refuses changes of the data; empty: no} */
    Optional<Boolean> immutable();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default ConfigMapBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return named texts}
     *
     * @param namespace the namespace
     * @param name the name
     * @param data texts by key
     */
    static ConfigMap of(String namespace, String name, Map<String, String> data) {
        return builder().metadata(ObjectMeta.of(namespace, name)).data(data).build();
    }

    /** {@return a builder in which nothing is set} */
    static ConfigMapBuilder builder() {
        return new ConfigMapBuilder();
    }
}
