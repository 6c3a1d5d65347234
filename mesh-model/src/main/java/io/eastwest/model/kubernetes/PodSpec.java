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

/** What a {@link Pod} runs, where and as whom. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PodSpecBuilder.ImmutablePodSpec.class)
@JsonDeserialize(as = PodSpecBuilder.ImmutablePodSpec.class)
public interface PodSpec {
    /** {@return node to which the pod is bound; empty: not scheduled yet} */
    Optional<String> nodeName();

    /** {@return service account whose identity the pod has; empty: Kubernetes uses {@code default}} */
    Optional<String> serviceAccountName();

    /** {@return whether the pod shares the network of its node; empty: no} */
    Optional<Boolean> hostNetwork();

    /** {@return host name; empty: the name of the pod} */
    Optional<String> hostname();

    /** {@return headless service below which the host name is published} */
    Optional<String> subdomain();

    /** {@return containers that run before the others, in order} */
    List<Container> initContainers();

    /** {@return containers, in document order} */
    List<Container> containers();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PodSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value in which nothing is set} */
    static PodSpec empty() {
        return builder().build();
    }

    /** {@return a builder in which nothing is set} */
    static PodSpecBuilder builder() {
        return new PodSpecBuilder();
    }
}
