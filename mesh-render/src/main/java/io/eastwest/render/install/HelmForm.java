package io.eastwest.render.install;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.writer.ManifestWriter;
import io.eastwest.render.forecast.HelmChart;
import io.eastwest.render.forecast.HelmRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same installation by releases of Istio's charts. What the operator takes below {@code pilot} stands at the root of
 * the istiod chart. Mirrors istio 1.30.3 {@code manifests/charts}.
 */
final class HelmForm {
    private HelmForm() {}

    static List<ToolFile> of(Installation mesh, InstalledCluster cluster) {
        List<ToolFile> files = new ArrayList<>();
        List<Istio> istios = ControlPlaneWriter.all(mesh, cluster);
        Istio first = istios.get(0);
        files.add(file(
                cluster, Artefact.CONTROL_PLANE, HelmChart.base, "istio-base", cluster.namespace(), base(cluster)));
        if (AmbientWriter.hasCni(cluster)) {
            ObjectNode values = common(cluster);
            if (cluster.isAmbient()) {
                values.put("profile", "ambient");
            }
            files.add(file(cluster, Artefact.CNI, HelmChart.cni, "istio-cni", Names.CNI_NAMESPACE, values));
        }
        files.add(istiod(cluster, Artefact.CONTROL_PLANE, first, cluster));
        istios.stream()
                .skip(1)
                .forEach(hosted -> files.add(
                        istiod(cluster, Artefact.HOSTED_CONTROL_PLANE, hosted, mesh.configClusterOf(cluster))));
        if (cluster.isAmbient()) {
            ObjectNode values = common(cluster).put("profile", "ambient");
            values.setAll((ObjectNode) ManifestWriter.valueToTree(AmbientWriter.settings(cluster)));
            files.add(file(cluster, Artefact.ZTUNNEL, HelmChart.ztunnel, "ztunnel", Names.ZTUNNEL_NAMESPACE, values));
        }
        return files;
    }

    private static ObjectNode common(InstalledCluster cluster) {
        ObjectNode values = Json.object();
        if (cluster.isOpenShift()) {
            values.set("global", Json.object().put("platform", "openshift"));
        }
        return values;
    }

    private static ObjectNode base(InstalledCluster cluster) {
        ObjectNode values = common(cluster);
        ControlPlaneWriter.profile(cluster)
                .filter(profile -> !cluster.isHost())
                .ifPresent(profile -> values.put("profile", profile.name()));
        if (!cluster.namespace().equals("istio-system")) {
            values.withObject("/global").put("istioNamespace", cluster.namespace());
        }
        return values;
    }

    private static ToolFile istiod(InstalledCluster cluster, Artefact artefact, Istio istio, InstalledCluster named) {
        String namespace = istio.spec().namespace().orElseThrow();
        ObjectNode values = values(cluster, istio);
        profile(istio).ifPresent(profile -> values.put("profile", profile));
        if (!named.isDefaultRevision()) {
            values.put("revision", named.revision());
        }
        return file(cluster, artefact, HelmChart.istiod, named.istiod(), namespace, values);
    }

    private static ObjectNode values(InstalledCluster cluster, Istio istio) {
        ObjectNode values = Json.object();
        JsonNode given = istio.spec().values().map(ManifestWriter::valueToTree).orElseGet(Json::object);
        given.properties().forEach(field -> {
            if (field.getKey().equals("pilot")) {
                values.setAll((ObjectNode) field.getValue());
            } else {
                values.set(field.getKey(), field.getValue());
            }
        });
        String namespace = istio.spec().namespace().orElseThrow();
        if (!namespace.equals("istio-system")) {
            values.withObject("/global").put("istioNamespace", namespace);
        }
        if (cluster.isOpenShift()) {
            values.withObject("/global").put("platform", "openshift");
        }
        return values;
    }

    /** The chart knows no profile {@code empty}, which for the operator leaves out what this chart does not hold. */
    static Optional<String> profile(Istio istio) {
        return istio.spec()
                .profile()
                .filter(profile -> profile != InstallProfile.empty)
                .map(InstallProfile::name);
    }

    private static ToolFile file(
            InstalledCluster cluster,
            Artefact artefact,
            HelmChart chart,
            String name,
            String namespace,
            ObjectNode values) {
        return ToolFile.of(cluster, artefact, HelmRelease.of(chart, name, namespace, values));
    }
}
