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
import java.util.stream.Stream;
import org.immutables.value.Value;

/** A pod: a workload instance with an address, labels and an identity. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = PodBuilder.ImmutablePod.class)
@JsonDeserialize(as = PodBuilder.ImmutablePod.class)
public interface Pod extends MeshResource {
    /** {@return the API version that the document states; {@code v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "v1";
    }

    /** {@return {@code Pod}} */
    @Override
    default String kind() {
        return "Pod";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what runs; {@link PodSpec#empty()} when the document has no {@code spec}} */
    @Value.Default
    default PodSpec spec() {
        return PodSpec.empty();
    }

    /** {@return what Kubernetes reported; empty when the document has no {@code status}} */
    Optional<PodStatus> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return all addresses, the primary one first; empty when none was assigned yet} */
    default List<String> addresses() {
        return status().map(Pod::addresses).orElse(List.of());
    }

    private static List<String> addresses(PodStatus status) {
        return Stream.concat(
                        status.podIP().stream(), status.podIPs().stream().flatMap(address -> address.ip().stream()))
                .distinct()
                .toList();
    }

    /**
     * {@return the condition of that type; empty when it was not reported}
     *
     * @param type name of the condition, for example {@code Ready}
     */
    default Optional<PodCondition> condition(String type) {
        return status().stream()
                .flatMap(status -> status.conditions().stream())
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    /** {@return a builder that starts with the content of this object} */
    default PodBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static PodBuilder builder() {
        return new PodBuilder();
    }
}
