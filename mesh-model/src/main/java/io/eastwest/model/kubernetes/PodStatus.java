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

/** What Kubernetes reported about a {@link Pod}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PodStatusBuilder.ImmutablePodStatus.class)
@JsonDeserialize(as = PodStatusBuilder.ImmutablePodStatus.class)
public interface PodStatus {
    /** {@return where the pod is in its life; empty: not reported} */
    Optional<PodPhase> phase();

    /** {@return first address; empty: none assigned yet} */
    Optional<String> podIP();

    /** {@return addresses of both families; the first equals {@link #podIP()}} */
    List<PodIp> podIPs();

    /** {@return address of the node} */
    Optional<String> hostIP();

    /** {@return conditions in document order} */
    List<PodCondition> conditions();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default PodStatusBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PodStatusBuilder builder() {
        return new PodStatusBuilder();
    }
}
