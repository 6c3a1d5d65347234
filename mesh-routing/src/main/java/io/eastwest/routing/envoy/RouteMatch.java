package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/** Conditions of a route; all must hold. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface RouteMatch {
    /** {@return condition on the path} */
    PathMatch path();

    /** {@return whether exact and prefix paths respect case} */
    @Value.Default
    default boolean caseSensitive() {
        return true;
    }

    /** {@return conditions on headers and pseudo headers} */
    List<HeaderMatch> headers();

    /** {@return conditions on query parameters} */
    List<QueryMatch> queryParameters();

    /** {@return conditions on the claims of a verified token} */
    List<ClaimMatch> claims();

    /** {@return a builder that starts from this value} */
    default RouteMatchBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static RouteMatchBuilder builder() {
        return new RouteMatchBuilder();
    }
}
