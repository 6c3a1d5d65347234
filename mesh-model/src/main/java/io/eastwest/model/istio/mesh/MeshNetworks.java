package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The networks of a mesh and the gateways between them.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/network.proto:MeshNetworks. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = MeshNetworksBuilder.ImmutableMeshNetworks.class)
@JsonDeserialize(as = MeshNetworksBuilder.ImmutableMeshNetworks.class)
public interface MeshNetworks {
    /** {@return the networks by name} */
    Map<String, MeshNetwork> networks();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default MeshNetworksBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a mesh with one described network}
     *
     * @param name the name of the network
     * @param network its description
     */
    static MeshNetworks of(String name, MeshNetwork network) {
        return builder().putNetwork(name, network).build();
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static MeshNetworks empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static MeshNetworksBuilder builder() {
        return new MeshNetworksBuilder();
    }
}
