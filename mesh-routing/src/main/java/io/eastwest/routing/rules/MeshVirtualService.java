package io.eastwest.routing.rules;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.style.RoutingValue;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** A VirtualService as istiod works with it: host and gateway names resolved, delegates merged; written by a user or made from Gateway API routes. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface MeshVirtualService {
    /** {@return the object it comes from: the VirtualService, or the oldest route of a Gateway API merge} */
    ResourceKey resource();

    /** {@return namespace} */
    String namespace();

    /** {@return name; for one made from Gateway API routes istiod's internal name} */
    String name();

    /** {@return creation time} */
    Instant creationTime();

    /** {@return hosts, short names resolved} */
    List<String> hosts();

    /** {@return gateways: {@code mesh} or {@code <namespace>/<name>}; never empty} */
    List<String> gateways();

    /** {@return exportTo as written; empty: mesh default} */
    List<String> exportTo();

    /** {@return whether it is made from Gateway API routes} */
    @Value.Default
    default boolean gatewaySemantics() {
        return false;
    }

    /** {@return HTTP rules in order} */
    List<HttpRule> http();

    /** {@return TLS rules in order} */
    List<TlsRule> tls();

    /** {@return TCP rules in order} */
    List<TcpRule> tcp();

    /** {@return a builder that starts from this value} */
    default MeshVirtualServiceBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static MeshVirtualServiceBuilder builder() {
        return new MeshVirtualServiceBuilder();
    }
}
