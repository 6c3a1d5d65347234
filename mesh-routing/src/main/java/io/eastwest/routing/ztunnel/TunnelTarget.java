package io.eastwest.routing.ztunnel;

import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.ambient.AmbientWorkload;
import io.eastwest.routing.ambient.Waypoint;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Where a ztunnel sends a share of connections. Not meant to be implemented by users. */
@RoutingValue
@Value.Immutable
public interface TunnelTarget {
    /** {@return how} */
    Protocol protocol();

    /** {@return what is dialled, {@code ip:port}} */
    String address();

    /** {@return what the tunnel is asked to reach, {@code ip:port} or {@code host:port}; empty: there is no tunnel} */
    Optional<String> authority();

    /** {@return workload behind the address: an endpoint or a pod of a waypoint; empty: unknown} */
    Optional<AmbientWorkload> workload();

    /** {@return the waypoint, where it is one} */
    Optional<Waypoint> waypoint();

    /** {@return the service that was called; empty: an address was} */
    Optional<AmbientService> service();

    /** {@return identities of which the next hop has to show one, without {@code spiffe://}; empty: it shows none} */
    List<String> expected();

    /** {@return identities of which the end of the inner tunnel has to show one; empty: there is no inner tunnel} */
    List<String> innerExpected();

    /** {@return exact share} */
    Share share();

    /** How a connection is sent. */
    enum Protocol {
        /** In a tunnel with mutual TLS. */
        HBONE,

        /** In a tunnel inside of a tunnel, through a gateway of another network. */
        DOUBLE_HBONE,

        /** As it is. */
        PLAINTEXT
    }

    /** {@return a builder that starts from this value} */
    default TunnelTargetBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static TunnelTargetBuilder builder() {
        return new TunnelTargetBuilder();
    }
}
