package io.eastwest.render;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.model.writer.FileTree;
import io.eastwest.model.writer.FileTreeSource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mesh as files: {@code topology.yaml} and, for each cluster, {@code clusters/<name>/NN-kind-namespace.name.yaml} with
 * one resource in each, and {@code kustomization.yaml}. What is confidential stands apart in the folder {@code secret} of
 * its cluster. NN is the order in which files are applied, and a name depends on its resource alone. The same mesh gives
 * the same bytes. Every file was read back when the tree was made and said the same. Immutable.
 */
public final class MeshTree implements FileTreeSource {
    /** Names of files in the folder of a cluster, by when they are applied, wherever they stand. */
    static final Comparator<String> APPLY_ORDER = Comparator.comparing(
                    (String path) -> path.substring(path.lastIndexOf('/') + 1))
            .thenComparing(Comparator.naturalOrder());

    private static final Pattern SECRET = Pattern.compile("clusters/[^/]+/secret/[^.].*");
    private static final Pattern NUMBERED = Pattern.compile("(secret/)?\\d\\d-.*");

    private final MeshSnapshot snapshot;
    private final FileTree files;

    private MeshTree(MeshSnapshot snapshot, FileTree files) {
        this.snapshot = snapshot;
        this.files = files;
    }

    /**
     * Writes down a mesh.
     *
     * @param mesh the mesh, read or built in code
     * @return its files
     * @throws InvalidResourceException if two resources of a cluster are the same object, a resource has no name, a
     *     cluster has one that is no DNS label, or a resource would be read back as something else; lists all of them
     */
    public static MeshTree of(MeshSnapshot mesh) {
        TreeBuilder builder = new TreeBuilder(requireNonNull(mesh, "mesh"));
        return new MeshTree(builder.snapshot(), builder.files());
    }

    /** {@return the mesh with the resources of each cluster in the order of their files} */
    public MeshSnapshot snapshot() {
        return snapshot;
    }

    /** {@return all files; a Secret is among them if the mesh holds one} */
    @Override
    public FileTree toFiles() {
        return files;
    }

    /** {@return texts by path, in path order; a Secret is among them if the mesh holds one} */
    public SortedMap<String, String> files() {
        return files.files();
    }

    /** {@return the texts that everybody may read, by path, in path order} */
    public SortedMap<String, String> publicFiles() {
        return select(path -> !isSecret(path));
    }

    /** {@return the texts that are confidential, by path, in path order} */
    public SortedMap<String, String> secretFiles() {
        return select(MeshTree::isSecret);
    }

    /**
     * The files of one cluster, as {@code kubectl apply -f} takes them.
     *
     * @param cluster name of the cluster
     * @return texts by name in the folder of the cluster, in the order of application; those in {@code secret/} are
     *     confidential
     * @throws IllegalArgumentException if the mesh has no such cluster
     */
    public SortedMap<String, String> files(String cluster) {
        snapshot.manifests(cluster);
        String folder = "clusters/" + cluster + "/";
        SortedMap<String, String> named = new TreeMap<>(APPLY_ORDER);
        files().forEach((path, text) -> {
            if (path.startsWith(folder)
                    && NUMBERED.matcher(path.substring(folder.length())).matches()) {
                named.put(path.substring(folder.length()), text);
            }
        });
        return Collections.unmodifiableSortedMap(named);
    }

    /**
     * The file of a resource.
     *
     * @param cluster name of its cluster
     * @param resource the resource
     * @return the path that it has in every tree
     */
    public static String path(String cluster, MeshResource resource) {
        return "clusters/" + cluster + "/" + ManifestName.of(resource);
    }

    static boolean isSecret(String path) {
        return SECRET.matcher(path).matches();
    }

    private SortedMap<String, String> select(Predicate<String> wanted) {
        SortedMap<String, String> selected = new TreeMap<>(files());
        selected.keySet().removeIf(wanted.negate());
        return Collections.unmodifiableSortedMap(selected);
    }

    /**
     * Writes the files as UTF-8; a Secret for its owner only, where the file system knows owners. Makes folders as needed
     * and replaces files of the same names. Nothing is deleted: a folder that holds manifests of other names is refused,
     * because it would then say more than this tree.
     *
     * @param folder where to write
     * @throws IllegalStateException if {@code clusters} below it holds manifests that are none of this tree
     * @throws UncheckedIOException if a file cannot be written
     */
    public void writeTo(Path folder) {
        TreeWriter.write(files, requireNonNull(folder, "folder"));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MeshTree that && files.equals(that.files);
    }

    @Override
    public int hashCode() {
        return files.hashCode();
    }

    /** {@return the mesh and how many files it has; no content} */
    @Override
    public String toString() {
        return "MeshTree[" + snapshot.topology().metadata().name() + ", " + files().size() + " files]";
    }
}
