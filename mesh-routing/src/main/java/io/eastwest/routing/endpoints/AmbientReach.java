package io.eastwest.routing.endpoints;

import io.eastwest.routing.view.AmbientSettings;
import io.eastwest.routing.view.MeshProxy;
import java.util.Optional;

/**
 * How a proxy reaches other networks where services are shared in ambient mode. Mirrors istio 1.30.3 {@code
 * pilot/pkg/xds/endpoints/ep_filters.go:EndpointsByNetworkFilter}.
 *
 * @param isOn whether services are shared
 * @param usesTunnels whether the proxy takes the HBONE port of gateways; sidecars never do
 * @param reachesOthers whether it may reach other networks at all
 * @param target what gateways are asked to reach, {@code host:port}; empty: they take mutual TLS
 */
record AmbientReach(boolean isOn, boolean usesTunnels, boolean reachesOthers, Optional<String> target) {
    /** Without ambient mode. */
    static final AmbientReach NONE = new AmbientReach(false, false, true, Optional.empty());

    static AmbientReach of(AmbientSettings settings, EndpointQuery query) {
        if (!settings.multiNetwork()) {
            return NONE;
        }
        boolean tunnels = query.proxy().kind() != MeshProxy.Kind.SIDECAR;
        boolean reaches = switch (query.proxy().kind()) {
            case SIDECAR -> true;
            case ROUTER -> settings.gatewaysReachNetworks();
            case WAYPOINT -> settings.waypointsReachNetworks() || query.proxy().isEastWestGateway();
        };
        return new AmbientReach(
                true,
                tunnels,
                reaches,
                tunnels
                        ? Optional.of(
                                query.service().hostname() + ":" + query.port().number())
                        : Optional.empty());
    }
}
