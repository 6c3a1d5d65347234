package io.eastwest.model.kubernetes;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/** One address of a {@link Node}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = NodeAddressBuilder.ImmutableNodeAddress.class)
@JsonDeserialize(as = NodeAddressBuilder.ImmutableNodeAddress.class)
public interface NodeAddress {
    /**
     * {@return {@code InternalIP}, {@code ExternalIP}, {@code Hostname}, {@code InternalDNS} or {@code ExternalDNS}}
     */
    String type();

    /** {@return IP address or DNS name} */
    String address();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default NodeAddressBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static NodeAddressBuilder builder() {
        return new NodeAddressBuilder();
    }
}
