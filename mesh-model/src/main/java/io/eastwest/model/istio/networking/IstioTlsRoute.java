package io.eastwest.model.istio.networking;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.eastwest.model.style.MeshValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * One rule for TLS connections that are passed through: conditions on server name and connection, and weighted
 * destinations.
 *
 * <p>Mirrors istio/api v1.30.3 networking/v1alpha3/virtual_service.proto:TLSRoute. Not meant to be implemented
 * by users.
 */
@MeshValue
@Value.Immutable
@JsonSerialize(as = IstioTlsRouteBuilder.ImmutableIstioTlsRoute.class)
@JsonDeserialize(as = IstioTlsRouteBuilder.ImmutableIstioTlsRoute.class)
public interface IstioTlsRoute {
    /** {@return the alternatives of which at least one has to hold; at least one is required} */
    List<TlsMatchAttributes> match();

    /** {@return the weighted destinations} */
    List<RouteDestination> route();

    /** {@return a builder that starts with these values; collections are added to, not replaced} */
    default IstioTlsRouteBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static IstioTlsRouteBuilder builder() {
        return new IstioTlsRouteBuilder();
    }
}
