package io.eastwest.model.gatewayapi;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One rule of {@code UDPRoute}: weighted backends. Not meant to be implemented by users. */
@MeshValue
@Value.Immutable
@JsonSerialize(as = UdpRouteRuleBuilder.ImmutableUdpRouteRule.class)
@JsonDeserialize(as = UdpRouteRuleBuilder.ImmutableUdpRouteRule.class)
public interface UdpRouteRule {
    /** {@return name of the rule} */
    Optional<String> name();

    /** {@return weighted backends, 1..16} */
    List<BackendReference> backendRefs();

    /** {@return a builder that starts with the content of this value} */
    default UdpRouteRuleBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return a builder in which nothing is set} */
    static UdpRouteRuleBuilder builder() {
        return new UdpRouteRuleBuilder();
    }
}
