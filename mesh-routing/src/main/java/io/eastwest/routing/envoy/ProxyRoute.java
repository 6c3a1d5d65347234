package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.Optional;
import org.immutables.value.Value;

/** One route of a virtual host. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface ProxyRoute {
    /** {@return name as istiod gives it; may be empty} */
    String name();

    /** {@return conditions on the request} */
    RouteMatch match();

    /** {@return what happens} */
    RouteAction action();

    /** {@return operations on the request} */
    @Value.Default
    default HeaderMutations requestHeaders() {
        return HeaderMutations.NONE;
    }

    /** {@return operations on the response} */
    @Value.Default
    default HeaderMutations responseHeaders() {
        return HeaderMutations.NONE;
    }

    /** {@return CORS policy of the route} */
    Optional<CorsSettings> cors();

    /** {@return faults to inject} */
    Optional<FaultInjection> fault();

    /** {@return the rule it comes from; empty: a default of istiod} */
    Optional<Origin> origin();

    /** {@return a builder that starts from this value} */
    default ProxyRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static ProxyRouteBuilder builder() {
        return new ProxyRouteBuilder();
    }
}
