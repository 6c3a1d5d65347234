package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One container of a {@link Pod}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ContainerBuilder.ImmutableContainer.class)
@JsonDeserialize(as = ContainerBuilder.ImmutableContainer.class)
public interface Container {
    /** {@return name, unique in the pod} */
    String name();

    /** {@return image reference; empty: filled in by an admission webhook} */
    Optional<String> image();

    /** {@return ports that the container declares} */
    List<ContainerPort> ports();

    /** {@return environment variables in document order} */
    List<EnvironmentVariable> env();

    /** {@return how Kubernetes decides whether the container is ready; empty: it is ready when it runs} */
    Optional<JsonNode> readinessProbe();

    /** {@return {@code Always} in an init container makes it a sidecar that runs as long as the pod} */
    Optional<String> restartPolicy();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ContainerBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ContainerBuilder builder() {
        return new ContainerBuilder();
    }
}
