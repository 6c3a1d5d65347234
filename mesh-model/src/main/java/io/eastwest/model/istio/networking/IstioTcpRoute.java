package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * One rule for opaque connections: conditions on the connection, and weighted destinations.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:TCPRoute. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioTcpRouteBuilder.ImmutableIstioTcpRoute.class)
@JsonDeserialize(as = IstioTcpRouteBuilder.ImmutableIstioTcpRoute.class)
public interface IstioTcpRoute {
    /** {@return the alternatives of which at least one has to hold; empty: every connection matches} */
    List<L4MatchAttributes> match();

    /** {@return the weighted destinations} */
    List<RouteDestination> route();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default IstioTcpRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static IstioTcpRouteBuilder builder() {
        return new IstioTcpRouteBuilder();
    }
}
