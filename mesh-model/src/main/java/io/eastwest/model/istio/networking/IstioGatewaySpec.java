package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Servers of an {@link IstioGateway} and the workloads that run them.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/gateway.proto:Gateway. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioGatewaySpecBuilder.ImmutableIstioGatewaySpec.class)
@JsonDeserialize(as = IstioGatewaySpecBuilder.ImmutableIstioGatewaySpec.class)
public interface IstioGatewaySpec {
    /** {@return the ports that are opened} */
    List<Server> servers();

    /**
     * {@return the labels of the gateway workloads; empty: all gateway workloads of the namespace or mesh, as
     * the control plane is set up}
     */
    Map<String, String> selector();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default IstioGatewaySpecBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static IstioGatewaySpec empty() {
        return builder().build();
    }

    /**
     * {@return the ports of the gateway workloads that carry a label}
     *
     * @param label name of the label
     * @param value value of the label
     * @param servers the ports
     */
    static IstioGatewaySpec of(String label, String value, Server... servers) {
        return builder().putSelector(label, value).addServers(servers).build();
    }

    /** {@return an empty builder} */
    static IstioGatewaySpecBuilder builder() {
        return new IstioGatewaySpecBuilder();
    }
}
