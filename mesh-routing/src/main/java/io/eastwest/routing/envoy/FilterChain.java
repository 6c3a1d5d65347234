package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One filter chain of a listener. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface FilterChain {
    /** {@return name as istiod gives it; may be empty} */
    String name();

    /** {@return conditions on the connection} */
    @Value.Default
    default FilterChainMatch match() {
        return FilterChainMatch.any();
    }

    /** {@return how TLS is terminated; empty: it is not} */
    Optional<DownstreamTls> tls();

    /** {@return whether the connection came in a tunnel whose client showed its certificate: filters see that identity} */
    @Value.Default
    default boolean tunnelled() {
        return false;
    }

    /** {@return network RBAC filters of a TCP chain, in order} */
    List<RbacFilter> networkRbac();

    /** {@return what handles the bytes} */
    NetworkFilter filter();

    /** {@return the resources this chain comes from} */
    List<Origin> origins();

    /** {@return a builder that starts from this value} */
    default FilterChainBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static FilterChainBuilder builder() {
        return new FilterChainBuilder();
    }
}
