package io.eastwest.model.sail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Helm values {@code multiCluster}: the place of the cluster in the mesh. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MultiClusterValuesBuilder.ImmutableMultiClusterValues.class)
@JsonDeserialize(as = MultiClusterValuesBuilder.ImmutableMultiClusterValues.class)
public interface MultiClusterValues {
    /** {@return identity of the cluster in the mesh; empty: {@code Kubernetes}} */
    Optional<String> clusterName();

    /** {@return whether the cluster is part of a mesh of several clusters; empty: no} */
    Optional<Boolean> enabled();

    /** {@return domain of services of other clusters; empty: {@code global}} */
    Optional<String> globalDomainSuffix();

    /** {@return whether the filter for that domain is installed; empty: yes} */
    Optional<Boolean> includeEnvoyFilter();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default MultiClusterValuesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static MultiClusterValuesBuilder builder() {
        return new MultiClusterValuesBuilder();
    }
}
