package io.eastwest.render.compare;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.ResourceKey;
import io.eastwest.model.kubernetes.ConfigMap;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.sail.Istio;
import io.eastwest.model.writer.ManifestWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the clusters of a mesh hold beside the installation: workloads, which stay where they are, and rules. */
final class UserResources {
    /** Namespace of an external control plane. */
    static final String EXTERNAL = "external-istiod";

    private static final List<String> RULES = List.of(
            "networking.istio.io",
            "security.istio.io",
            "telemetry.istio.io",
            "extensions.istio.io",
            "gateway.networking.k8s.io",
            "gateway.networking.x-k8s.io");
    private static final List<String> OF_GATEWAYS = List.of("Gateway", "VirtualService", "HTTPRoute", "TLSRoute");

    private final SortedMap<String, List<MeshResource>> workloads = new TreeMap<>();
    private final SortedMap<String, List<MeshResource>> rules = new TreeMap<>();
    private final TreeSet<String> system = new TreeSet<>(List.of("istio-system", "istio-cni", "ztunnel"));

    private final List<String> configured = new ArrayList<>();
    private final String root;

    UserResources(MeshSnapshot mesh) {
        root = mesh.topology().spec().rootNamespaceOrDefault();
        system.add(root);
        system.add(EXTERNAL);
        for (String cluster : mesh.clusters()) {
            List<MeshResource> run = new ArrayList<>();
            List<MeshResource> ruling = new ArrayList<>();
            for (Manifest manifest : mesh.manifests(cluster)) {
                MeshResource resource = manifest.resource();
                if (!isInstallation(resource)) {
                    (RULES.contains(resource.group()) ? ruling : run).add(resource);
                }
            }
            if (mesh.manifests(cluster).stream().anyMatch(each -> hasMeshConfig(each.resource()))) {
                configured.add(cluster);
            }
            workloads.put(cluster, run);
            rules.put(cluster, ruling);
        }
    }

    /** Whether a resource belongs to the mesh itself; a policy of the root namespace does not. */
    private boolean isInstallation(MeshResource resource) {
        if (resource.group().equals("sailoperator.io")) {
            return true;
        }
        if (!resource.namespaced()) {
            return resource.kind().equals("Namespace")
                    ? system.contains(resource.metadata().name())
                    : resource.metadata().name().startsWith("istio");
        }
        boolean inside = system.contains(resource.metadata().namespaceOrDefault());
        return inside && (!RULES.contains(resource.group()) || OF_GATEWAYS.contains(resource.kind()));
    }

    private boolean hasMeshConfig(MeshResource resource) {
        if (resource instanceof ConfigMap map) {
            return map.data().containsKey("mesh")
                    && system.contains(map.metadata().namespaceOrDefault());
        }
        return resource instanceof Istio istio
                && istio.spec().values().flatMap(values -> values.meshConfig()).isPresent();
    }

    List<MeshResource> workloads(String cluster) {
        return workloads.getOrDefault(cluster, List.of());
    }

    /** {@return the root namespace of the mesh as it was given} */
    String rootNamespace() {
        return root;
    }

    /** {@return clusters that have a mesh configuration, which is not carried over} */
    List<String> configured() {
        return configured;
    }

    /** {@return the namespaces that belong to the mesh itself} */
    Set<String> systemNamespaces() {
        return system;
    }

    /**
     * The rules that each control plane reads: what stands in a cluster whose control plane is elsewhere is put where that one reads.
     *
     * @param configuration cluster whose API server configures the proxies of a cluster, by cluster
     * @param notes takes what is not the same afterwards
     * @return rules by cluster
     */
    Map<String, List<MeshResource>> rules(Map<String, String> configuration, List<String> notes) {
        Map<String, Map<ResourceKey, MeshResource>> placed = new LinkedHashMap<>();
        configuration.values().forEach(cluster -> {
            Map<ResourceKey, MeshResource> own = new LinkedHashMap<>();
            rules.getOrDefault(cluster, List.of()).forEach(rule -> own.put(rule.key(), rule));
            placed.put(cluster, own);
        });
        configuration.forEach((cluster, leader) -> {
            Map<ResourceKey, MeshResource> there = placed.getOrDefault(leader, new LinkedHashMap<>());
            for (MeshResource rule : rules.getOrDefault(cluster, List.of())) {
                MeshResource other = there.putIfAbsent(rule.key(), rule);
                if (other != null && !ManifestWriter.toYaml(other).equals(ManifestWriter.toYaml(rule))) {
                    notes.add(rule.key() + " of " + cluster + " differs from that of " + leader
                            + ", which counts for both");
                }
            }
        });
        Map<String, List<MeshResource>> all = new LinkedHashMap<>();
        placed.forEach((cluster, own) -> all.put(cluster, new ArrayList<>(own.values())));
        return all;
    }

    /** {@return how many rules of these kinds there are, in any cluster} */
    long count(String... kinds) {
        return rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> List.of(kinds).contains(rule.kind()))
                .count();
    }

    /** {@return how many rules stand in a namespace} */
    long countIn(String namespace) {
        return rules.values().stream()
                .flatMap(List::stream)
                .filter(rule -> rule.metadata().namespaceOrDefault().equals(namespace))
                .count();
    }
}
