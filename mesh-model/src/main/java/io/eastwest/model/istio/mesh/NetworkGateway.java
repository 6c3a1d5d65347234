package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * A gateway to a network. {@link #registryServiceName()} and {@link #address()} exclude each other.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/network.proto:Network.IstioNetworkGateway. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = NetworkGatewayBuilder.ImmutableNetworkGateway.class)
@JsonDeserialize(as = NetworkGatewayBuilder.ImmutableNetworkGateway.class)
public interface NetworkGateway {
    /** {@return the service of the gateway as full name} */
    Optional<String> registryServiceName();

    /** {@return the address of the gateway, an IP address or a DNS name} */
    Optional<String> address();

    /** {@return the port of the gateway, 1..65535} */
    OptionalInt port();

    /** {@return the locality of the gateway; not used by Istio} */
    Optional<String> locality();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default NetworkGatewayBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a gateway by address}
     *
     * @param address an IP address or a DNS name
     * @param port the port, 1..65535
     */
    static NetworkGateway address(String address, int port) {
        return builder().address(address).port(port).build();
    }

    /**
     * {@return a gateway by service}
     *
     * @param registryServiceName the service as full name
     * @param port the port, 1..65535
     */
    static NetworkGateway service(String registryServiceName, int port) {
        return builder().registryServiceName(registryServiceName).port(port).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static NetworkGateway empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static NetworkGatewayBuilder builder() {
        return new NetworkGatewayBuilder();
    }
}
