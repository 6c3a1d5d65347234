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

/** A number of equal, exchangeable pods. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DeploymentBuilder.ImmutableDeployment.class)
@JsonDeserialize(as = DeploymentBuilder.ImmutableDeployment.class)
public interface Deployment extends MeshResource {
    /** {@return the API version that the document states; {@code apps/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "apps/v1";
    }

    /** {@return {@code Deployment}} */
    @Override
    default String kind() {
        return "Deployment";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return which pods, and how many} */
    DeploymentSpec spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default DeploymentBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static DeploymentBuilder builder() {
        return new DeploymentBuilder();
    }
}
