package io.eastwest.routing.view;

import io.eastwest.model.gatewayapi.Gateway;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.ServiceScope;
import io.eastwest.model.istio.mesh.ServiceScopeConfiguration;
import io.eastwest.model.kubernetes.Deployment;
import io.eastwest.model.kubernetes.EnvironmentVariable;
import io.eastwest.model.kubernetes.LabelSelector;
import io.eastwest.model.kubernetes.LabelSelectorOperator;
import io.eastwest.model.kubernetes.LabelSelectorRequirement;
import io.eastwest.model.sail.PilotValues;
import java.util.LinkedHashMap;
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
    private final Map<String, String> environment = new LinkedHashMap<>();
    private boolean visible;
    private boolean profile;

    private AmbientInstallation(List<ClusterState> clusters) {
        this.clusters = clusters;
        ClusterState own = clusters.get(0);
        Optional<SailInstallation> sail = SailInstallation.find(own.snapshot(), own.name(), issue -> {});
        sail.ifPresent(this::read);
        own.snapshot().resources(own.name(), Deployment.class).stream()
                .filter(deployment -> deployment.metadata().name().startsWith("istiod"))
                .forEach(this::read);
    }

    /**
     * Reads the switches.
     *
     * @param clusters the clusters that the control plane reads, its own first
     * @param mesh its mesh configuration
     * @param written whether that configuration was written out whole: what it leaves out is off
     */
    static AmbientSettings read(List<ClusterState> clusters, MeshConfig mesh, boolean written) {
        return new AmbientInstallation(clusters).settings(mesh, written);
    }

    private void read(SailInstallation sail) {
        visible = true;
        profile = sail.profile().filter(AmbientCapture::isAmbient).isPresent();
        sail.values().pilot().map(PilotValues::env).ifPresent(environment::putAll);
    }

    private void read(Deployment istiod) {
        visible = true;
        istiod.spec()
                .template()
                .spec()
                .ifPresent(pod ->
                        pod.containers().forEach(container -> container.env().forEach(this::read)));
    }

    private void read(EnvironmentVariable variable) {
        variable.value().ifPresent(value -> environment.put(variable.name(), value));
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
