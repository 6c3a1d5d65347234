package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the control plane reported about a {@link ServiceEntry}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServiceEntryStatus. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceEntryStatusBuilder.ImmutableServiceEntryStatus.class)
@JsonDeserialize(as = ServiceEntryStatusBuilder.ImmutableServiceEntryStatus.class)
public interface ServiceEntryStatus {
    /** {@return the addresses that were allocated, by host} */
    List<ServiceEntryAddress> addresses();

    /** {@return the conditions, kept as they were read} */
    List<JsonNode> conditions();

    /** {@return the findings of validation, kept as they were read} */
    List<JsonNode> validationMessages();

    /** {@return the generation the report is about, a number or a text, kept as it was read} */
    Optional<JsonNode> observedGeneration();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServiceEntryStatusBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ServiceEntryStatusBuilder builder() {
        return new ServiceEntryStatusBuilder();
    }
}
