package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.mesh.MeshServiceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Calls of every service stay in the cluster of their caller, except those of some hosts. The control plane of the caller
 * decides, so every control plane is told.
 *
 * @param exceptions hosts that all clusters share: full hostnames, or {@code *.} and a suffix
 */
public record KeepLocal(List<String> exceptions) implements TrafficIntent {
    /**
     * Checks and copies.
     *
     * @param exceptions hosts that all clusters share
     * @throws IllegalArgumentException if one is neither a full hostname nor {@code *.} and a suffix
     */
    public KeepLocal {
        exceptions = List.copyOf(exceptions);
        for (String host : exceptions) {
            HostScope.checked(host.startsWith("*.") ? host.substring(2) : host);
        }
    }

    /**
     * Keeps every call local, except those of some hosts.
     *
     * @param hosts full hostnames, or {@code *.} and a suffix
     * @return the intent
     * @throws IllegalArgumentException if one is neither
     */
    public static KeepLocal except(String... hosts) {
        return new KeepLocal(List.of(hosts));
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        requireNonNull(mesh, "mesh");
        List<MeshServiceSettings> settings = new ArrayList<>();
        settings.add(MeshServiceSettings.clusterLocal(true, "*"));
        if (!exceptions.isEmpty()) {
            settings.add(MeshServiceSettings.clusterLocal(false, exceptions.toArray(String[]::new)));
        }
        SortedMap<String, List<MeshResource>> manifests = new TreeMap<>();
        for (String primary : HostScope.primaries(mesh)) {
            manifests.put(primary, ServiceSettingsEdit.of(mesh, primary, settings));
        }
        return manifests;
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return exceptions.isEmpty()
                ? List.of(new OwnClusterOnly(exceptions))
                : List.of(new OwnClusterOnly(exceptions), new Shared(exceptions));
    }

    static boolean isAmong(List<String> patterns, String host) {
        return patterns.stream()
                .anyMatch(pattern ->
                        pattern.startsWith("*.") ? host.endsWith(pattern.substring(1)) : host.equals(pattern));
    }
}
