package io.eastwest.routing.endpoints;

import io.eastwest.routing.view.AmbientSettings;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.ServiceEndpoint;
import io.eastwest.routing.view.TunnelProtocol;

/**
 * Whether a proxy reaches an endpoint in a tunnel. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/endpoint_builder.go:buildEnvoyLbEndpoint, supportTunnel}.
 */
final class TunnelUse {
    private static final String MANAGED = "gateway.istio.io/managed";
    private static final String WAYPOINT = "istio.io-mesh-controller";

    private TunnelUse() {}

    static boolean tunnels(ServiceEndpoint endpoint, EndpointQuery query, ControlPlaneView view) {
        AmbientSettings ambient = view.ambient();
        if (!ambient.enabled() || endpoint.address().isEmpty() || !AddressText.isIp(endpoint.address())) {
            return false;
        }
        boolean legacy = endpoint.mutualTls() && !ambient.prefersHbone() && !query.servedByWaypoint();
        return !legacy && takesTunnels(endpoint, view);
    }

    /** Pods behind a ztunnel are known of the own cluster alone, or of its network where services are shared. */
    private static boolean takesTunnels(ServiceEndpoint endpoint, ControlPlaneView view) {
        if (WAYPOINT.equals(endpoint.labels().get(MANAGED)) || endpoint.tunnel() == TunnelProtocol.NATIVE_HBONE) {
            return true;
        }
        boolean known = view.ambient().multiNetwork()
                ? endpoint.network().equals(view.clusters().get(0).network())
                : endpoint.cluster().equals(view.cluster());
        return known && endpoint.tunnel() == TunnelProtocol.HBONE;
    }
}
