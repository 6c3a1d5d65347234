package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One weighted destination of a TLS or TCP rule.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:RouteDestination. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = RouteDestinationBuilder.ImmutableRouteDestination.class)
@JsonDeserialize(as = RouteDestinationBuilder.ImmutableRouteDestination.class)
public interface RouteDestination {
    /** {@return the service that receives this share} */
    Destination destination();

    /**
     * {@return the share relative to the sum of all weights, 0 or more; empty counts as 0, except that the only
     * destination of a rule gets everything}
     */
    OptionalInt weight();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default RouteDestinationBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a destination without weight}
     *
     * @param destination the service
     */
    static RouteDestination to(Destination destination) {
        return builder().destination(destination).build();
    }

    /**
     * {@return a destination with a weight}
     *
     * @param destination the service
     * @param weight the relative share, 0 or more
     */
    static RouteDestination to(Destination destination, int weight) {
        return builder().destination(destination).weight(weight).build();
    }

    /**
     * {@return a service without weight}
     *
     * @param host name of the service
     */
    static RouteDestination to(String host) {
        return to(Destination.host(host));
    }

    /** {@return an empty builder} */
    static RouteDestinationBuilder builder() {
        return new RouteDestinationBuilder();
    }
}
