package io.eastwest.routing.view;

import io.eastwest.model.istio.mesh.ServiceScopeConfiguration;
import io.eastwest.routing.style.RoutingValue;
import java.util.List;
import org.immutables.value.Value;

/**
 * What one control plane does of ambient mode. Each switch is off unless {@link #enabled()}. Not meant to be implemented by
 * users.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/features/ambient.go}.
 */
@RoutingValue
@Value.Immutable
public interface AmbientSettings {
    /** A control plane without ambient mode. */
    AmbientSettings OFF = builder().build();

    /** {@return whether ambient mode is served (PILOT_ENABLE_AMBIENT)} */
    @Value.Default
    default boolean enabled() {
        return false;
    }

    /** {@return whether services are shared with other clusters (AMBIENT_ENABLE_MULTI_NETWORK)} */
    @Value.Default
    default boolean multiNetwork() {
        return false;
    }

    /** {@return whether waypoints reach other networks (AMBIENT_ENABLE_MULTI_NETWORK_WAYPOINT)} */
    @Value.Default
    default boolean waypointsReachNetworks() {
        return false;
    }

    /** {@return whether ingress gateways reach other networks (AMBIENT_ENABLE_MULTI_NETWORK_INGRESS)} */
    @Value.Default
    default boolean gatewaysReachNetworks() {
        return false;
    }

    /** {@return whether gateways may send to waypoints (ENABLE_INGRESS_WAYPOINT_ROUTING)} */
    @Value.Default
    default boolean gatewaysUseWaypoints() {
        return false;
    }

    /** {@return whether HBONE is taken where a sidecar offers both (PILOT_PREFER_SENDING_HBONE)} */
    @Value.Default
    default boolean prefersHbone() {
        return false;
    }

    /** {@return whether each workload behind a waypoint allows it by a policy that nobody wrote (PILOT_AUTO_ALLOW_WAYPOINT_POLICY)} */
    @Value.Default
    default boolean allowsWaypoints() {
        return false;
    }

    /** {@return which services are shared between clusters; the first that takes a service and says GLOBAL counts} */
    List<ServiceScopeConfiguration> scopes();

    /** {@return switches that are set and not modelled, one line each} */
    List<String> findings();

    /** {@return a builder that starts from this value} */
    default AmbientSettingsBuilder toBuilder() {
        return builder().from(this);
    }

    /** {@return an empty builder} */
    static AmbientSettingsBuilder builder() {
        return new AmbientSettingsBuilder();
    }
}
