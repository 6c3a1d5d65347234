package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An address that was allocated for a host.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServiceEntryAddress. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceEntryAddressBuilder.ImmutableServiceEntryAddress.class)
@JsonDeserialize(as = ServiceEntryAddressBuilder.ImmutableServiceEntryAddress.class)
public interface ServiceEntryAddress {
    /** {@return the address} */
    Optional<String> value();

    /** {@return the host} */
    Optional<String> host();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServiceEntryAddressBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ServiceEntryAddressBuilder builder() {
        return new ServiceEntryAddressBuilder();
    }
}
