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

/** A port that a {@link Container} opens. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ContainerPortBuilder.ImmutableContainerPort.class)
@JsonDeserialize(as = ContainerPortBuilder.ImmutableContainerPort.class)
public interface ContainerPort {
    /** {@return name by which services may refer to it} */
    Optional<String> name();

    /** {@return port number, 1..65535} */
    int containerPort();

    /** {@return transport protocol; empty: TCP} */
    Optional<TransportProtocol> protocol();

    /** {@return port on the node; empty: none} */
    OptionalInt hostPort();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ContainerPortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ContainerPortBuilder builder() {
        return new ContainerPortBuilder();
    }
}
