package io.eastwest.model;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.validation.MeshValidation;
import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.FileTreeSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is configured: the topology of a mesh and the resources of each of its clusters. A resource of one
 * cluster does not exist in another. Immutable and thread-safe.
 */
public final class MeshSnapshot implements FileTreeSource {
    private final Manifest topology;
    private final Map<String, ClusterResources> clusters;

    MeshSnapshot(Manifest topology, Map<String, ClusterResources> clusters) {
        this.topology = topology;
        this.clusters = Collections.unmodifiableMap(clusters);
    }

    /**
     * Reads a mesh: {@code topology.yaml} and {@code clusters/<name>/**}. An unknown field is an error, and so is what
     * {@link MeshValidation} finds.
     *
     * @param folder folder of the mesh
     * @return the snapshot and all problems; without a snapshot when the topology cannot be read
     */
    public static ReadResult<MeshSnapshot> read(Path folder) {
        return validated(read(folder, ManifestReader.strict()));
    }

    /**
     * Reads a mesh from files that are not written, as {@link #read(Path)} does once they are.
     *
     * @param files texts by path
     * @return the snapshot and all problems; without a snapshot when the topology cannot be read
     */
    public static ReadResult<MeshSnapshot> read(FileTree files) {
        return validated(read(files, ManifestReader.strict()));
    }

    private static ReadResult<MeshSnapshot> validated(ReadResult<MeshSnapshot> result) {
        List<Issue> issues = new ArrayList<>(result.issues());
        result.value().map(MeshValidation::check).ifPresent(issues::addAll);
        return result.value().map(mesh -> ReadResult.of(mesh, issues)).orElseGet(() -> ReadResult.failed(issues));
    }

    /**
     * Reads a mesh with a reader of one's own; {@link ManifestReader#pruning()} treats unknown fields as an API server
     * does. The rules of webhooks are not checked: an object that only they object to is in the snapshot.
     *
     * @param folder folder of the mesh
     * @param reader reads every file
     * @return the snapshot and all problems; without a snapshot when the topology cannot be read
     */
    public static ReadResult<MeshSnapshot> read(Path folder, ManifestReader reader) {
        return new MeshReading(MeshSource.of(folder), reader).read();
    }

    /**
     * Reads a mesh from files that are not written, as {@link #read(Path, ManifestReader)} does once they are.
     *
     * @param files texts by path
     * @param reader reads every file
     * @return the snapshot and all problems; without a snapshot when the topology cannot be read
     */
    public static ReadResult<MeshSnapshot> read(FileTree files, ManifestReader reader) {
        return new MeshReading(MeshSource.of(files), reader).read();
    }

    /**
     * Starts a snapshot from code.
     *
     * @param topology the clusters
     * @return a builder without resources
     */
    public static MeshSnapshotBuilder builder(MeshTopology topology) {
        return new MeshSnapshotBuilder(Manifest.of(topology));
    }

    /** {@return a builder that starts with the topology and all resources of this snapshot} */
    public MeshSnapshotBuilder toBuilder() {
        MeshSnapshotBuilder builder = new MeshSnapshotBuilder(topology);
        clusters.forEach((name, resources) -> builder.addManifests(name, resources.manifests()));
        return builder;
    }

    /** {@return the topology} */
    public MeshTopology topology() {
        return (MeshTopology) topology.resource();
    }

    /** {@return the topology and where it was read} */
    public Manifest topologyManifest() {
        return topology;
    }

    /** {@return names of the clusters, in the order of the topology} */
    public List<String> clusters() {
        return Collections.unmodifiableList(new ArrayList<>(clusters.keySet()));
    }

    /**
     * All resources of a cluster.
     *
     * @param cluster its name
     * @return the resources in the order in which they were read or added
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public List<Manifest> manifests(String cluster) {
        return of(cluster).manifests();
    }

    /**
     * The resources of one kind in a cluster.
     *
     * @param <T> type of the kind
     * @param cluster name of the cluster
     * @param type type of the kind, such as {@code VirtualService.class}
     * @return the resources in the order in which they were read or added
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public <T extends MeshResource> List<T> resources(String cluster, Class<T> type) {
        return of(cluster).resources(type);
    }

    /**
     * Finds a resource.
     *
     * @param cluster name of the cluster
     * @param key what is looked for
     * @return the manifest; the last one when the cluster holds several of that key
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public Optional<Manifest> find(String cluster, ResourceKey key) {
        return of(cluster).find(key);
    }

    /**
     * Finds the place of a value.
     *
     * @param cluster name of the cluster
     * @param key resource of the value
     * @param path value in the resource
     * @return its place, or that of the last part of the path that exists; empty without such a resource or a text
     * @throws IllegalArgumentException if the topology has no such cluster
     */
    public Optional<SourceLocation> locate(String cluster, ResourceKey key, DocumentPath path) {
        return of(cluster).find(key).flatMap(manifest -> manifest.locate(path));
    }

    /** {@return the mesh as files: {@code topology.yaml} and one file per resource below {@code clusters/<name>}} */
    @Override
    public FileTree toFiles() {
        return MeshFiles.of(this);
    }

    private ClusterResources of(String cluster) {
        ClusterResources resources = clusters.get(requireNonNull(cluster, "cluster"));
        if (resources == null) {
            throw new IllegalArgumentException(
                    "no cluster \"" + cluster + "\" in the topology; there are " + clusters.keySet());
        }
        return resources;
    }

    /** {@return whether topology and resources are equal, wherever they were read} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeshSnapshot that && topology.equals(that.topology) && clusters.equals(that.clusters);
    }

    @Override
    public int hashCode() {
        return 31 * topology.hashCode() + clusters.hashCode();
    }

    @Override
    public String toString() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        clusters.forEach(
                (name, resources) -> counts.put(name, resources.manifests().size()));
        return "MeshSnapshot{" + topology().metadata().name() + ", resources: " + counts + "}";
    }

    static Map<String, ClusterResources> index(
            MeshTopology topology, Map<String, ? extends Collection<Manifest>> manifests) {
        Map<String, ClusterResources> clusters = new LinkedHashMap<>();
        topology.spec()
                .clusters()
                .forEach(cluster -> clusters.put(cluster.name(), ClusterResources.of(manifests.get(cluster.name()))));
        return clusters;
    }
}
