package io.eastwest.routing.endpoints;

import io.eastwest.model.istio.networking.ClientTlsMode;
import io.eastwest.routing.style.RoutingValue;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Which endpoints are asked for, and for whom. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface EndpointQuery {
    /** {@return the proxy} */
    MeshProxy proxy();

    /** {@return the service} */
    MeshService service();

    /** {@return the port} */
    MeshServicePort port();

    /** {@return labels of the subset; empty: every endpoint} */
    Map<String, String> subsetLabels();

    /** {@return TLS mode of the rule that marks endpoints; empty: the rule does not say} */
    Optional<ClientTlsMode> tlsMode();

    /** {@return whether the proxy resolves names itself: endpoints may be names then, and so may gateways} */
    boolean resolvedByProxy();

    /** {@return whether only endpoints with mutual TLS are wanted: the proxy forwards TLS as it comes} */
    boolean mutualTlsOnly();

    /** {@return whether a waypoint asks for the endpoints of a service that it serves} */
    @Value.Default
    default boolean servedByWaypoint() {
        return false;
    }

    /** {@return a builder that starts from this value} */
    default EndpointQueryBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static EndpointQueryBuilder builder() {
        return new EndpointQueryBuilder();
    }
}
