package io.eastwest.routing.scope;

import io.eastwest.routing.rules.MeshVirtualService;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.PortProtocol;
import java.util.List;
import java.util.Optional;

/**
 * One egress listener.
 *
 * @param port its port; empty: the catch-all
 * @param bind address that its listeners bind, chosen by the user; empty: chosen by istiod
 * @param services imported services in order, trimmed to the port when it has one
 * @param virtualServices imported VirtualServices of gateway mesh in order
 */
public record EgressListener(
        Optional<Port> port,
        Optional<String> bind,
        List<MeshService> services,
        List<MeshVirtualService> virtualServices) {
    /**
     * Copies the lists.
     *
     * @param port its port; empty: the catch-all
     * @param bind address that its listeners bind; empty: chosen by istiod
     * @param services imported services in order, trimmed to the port when it has one
     * @param virtualServices imported VirtualServices of gateway mesh in order
     */
    public EgressListener {
        services = List.copyOf(services);
        virtualServices = List.copyOf(virtualServices);
    }

    /**
     * Port of an egress listener.
     *
     * @param number port number; 0 for a unix domain socket
     * @param protocol protocol
     * @param bind bind address; empty: chosen by istiod
     */
    public record Port(int number, PortProtocol protocol, Optional<String> bind) {}
}
