package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Conditions on one TCP connection; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:L4MatchAttributes. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = L4MatchAttributesBuilder.ImmutableL4MatchAttributes.class)
@JsonDeserialize(as = L4MatchAttributesBuilder.ImmutableL4MatchAttributes.class)
public interface L4MatchAttributes {
    /** {@return the destination addresses, each an address or a CIDR block; empty: any} */
    List<String> destinationSubnets();

    /** {@return the port that the host is called on; empty: any} */
    OptionalInt port();

    /** {@return the address or CIDR block of the caller; not used by the proxy, kept as written} */
    Optional<String> sourceSubnet();

    /** {@return the labels that the calling workload has to carry; empty: any caller} */
    Map<String, String> sourceLabels();

    /**
     * {@return the gateways the condition is limited to, replacing those of the VirtualService; empty: all of
     * the VirtualService}
     */
    List<String> gateways();

    /** {@return the namespace that the calling workload has to be in; empty: any} */
    Optional<String> sourceNamespace();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default L4MatchAttributesBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return the value with no field set; the wire form is an empty object} */
    static L4MatchAttributes empty() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static L4MatchAttributesBuilder builder() {
        return new L4MatchAttributesBuilder();
    }
}
