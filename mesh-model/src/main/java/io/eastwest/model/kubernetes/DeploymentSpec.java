package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Which pods a {@link Deployment} keeps, and how many. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DeploymentSpecBuilder.ImmutableDeploymentSpec.class)
@JsonDeserialize(as = DeploymentSpecBuilder.ImmutableDeploymentSpec.class)
public interface DeploymentSpec {
    /** {@return number of pods, 0 or more; empty: Kubernetes uses 1} */
    OptionalInt replicas();

    /** {@return labels by which its pods are found; immutable} */
    LabelSelector selector();

    /** {@return what its pods look like} */
    PodTemplate template();

    /** {@return how pods are replaced; empty: by a rolling update} */
    Optional<UpdateStrategy> strategy();

    /** {@return seconds for which a new pod must be ready to count; empty: 0} */
    OptionalInt minReadySeconds();

    /** {@return number of old revisions that are kept; empty: 10} */
    OptionalInt revisionHistoryLimit();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default DeploymentSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static DeploymentSpecBuilder builder() {
        return new DeploymentSpecBuilder();
    }
}
