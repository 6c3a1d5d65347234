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

/** One pod on every node that it selects. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DaemonSetBuilder.ImmutableDaemonSet.class)
@JsonDeserialize(as = DaemonSetBuilder.ImmutableDaemonSet.class)
public interface DaemonSet extends MeshResource {
    /** {@return the API version that the document states; {@code apps/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "apps/v1";
    }

    /** {@return {@code DaemonSet}} */
    @Override
    default String kind() {
        return "DaemonSet";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return which pods} */
    DaemonSetSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default DaemonSetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static DaemonSetBuilder builder() {
        return new DaemonSetBuilder();
    }
}
