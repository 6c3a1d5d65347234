package io.eastwest.routing.rules;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.style.RoutingValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** A Gateway as istiod works with it: written by a user or made from a listener of a Gateway API Gateway. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MeshGateway {
    /** {@return the object it comes from} */
    ResourceKey resource();

    /** {@return namespace} */
    String namespace();

    /** {@return name; istiod's internal name for a listener} */
    String name();

    /** {@return creation time} */
    Instant creationTime();

    /** {@return label selector; empty: every gateway pod (of a user Gateway)} */
    Map<String, String> selector();

    /** {@return hostnames of the Services it binds to (Gateway API); empty: the selector decides} */
    List<String> gatewayServices();

    /** {@return namespace in which those Services must be: the Gateway's, also for a listener of a ListenerSet; empty for one that a user wrote} */
    @Value.Default
    default String serviceNamespace() {
        return "";
    }

    /** {@return whether it is made from a Gateway API listener} */
    @Value.Default
    default boolean gatewaySemantics() {
        return false;
    }

    /** {@return servers in order} */
    List<GatewayServer> servers();

    /** {@return {@code <namespace>/<name>}, as VirtualServices name it} */
    default String reference() {
        return namespace() + "/" + name();
    }

    /** {@return a builder that starts from this value} */
    default MeshGatewayBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MeshGatewayBuilder builder() {
        return new MeshGatewayBuilder();
    }
}
