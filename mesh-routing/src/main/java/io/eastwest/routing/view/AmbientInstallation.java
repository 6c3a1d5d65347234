package io.eastwest.routing.view;

import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.ServiceScope;
import io.eastwest.model.istio.mesh.ServiceScopeConfiguration;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.LabelSelectorOperator;
import io.eastwest.model.kubernetes.LabelSelectorRequirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ambient mode as the manifests of a control plane install it: a Sail {@code Istio}, or the Deployment of istiod. Where
 * neither is among the manifests, what the mesh uses is taken as installed: ambient mode if a pod or namespace is enrolled,
 * several networks if there is an east-west gateway of its class. Mirrors istio 1.30.3 {@code
 * pilot/pkg/features/ambient.go:registerAmbient} and {@code manifests/profiles/ambient.yaml}.
 */
final class AmbientInstallation {
    private static final String EAST_WEST_CLASS = "istio-east-west";
    private static final List<String> NOT_MODELLED = List.of(
            "ENABLE_LAYERED_WAYPOINT_AUTHORIZATION_POLICIES",
            "AMBIENT_ENABLE_DRY_RUN_AUTHORIZATION_POLICY",
            "PILOT_SKIP_VALIDATE_TRUST_DOMAIN");
    private static final List<String> NOT_MODELLED_OFF =
            List.of("PILOT_ENABLE_SENDING_HBONE", "PILOT_ENABLE_AMBIENT_WAYPOINTS");

    private final List<ClusterState> clusters;
    private final Map<String, String> environment;
    private final boolean visible;
    private final boolean profile;

    private AmbientInstallation(
            List<ClusterState> clusters, IstiodInstallation istiod, Optional<SailInstallation> sail) {
        this.clusters = clusters;
        this.environment = istiod.environment();
        this.visible = istiod.visible();
        this.profile = sail.flatMap(SailInstallation::profile)
                .filter(AmbientCapture::isAmbient)
                .isPresent();
    }

    /**
     * Reads the switches.
     *
     * @param clusters the clusters that the control plane reads, its own first
     * @param istiod what the manifests say of its installation
     * @param sail the Sail resource that installs it
     * @param mesh its mesh configuration
     * @param written whether that configuration was written out whole: what it leaves out is off
     */
    static AmbientSettings read(
            List<ClusterState> clusters,
            IstiodInstallation istiod,
            Optional<SailInstallation> sail,
            MeshConfig mesh,
            boolean written) {
        return new AmbientInstallation(clusters, istiod, sail).settings(mesh, written);
    }

    private AmbientSettings settings(MeshConfig mesh, boolean written) {
        boolean used = !visible && clusters.stream().anyMatch(AmbientCapture::isUsedIn);
        if (!is("PILOT_ENABLE_AMBIENT", profile || used)) {
            return AmbientSettings.OFF;
        }
        boolean several = is("AMBIENT_ENABLE_MULTI_NETWORK", !visible && hasEastWestGateway());
        AmbientSettingsBuilder settings = AmbientSettings.builder()
                .enabled(true)
                .multiNetwork(several)
                .waypointsReachNetworks(several && is("AMBIENT_ENABLE_MULTI_NETWORK_WAYPOINT", true))
                .gatewaysReachNetworks(several && is("AMBIENT_ENABLE_MULTI_NETWORK_INGRESS", false))
                .gatewaysUseWaypoints(is("ENABLE_INGRESS_WAYPOINT_ROUTING", true))
                .prefersHbone(is("PILOT_PREFER_SENDING_HBONE", false))
                .allowsWaypoints(is("PILOT_AUTO_ALLOW_WAYPOINT_POLICY", false))
                .scopes(scopes(mesh, written));
        for (String name : NOT_MODELLED) {
            if (is(name, false)) {
                settings.addFinding(notModelled(name));
            }
        }
        for (String name : NOT_MODELLED_OFF) {
            if (!is(name, true)) {
                settings.addFinding(notModelled(name));
            }
        }
        return settings.build();
    }

    private String notModelled(String name) {
        return "NOT_MODELLED control plane of cluster " + clusters.get(0).name() + ": " + name + "="
                + environment.get(name) + " changes ambient mode";
    }

    private boolean is(String name, boolean unless) {
        String value = environment.get(name);
        return value == null
                ? unless
                : List.of("1", "t", "T", "true", "TRUE", "True").contains(value);
    }

    private boolean hasEastWestGateway() {
        return clusters.stream()
                .anyMatch(cluster -> cluster.snapshot().resources(cluster.name(), Gateway.class).stream()
                        .anyMatch(gateway -> gateway.spec().gatewayClassName().equals(EAST_WEST_CLASS)));
    }

    /** The profile says which services are global; a mesh configuration replaces what it says. */
    private List<ServiceScopeConfiguration> scopes(MeshConfig mesh, boolean written) {
        if (!mesh.serviceScopeConfigs().isEmpty() || written || (visible && !profile)) {
            return mesh.serviceScopeConfigs();
        }
        return List.of(ServiceScopeConfiguration.builder()
                .servicesSelector(LabelSelector.builder()
                        .addMatchExpression(LabelSelectorRequirement.builder()
                                .key("istio.io/global")
                                .operator(LabelSelectorOperator.In)
                                .addValue("true")
                                .build())
                        .build())
                .scope(ServiceScope.GLOBAL)
                .build());
    }
}
