package io.eastwest.model;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.reader.Manifest;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the resources of a {@link MeshSnapshot}. Not thread-safe. */
public final class MeshSnapshotBuilder {
    private final Manifest topology;
    private final Map<String, List<Manifest>> manifests = new LinkedHashMap<>();

    MeshSnapshotBuilder(Manifest topology) {
        this.topology = topology;
        for (ClusterTopology cluster :
                ((MeshTopology) topology.resource()).spec().clusters()) {
            manifests.put(cluster.name(), new ArrayList<>());
        }
    }

    /**
     * Adds resources to a cluster, after those it has.
     *
     * @param cluster name of the cluster
     * @param resources what to add
     * @return this builder
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public MeshSnapshotBuilder add(String cluster, MeshResource... resources) {
        return addAll(cluster, Arrays.asList(resources));
    }

    /**
     * Adds resources to a cluster, after those it has.
     *
     * @param cluster name of the cluster
     * @param resources what to add
     * @return this builder
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public MeshSnapshotBuilder addAll(String cluster, Collection<? extends MeshResource> resources) {
        List<Manifest> added = of(cluster);
        resources.forEach(resource -> added.add(Manifest.of(resource)));
        return this;
    }

    /**
     * Adds resources that keep their places to a cluster, after those it has.
     *
     * @param cluster name of the cluster
     * @param added what to add
     * @return this builder
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public MeshSnapshotBuilder addManifests(String cluster, Collection<Manifest> added) {
        of(cluster).addAll(added);
        return this;
    }

    /**
     * Puts a resource in the place of the one with the same key, or after all others.
     *
     * @param cluster name of the cluster
     * @param resource what to put
     * @return this builder
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public MeshSnapshotBuilder put(String cluster, MeshResource resource) {
        List<Manifest> all = of(cluster);
        ResourceKey key = resource.key();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).resource().key().equals(key)) {
                all.set(i, Manifest.of(resource));
                return this;
            }
        }
        all.add(Manifest.of(resource));
        return this;
    }

    /**
     * Takes a resource out of a cluster, if it is there.
     *
     * @param cluster name of the cluster
     * @param key what to take out
     * @return this builder
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public MeshSnapshotBuilder remove(String cluster, ResourceKey key) {
        of(cluster).removeIf(manifest -> manifest.resource().key().equals(key));
        return this;
    }

    /** {@return the snapshot; this builder can go on} */
    public MeshSnapshot build() {
        return new MeshSnapshot(topology, MeshSnapshot.index((MeshTopology) topology.resource(), manifests));
    }

    private List<Manifest> of(String cluster) {
        List<Manifest> list = manifests.get(requireNonNull(cluster, "cluster"));
        if (list == null) {
            throw new IllegalArgumentException(
                    "no cluster \"" + cluster + "\" in the topology; there are " + manifests.keySet());
        }
        return list;
    }
}
