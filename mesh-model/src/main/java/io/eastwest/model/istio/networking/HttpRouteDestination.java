package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * One weighted destination of an {@link IstioHttpRoute}.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:HTTPRouteDestination. Not meant to be
 * implemented by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = HttpRouteDestinationBuilder.ImmutableHttpRouteDestination.class)
@JsonDeserialize(as = HttpRouteDestinationBuilder.ImmutableHttpRouteDestination.class)
public interface HttpRouteDestination {
    /** {@return the service that receives this share} */
    Destination destination();

    /**
     * {@return the share relative to the sum of all weights, 0 or more; empty counts as 0, except that the only
     * destination of a rule gets everything}
     */
    OptionalInt weight();

    /** {@return the header changes for this destination alone} */
    Optional<Headers> headers();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default HttpRouteDestinationBuilder toBuilder() {
        return builder().from(this);
    }

    /**
     * {@return a destination without weight}
     *
     * @param destination the service
     */
    static HttpRouteDestination to(Destination destination) {
        return builder().destination(destination).build();
    }

    /**
     * {@return a destination with a weight}
     *
     * @param destination the service
     * @param weight the relative share, 0 or more
     */
    static HttpRouteDestination to(Destination destination, int weight) {
        return builder().destination(destination).weight(weight).build();
    }

    /**
     * {@return a service without weight}
     *
     * @param host name of the service
     */
    static HttpRouteDestination to(String host) {
        return to(Destination.host(host));
    }

    /**
     * {@return a subset of a service, without weight}
     *
     * @param host name of the service
     * @param subset name of the subset
     */
    static HttpRouteDestination to(String host, String subset) {
        return to(Destination.subset(host, subset));
    }

    /** {@return an empty builder} */
    static HttpRouteDestinationBuilder builder() {
        return new HttpRouteDestinationBuilder();
    }
}
