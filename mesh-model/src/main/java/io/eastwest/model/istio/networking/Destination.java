package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A service that gets traffic, optionally narrowed to a subset and a port.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:Destination. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = DestinationBuilder.ImmutableDestination.class)
@JsonDeserialize(as = DestinationBuilder.ImmutableDestination.class)
public interface Destination {
    /**
     * {@return the service as it is named in the registry; a short name is completed with the namespace of the
     * resource that holds it}
     */
    String host();

    /** {@return the subset that a DestinationRule defines for the host; empty: all endpoints} */
    Optional<String> subset();

    /** {@return the port of the service; empty: its only port, or the port of the original call} */
    Optional<PortSelector> port();

    /**
     * {@return the same destination on a given port}
     *
     * @param number the port number, 1..65535
     */
    default Destination onPort(int number) {
        return toBuilder().port(PortSelector.number(number)).build();
    }

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default DestinationBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return all endpoints of a service}
     *
     * @param host the service name
     */
    static Destination host(String host) {
        return builder().host(host).build();
    }

    /**
     * {@return one subset of a service}
     *
     * @param host the service name
     * @param subset the subset name
     */
    static Destination subset(String host, String subset) {
        return builder().host(host).subset(subset).build();
    }

    /** {@return an empty builder} */
    static DestinationBuilder builder() {
        return new DestinationBuilder();
    }
}
