package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A port of a {@link ServiceEntry}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/service_entry.proto:ServicePort. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ServiceEntryPortBuilder.ImmutableServiceEntryPort.class)
@JsonDeserialize(as = ServiceEntryPortBuilder.ImmutableServiceEntryPort.class)
public interface ServiceEntryPort {
    /** {@return the port number, 1..65535} */
    int number();

    /** {@return the protocol, by a name that Istio knows, in any case; empty: TCP, or detected} */
    Optional<String> protocol();

    /** {@return the name of the port} */
    String name();

    /** {@return the port of the endpoints, 1..65535; empty: the same number} */
    OptionalInt targetPort();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ServiceEntryPortBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return the port}
     *
     * @param number the port number
     * @param protocol the protocol
     * @param name the name
     */
    static ServiceEntryPort of(int number, String protocol, String name) {
        return builder().number(number).protocol(protocol).name(name).build();
    }

    /** {@return an empty builder} */
    static ServiceEntryPortBuilder builder() {
        return new ServiceEntryPortBuilder();
    }
}
