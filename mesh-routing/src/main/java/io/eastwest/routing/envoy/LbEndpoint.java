package io.eastwest.routing.envoy;

import io.eastwest.routing.style.RoutingValue;
import java.util.Optional;
import org.immutables.value.Value;

/** One endpoint of an assignment. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface LbEndpoint {
    /** {@return {@code ip:port}, {@code [v6]:port} or {@code name:port}} */
    String address();

    /** {@return load balancing weight} */
    @Value.Default
    default long weight() {
        return 1;
    }

    /** {@return health that the control plane sends} */
    @Value.Default
    default EndpointHealth health() {
        return EndpointHealth.HEALTHY;
    }

    /** {@return whether it is marked for mesh mTLS} */
    boolean mutualTls();

    /** {@return whether it is reached in a tunnel (HBONE), whatever the TLS settings of the cluster say} */
    @Value.Default
    default boolean tunnel() {
        return false;
    }

    /**
     * {@return what the tunnel is asked to reach where that is not the endpoint itself: {@code ip:port} behind a waypoint,
     * {@code host:port} behind a gateway of another network}
     */
    Optional<String> tunnelTarget();

    /** {@return workload, {@code <cluster>/<namespace>/<name>}; empty for gateways of other networks without workload} */
    Optional<String> owner();

    /** {@return set when the address is an east-west gateway that stands for endpoints of another network} */
    Optional<NetworkGatewayHop> gateway();

    /**
     * The gateway that stands for endpoints of another network.
     *
     * @param network network of the endpoints
     * @param cluster cluster of the gateway; empty when only the network is known
     */
    record NetworkGatewayHop(String network, String cluster) {}

    /** {@return a builder that starts from this value} */
    default LbEndpointBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static LbEndpointBuilder builder() {
        return new LbEndpointBuilder();
    }
}
