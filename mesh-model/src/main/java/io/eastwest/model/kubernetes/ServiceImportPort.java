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
import org.immutables.value.Value;

/** One port of a {@link ServiceImport}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceImportPortBuilder.ImmutableServiceImportPort.class)
@JsonDeserialize(as = ServiceImportPortBuilder.ImmutableServiceImportPort.class)
public interface ServiceImportPort {
    /** {@return name of the port} */
    Optional<String> name();

    /** {@return port number, 1..65535} */
    int port();

    /** {@return transport protocol; empty: TCP} */
    Optional<TransportProtocol> protocol();

    /** {@return protocol of the application} */
    Optional<String> appProtocol();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ServiceImportPortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ServiceImportPortBuilder builder() {
        return new ServiceImportPortBuilder();
    }
}
