package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshServiceSettings;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.MeshConfigReader;
import io.eastwest.model.sail.InstallProfile;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.sail.IstioValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds settings of services to the mesh configuration of a control plane, wherever it is written. */
final class ServiceSettingsEdit {
    private static final String CONFIG = "mesh";

    private ServiceSettingsEdit() {}

    static List<MeshResource> of(MeshSnapshot mesh, String cluster, List<MeshServiceSettings> settings) {
        List<MeshResource> edited = new ArrayList<>();
        for (Istio istio : mesh.resources(cluster, Istio.class)) {
            if (istio.spec().profile().filter(InstallProfile.remote::equals).isEmpty()) {
                edited.add(edit(istio, settings));
            }
        }
        for (ConfigMap map : mesh.resources(cluster, ConfigMap.class)) {
            String name = map.metadata().name();
            if (map.data().containsKey(CONFIG) && (name.equals("istio") || name.startsWith("istio-"))) {
                edited.add(edit(cluster, map, settings));
            }
        }
        if (edited.isEmpty()) {
            throw new IllegalArgumentException("cluster \"" + cluster
                    + "\" has a control plane but no mesh configuration; add a ConfigMap istio" + " or an Istio");
        }
        return List.copyOf(edited);
    }

    private static Istio edit(Istio istio, List<MeshServiceSettings> settings) {
        IstioValues values =
                istio.spec().values().orElseGet(() -> IstioValues.builder().build());
        MeshConfig config = values.meshConfig().orElse(MeshConfig.empty());
        MeshConfig more = config.toBuilder().addAllServiceSettings(settings).build();
        return istio.toBuilder()
                .spec(istio.spec().toBuilder()
                        .values(values.toBuilder().meshConfig(more).build())
                        .build())
                .build();
    }

    /** Adds a field to the text, which else stays as it is: it may say what only another version knows. */
    private static ConfigMap edit(String cluster, ConfigMap map, List<MeshServiceSettings> settings) {
        String text = map.data().getOrDefault(CONFIG, "").stripTrailing();
        List<MeshServiceSettings> held =
                MeshConfigReader.readConfig(CONFIG, text).orThrow().serviceSettings();
        if (!held.isEmpty() || text.startsWith("{") || text.lines().anyMatch(line -> line.startsWith("---"))) {
            throw new IllegalArgumentException("ConfigMap \"" + map.metadata().name() + "\" of cluster \"" + cluster
                    + "\" cannot take serviceSettings: it must be one block mapping without any; remove them");
        }
        StringBuilder yaml =
                new StringBuilder(text).append(text.isEmpty() ? "" : "\n").append("serviceSettings:\n");
        for (MeshServiceSettings each : settings) {
            yaml.append("- settings:\n    clusterLocal: ")
                    .append(each.isClusterLocal())
                    .append("\n  hosts:\n");
            each.hosts().forEach(host -> yaml.append("  - \"").append(host).append("\"\n"));
        }
        Map<String, String> data = new LinkedHashMap<>(map.data());
        data.put(CONFIG, yaml.toString());
        return map.toBuilder().data(data).build();
    }
}
