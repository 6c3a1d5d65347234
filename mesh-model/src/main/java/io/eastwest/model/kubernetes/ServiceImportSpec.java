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

/** What a {@link ServiceImport} publishes. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceImportSpecBuilder.ImmutableServiceImportSpec.class)
@JsonDeserialize(as = ServiceImportSpecBuilder.ImmutableServiceImportSpec.class)
public interface ServiceImportSpec {
    /** {@return {@code ClusterSetIP} or {@code Headless}} */
    Optional<String> type();

    /** {@return virtual addresses, at most one; empty: assigned by a controller} */
    List<String> ips();

    /** {@return ports in document order} */
    List<ServiceImportPort> ports();

    /** {@return {@code ClientIP} or {@code None}; empty: None} */
    Optional<String> sessionAffinity();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ServiceImportSpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ServiceImportSpecBuilder builder() {
        return new ServiceImportSpecBuilder();
    }
}
