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
 * Conditions on one TLS connection; all that are set have to hold.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:TLSMatchAttributes. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = TlsMatchAttributesBuilder.ImmutableTlsMatchAttributes.class)
@JsonDeserialize(as = TlsMatchAttributesBuilder.ImmutableTlsMatchAttributes.class)
public interface TlsMatchAttributes {
    /**
     * {@return the server names to match, each a host of the VirtualService or narrower, with an optional
     * leading wildcard; at least one is required}
     */
    List<String> sniHosts();

    /** {@return the destination addresses, each an address or a CIDR block; empty: any} */
    List<String> destinationSubnets();

    /** {@return the port that the host is called on; empty: any} */
    OptionalInt port();

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
    default TlsMatchAttributesBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a condition on the server name alone}
     *
     * @param sniHosts the accepted server names
     */
    static TlsMatchAttributes sni(String... sniHosts) {
        return builder().addSniHosts(sniHosts).build();
    }

    /** {@return an empty builder} */
    static TlsMatchAttributesBuilder builder() {
        return new TlsMatchAttributesBuilder();
    }
}
