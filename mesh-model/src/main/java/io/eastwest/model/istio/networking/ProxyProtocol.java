package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The PROXY protocol header of upstream connections.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/destination_rule.proto:TrafficPolicy.ProxyProtocol. Not
 * meant to be implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = ProxyProtocolBuilder.ImmutableProxyProtocol.class)
@JsonDeserialize(as = ProxyProtocolBuilder.ImmutableProxyProtocol.class)
public interface ProxyProtocol {
    /** {@return the version of the header; empty: {@code V1}} */
    Optional<ProxyProtocolVersion> version();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default ProxyProtocolBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static ProxyProtocol empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static ProxyProtocolBuilder builder() {
        return new ProxyProtocolBuilder();
    }
}
