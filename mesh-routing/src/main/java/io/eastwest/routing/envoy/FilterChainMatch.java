package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Conditions of a filter chain; an empty condition holds for all. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface FilterChainMatch {
    /** {@return original destination port} */
    OptionalInt destinationPort();

    /** {@return destination CIDR ranges} */
    List<String> prefixRanges();

    /** {@return SNI names, exact or {@code *.suffix}} */
    List<String> serverNames();

    /** {@return transport} */
    @Value.Default
    default TransportProtocol transportProtocol() {
        return TransportProtocol.ANY;
    }

    /** {@return ALPN or detected protocols} */
    List<String> applicationProtocols();

    /** {@return the match without conditions} */
    static FilterChainMatch any() {
        return builder().build();
    }

    /** {@return a builder that starts from this value} */
    default FilterChainMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static FilterChainMatchBuilder builder() {
        return new FilterChainMatchBuilder();
    }
}
