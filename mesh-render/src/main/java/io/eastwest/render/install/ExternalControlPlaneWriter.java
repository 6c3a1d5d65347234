package io.eastwest.render.install;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshConfigBuilder;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioSpec;
import io.eastwest.model.sail.IstioValues;
import io.eastwest.model.sail.IstioValuesBuilder;
import io.eastwest.model.sail.IstiodRemoteValues;
import io.eastwest.model.sail.PilotValues;
import io.eastwest.model.sail.PilotValuesBuilder;
import java.util.Optional;

/**
 * The {@code Istio} resources of an external control plane: one cluster holds the configuration and the workloads, another
 * runs their istiod. Mirrors sail-operator 1.30.3 {@code docs/deployment-models/multicluster.adoc}, put right where
 * istiod would read another ConfigMap than the one that exists.
 */
final class ExternalControlPlaneWriter {
    private ExternalControlPlaneWriter() {}

    /** In the host cluster: an istiod of its own, only for the gateway through which the mesh reaches the other. */
    static Istio gatewayHost(InstalledCluster host) {
        return Istio.of(
                host.resource(),
                IstioSpec.builder()
                        .version(host.version())
                        .namespace(host.namespace())
                        .updateStrategy(host.updates())
                        .build());
    }

    /** In the cluster of the configuration: everything but istiod. */
    static Istio config(Installation mesh, InstalledCluster cluster) {
        IstioValuesBuilder values = IstioValues.builder()
                .meshConfig(ControlPlaneWriter.meshConfig(mesh, cluster))
                .global(ControlPlaneWriter.global(mesh, cluster)
                        .istioNamespace(cluster.namespace())
                        .remotePilotAddress(mesh.pilotAddress(cluster))
                        .configCluster(true)
                        .build())
                .pilot(ControlPlaneWriter.configMap(PilotValues.builder()).build())
                .istiodRemote(IstiodRemoteValues.builder()
                        .injectionPath(ControlPlaneWriter.injectionPath(cluster))
                        .build());
        return Istio.of(
                cluster.resource(),
                IstioSpec.builder()
                        .version(cluster.version())
                        .namespace(cluster.namespace())
                        .updateStrategy(cluster.updates())
                        .profile(InstallProfile.remote)
                        .values(values.build())
                        .build());
    }

    /** In the host cluster: the istiod that takes the other cluster for its own. */
    static Istio controlPlane(Installation mesh, InstalledCluster host) {
        InstalledCluster config = mesh.configClusterOf(host);
        String address = address(mesh.pilotAddress(config));
        MeshConfigBuilder meshConfig = MeshConfig.builder()
                .rootNamespace(mesh.mesh().rootNamespace().orElse(config.namespace()))
                .defaultConfig(
                        MeshProxyConfig.builder().discoveryAddress(address).build());
        ControlPlaneWriter.meshConfig(mesh, config)
                .flatMap(MeshConfig::trustDomain)
                .ifPresent(meshConfig::trustDomain);
        IstioValues values = IstioValues.builder()
                .meshConfig(meshConfig.build())
                .global(ControlPlaneWriter.global(mesh, config)
                        .istioNamespace(config.namespace())
                        .caAddress(address)
                        .operatorManageWebhooks(true)
                        .putOtherField("configValidation", Json.of(false))
                        .build())
                .pilot(pilot(mesh, host, config))
                .build();
        return Istio.of(
                config.resource(),
                IstioSpec.builder()
                        .version(host.version())
                        .namespace(config.namespace())
                        .updateStrategy(config.updates())
                        .profile(InstallProfile.empty)
                        .values(values)
                        .build());
    }

    private static PilotValues pilot(Installation mesh, InstalledCluster host, InstalledCluster config) {
        String meshConfig = "istio" + config.suffix();
        String injector = "istio-sidecar-injector" + config.suffix();
        PilotValuesBuilder pilot = PilotValues.builder()
                .putEnv("CLUSTER_ID", config.name())
                .putEnv("EXTERNAL_ISTIOD", Names.TRUE)
                .putEnv("INJECTION_WEBHOOK_CONFIG_NAME", Names.injector(config))
                .putEnv("LOCAL_CLUSTER_SECRET_WATCHER", Names.TRUE)
                .putEnv("SHARED_MESH_CONFIG", meshConfig)
                .putEnv("VALIDATION_WEBHOOK_CONFIG_NAME", Names.validator(config))
                .putOtherField("enabled", Json.of(true))
                .putOtherField(
                        "volumes", Json.array(volume("config-volume", meshConfig), volume("inject-volume", injector)))
                .putOtherField(
                        "volumeMounts",
                        Json.array(
                                mount("config-volume", "/etc/istio/config"),
                                mount("inject-volume", "/var/lib/istio/inject")));
        Optional<String> allowed = ControlPlaneWriter.insecureKubeconfigs(mesh, host);
        allowed.ifPresent(options -> pilot.putEnv(KubeconfigCheck.ALLOWED, options));
        return pilot.build();
    }

    private static JsonNode volume(String name, String configMap) {
        return Json.object().put("name", name).set("configMap", Json.object().put("name", configMap));
    }

    private static JsonNode mount(String name, String path) {
        return Json.object().put("name", name).put("mountPath", path);
    }

    /** Address and port of the secured port of istiod. */
    private static String address(String host) {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + Names.XDS_PORT;
    }
}
