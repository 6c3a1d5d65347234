package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * The endpoints of a network and the gateways that lead to it.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/network.proto:Network. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshNetworkBuilder.ImmutableMeshNetwork.class)
@JsonDeserialize(as = MeshNetworkBuilder.ImmutableMeshNetwork.class)
public interface MeshNetwork {
    /** {@return the endpoints, any of them} */
    List<NetworkEndpoints> endpoints();

    /** {@return the gateways through which other networks reach it} */
    List<NetworkGateway> gateways();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshNetworkBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshNetwork empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshNetworkBuilder builder() {
        return new MeshNetworkBuilder();
    }
}
