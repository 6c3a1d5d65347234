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

/** A service of the whole cluster set, as one cluster sees it. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceImportBuilder.ImmutableServiceImport.class)
@JsonDeserialize(as = ServiceImportBuilder.ImmutableServiceImport.class)
public interface ServiceImport extends MeshResource {
    /** {@return the API version that the document states; {@code multicluster.x-k8s.io/v1alpha1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "multicluster.x-k8s.io/v1alpha1";
    }

    /** {@return {@code ServiceImport}} */
    @Override
    default String kind() {
        return "ServiceImport";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what is published; empty when the document has no {@code spec}} */
    Optional<ServiceImportSpec> spec();

    /** {@return what the controllers reported, kept as it stands} */
    Optional<JsonNode> status();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this object} */
    default ServiceImportBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ServiceImportBuilder builder() {
        return new ServiceImportBuilder();
    }
}
