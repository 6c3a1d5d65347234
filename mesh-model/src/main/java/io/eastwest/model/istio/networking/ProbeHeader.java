package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A header of a check by HTTP.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/workload_group.proto:HTTPHeader. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProbeHeaderBuilder.ImmutableProbeHeader.class)
@JsonDeserialize(as = ProbeHeaderBuilder.ImmutableProbeHeader.class)
public interface ProbeHeader {
    /** {@return the name} */
    Optional<String> name();

    /** {@return the value} */
    Optional<String> value();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProbeHeaderBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ProbeHeaderBuilder builder() {
        return new ProbeHeaderBuilder();
    }
}
