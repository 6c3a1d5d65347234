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

/** One port of all endpoints of an {@link EndpointSlice}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = EndpointPortBuilder.ImmutableEndpointPort.class)
@JsonDeserialize(as = EndpointPortBuilder.ImmutableEndpointPort.class)
public interface EndpointPort {
    /** {@return name of the service port that it serves; empty: the only, unnamed port} */
    Optional<String> name();

    /** {@return port number, 1..65535; empty: all ports} */
    OptionalInt port();

    /** {@return transport protocol; empty: TCP} */
    Optional<TransportProtocol> protocol();

    /** {@return protocol of the application, for example {@code http}} */
    Optional<String> appProtocol();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default EndpointPortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static EndpointPortBuilder builder() {
        return new EndpointPortBuilder();
    }
}
