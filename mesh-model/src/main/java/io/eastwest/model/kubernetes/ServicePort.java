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

/** One port of a {@link KubernetesService}. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServicePortBuilder.ImmutableServicePort.class)
@JsonDeserialize(as = ServicePortBuilder.ImmutableServicePort.class)
public interface ServicePort {
    /** {@return name of the port; the API server requires one where a service has several ports} */
    Optional<String> name();

    /** {@return port that callers use, 1..65535} */
    int port();

    /** {@return transport protocol; empty: Kubernetes uses TCP} */
    Optional<TransportProtocol> protocol();

    /** {@return protocol of the application, for example {@code http}; Istio prefers it to the prefix of the name} */
    Optional<String> appProtocol();

    /** {@return number or name of the container port; empty: the value of {@link #port()}} */
    Optional<IntOrString> targetPort();

    /** {@return port on every node, 1..65535; empty: none or assigned by Kubernetes} */
    OptionalInt nodePort();

    /** {@return the fields that have no accessor here, by name; they are written back as they stand, sorted by name} */
    @JsonAnyGetter
    @JsonAnySetter
    @JsonFormat(with = JsonFormat.Feature.WRITE_SORTED_MAP_ENTRIES)
    Map<String, JsonNode> otherFields();

    /** {@return a builder that starts with the content of this value} */
    default ServicePortBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static ServicePortBuilder builder() {
        return new ServicePortBuilder();
    }
}
