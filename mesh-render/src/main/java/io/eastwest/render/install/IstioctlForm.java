package io.eastwest.render.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same installation by files of istioctl. Its profile {@code default} would add an ingress gateway, {@code minimal} does
 * not. Mirrors istio 1.30.3 {@code manifests/profiles} and {@code operator/pkg/apis/types.go:IstioOperatorSpec}.
 */
final class IstioctlForm {
    private IstioctlForm() {}

    static List<ToolFile> of(Installation mesh, InstalledCluster cluster) {
        List<ToolFile> files = new ArrayList<>();
        List<Istio> istios = ControlPlaneWriter.all(mesh, cluster);
        files.add(file(cluster, Artefact.CONTROL_PLANE, "16", istios.get(0), cluster));
        istios.stream()
                .skip(1)
                .forEach(hosted -> files.add(
                        file(cluster, Artefact.HOSTED_CONTROL_PLANE, "17", hosted, mesh.configClusterOf(cluster))));
        return files;
    }

    private static ToolFile file(
            InstalledCluster cluster, Artefact artefact, String number, Istio istio, InstalledCluster named) {
        String name = istio.metadata().name();
        String namespace = istio.spec().namespace().orElseThrow();
        ObjectNode spec = Json.object().put("profile", profile(istio)).put("namespace", namespace);
        if (!named.isDefaultRevision()) {
            spec.put("revision", named.revision());
        }
        components(cluster, artefact, spec);
        spec.set("values", values(cluster, istio, namespace));
        ObjectNode document =
                Json.object().put("apiVersion", "install.istio.io/v1alpha1").put("kind", "IstioOperator");
        document.set("metadata", Json.object().put("name", name).put("namespace", namespace));
        document.set("spec", spec);
        String path = "install/" + cluster.name() + "/" + number + "-istio-operator-" + name + ".yaml";
        String command = "istioctl install --context=" + cluster.name() + " -f " + path + " -y";
        return new ToolFile(artefact, path, ManifestWriter.toYaml(document), command, Optional.empty());
    }

    private static String profile(Istio istio) {
        Optional<InstallProfile> profile = istio.spec().profile();
        return profile.filter(known -> known == InstallProfile.ambient || known == InstallProfile.remote)
                .map(InstallProfile::name)
                .orElse("minimal");
    }

    private static void components(InstalledCluster cluster, Artefact artefact, ObjectNode spec) {
        ObjectNode components = Json.object();
        if (artefact == Artefact.HOSTED_CONTROL_PLANE) {
            components.set("base", Json.object().put("enabled", false));
        }
        if (AmbientWriter.hasCni(cluster)) {
            components.set("cni", Json.object().put("enabled", true).put("namespace", Names.CNI_NAMESPACE));
        }
        if (cluster.isAmbient()) {
            components.set("ztunnel", Json.object().put("enabled", true).put("namespace", Names.ZTUNNEL_NAMESPACE));
        }
        if (!components.isEmpty()) {
            spec.set("components", components);
        }
    }

    private static ObjectNode values(InstalledCluster cluster, Istio istio, String namespace) {
        ObjectNode values = istio.spec()
                .values()
                .map(given -> (ObjectNode) ManifestWriter.valueToTree(given))
                .orElseGet(Json::object);
        if (!namespace.equals("istio-system")) {
            values.withObject("/global").put("istioNamespace", namespace);
        }
        if (cluster.isOpenShift()) {
            values.withObject("/global").put("platform", "openshift");
        }
        if (cluster.isAmbient()) {
            values.set("ztunnel", ManifestWriter.valueToTree(AmbientWriter.settings(cluster)));
        }
        return values;
    }
}
