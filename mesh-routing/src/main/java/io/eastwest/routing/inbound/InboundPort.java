package io.eastwest.routing.inbound;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;

/**
 * A port of the workload that gets filter chains.
 *
 * @param bind address in the name of its chains
 * @param number port of the workload; 0: all that have no chains of their own
 * @param servicePort port in the name of its virtual host
 * @param protocol protocol
 * @param ownListener whether it gets a listener of its own instead of captured traffic
 * @param origins the service or the Sidecar
 */
record InboundPort(
        String bind, int number, int servicePort, PortProtocol protocol, boolean ownListener, List<Origin> origins) {
    InboundPort {
        origins = List.copyOf(origins);
    }

    String listenerName() {
        return bind + "_" + number;
    }

    String clusterName() {
        return "inbound|" + number + "||";
    }
}
