package io.eastwest.model.istio.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * The trusted proxies in front of a gateway.
 *
 * <p>Mirrors istio/api v1.30.3 mesh/v1alpha1/proxy.proto:Topology. Not meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = GatewayTopologyBuilder.ImmutableGatewayTopology.class)
@JsonDeserialize(as = GatewayTopologyBuilder.ImmutableGatewayTopology.class)
public interface GatewayTopology {
    /** {@return the number of trusted proxies; empty: 0} */
    OptionalInt numTrustedProxies();

    /** {@return what happens to the header {@code x-forwarded-client-cert}; empty: by the kind of proxy} */
    Optional<ForwardClientCertDetails> forwardClientCertDetails();

    /** {@return present: the PROXY protocol is expected; kept as it was read} */
    Optional<JsonNode> proxyProtocol();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default GatewayTopologyBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static GatewayTopology empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static GatewayTopologyBuilder builder() {
        return new GatewayTopologyBuilder();
    }
}
