package io.eastwest.routing.ambient;

import io.eastwest.model.MeshResource;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.view.ClusterView;
import io.eastwest.routing.view.MeshService;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A cluster that holds what a test gives it. */
final class HandMadeCluster implements ClusterView {
    private final String name;
    private final List<MeshResource> resources = new ArrayList<>();
    private final Map<String, Map<String, String>> namespaces = new LinkedHashMap<>();

    HandMadeCluster(String name) {
        this.name = name;
    }

    HandMadeCluster with(String... manifests) {
        for (String each : manifests) {
            resources.add(ManifestReader.strict()
                    .read("cluster.yaml", each)
                    .orThrow()
                    .get(0)
                    .resource());
        }
        return this;
    }

    HandMadeCluster namespace(String namespace, Map<String, String> labels) {
        namespaces.put(namespace, labels);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String network() {
        return "n-" + name;
    }

    @Override
    public List<MeshService> services() {
        return List.of();
    }

    @Override
    public Map<String, String> namespaceLabels(String namespace) {
        return namespaces.getOrDefault(namespace, Map.of());
    }

    @Override
    public <T extends MeshResource> List<T> resources(Class<T> kind) {
        return resources.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
