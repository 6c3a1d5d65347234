package io.eastwest.routing.waypoint;

import io.eastwest.routing.ambient.AmbientIndex;
import io.eastwest.routing.ambient.AmbientService;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyListener;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.scope.ProxyScope;
import io.eastwest.routing.security.SecurityFilters;
import io.eastwest.routing.security.SecurityPolicies;
import io.eastwest.routing.view.MeshService;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import java.util.ArrayList;
import java.util.List;

/**
 * The listeners of an east-west gateway of ambient mode: one for each name and port of a global service, and of the waypoints of
 * such. The inner tunnel is passed on as bytes. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/listener_waypoint.go:buildWaypointInternal} for such a gateway.
 */
public final class EastWestTables {
    private EastWestTables() {}

    /**
     * Makes the listeners of a gateway.
     *
     * @param scope the gateway's proxy and what its control plane knows
     * @param index what the control plane sends to ztunnels
     * @param policies the security policies of the control plane
     * @return listeners whose address is a hostname
     */
    public static List<ProxyListener> listeners(ProxyScope scope, AmbientIndex index, SecurityPolicies policies) {
        SecurityFilters filters = policies.filters(scope.proxy());
        List<ProxyListener> listeners = new ArrayList<>();
        for (AmbientService served : index.sharedServices()) {
            for (MeshServicePort port : served.service().ports()) {
                if (port.protocol() != PortProtocol.UDP) {
                    listeners.add(listener(served.service(), port, filters));
                }
            }
        }
        return listeners;
    }

    private static ProxyListener listener(MeshService service, MeshServicePort port, SecurityFilters filters) {
        String cluster = ServedServices.tcp(service, port.number());
        FilterChain chain = FilterChain.builder()
                .name(cluster)
                .tunnelled(true)
                .networkRbac(filters.tcp())
                .filter(new TcpProxy(List.of(WeightedCluster.of(cluster, 1)), false, List.of()))
                .addOrigin(new Origin(service.resource(), ""))
                .build();
        return ProxyListener.builder()
                .name("main_internal")
                .address(service.hostname())
                .port(port.number())
                .addFilterChain(chain)
                .detectsTls(false)
                .detectsHttp(false)
                .build();
    }
}
