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
import org.immutables.value.Value;

/**
 * A part of the endpoints of a service. The label {@code kubernetes.io/service-name} names the service. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EndpointSliceBuilder.ImmutableEndpointSlice.class)
@JsonDeserialize(as = EndpointSliceBuilder.ImmutableEndpointSlice.class)
public interface EndpointSlice extends MeshResource {
    /** {@return the API version that the document states; {@code discovery.k8s.io/v1} when it was built without one} */
    @Override
    @Value.Default
    default String apiVersion() {
        return "discovery.k8s.io/v1";
    }

    /** {@return {@code EndpointSlice}} */
    @Override
    default String kind() {
        return "EndpointSlice";
    }

    /** {@return name, namespace, labels and annotations} */
    @Override
    ObjectMeta metadata();

    /** {@return what all addresses of the slice are} */
    AddressType addressType();

    /** {@return endpoints in document order, at most 1000} */
    List<Endpoint> endpoints();

    /** {@return ports of every endpoint, at most 100} */
    List<EndpointPort> ports();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return the name of the service whose endpoints these are; empty when the label is missing} */
    default Optional<String> serviceName() {
        return Optional.ofNullable(metadata().labels().get("kubernetes.io/service-name"));
    }

    /** {@return a builder that starts with the content of this object} */
    default EndpointSliceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EndpointSliceBuilder builder() {
        return new EndpointSliceBuilder();
    }
}
