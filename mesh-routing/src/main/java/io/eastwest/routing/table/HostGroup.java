package io.eastwest.routing.table;

import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.view.MeshService;
import java.util.List;

/**
 * Hosts that share routes on a port.
 *
 * @param port service port
 * @param hosts hosts that are no services
 * @param services services
 * @param routes their routes
 * @param origin the VirtualService, or the service
 */
record HostGroup(int port, List<String> hosts, List<MeshService> services, List<ProxyRoute> routes, Origin origin) {}
