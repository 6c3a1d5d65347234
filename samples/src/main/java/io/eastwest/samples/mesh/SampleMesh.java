package io.eastwest.samples.mesh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;

/** Finds the meshes of the samples: a folder for each question, and for a question about a change a folder in it for each side. */
public final class SampleMesh {
    private static final List<String> NAMES = List.of(
            "cluster-local",
            "partitioning",
            "failover",
            "distribution",
            "split",
            "canary",
            "authorization",
            "primary-remote",
            "pull-request/before",
            "pull-request/after");

    private SampleMesh() {}

    /** {@return names of the folders, in the order of the questions} */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * The folder of a mesh, on the file system or in the jar of the samples.
     *
     * @param name one of {@link #names()}
     * @return the folder, which {@code MeshSnapshot.read} takes
     * @throws IllegalArgumentException if there is no such sample
     */
    public static Path folder(String name) {
        URL topology = SampleMesh.class.getResource("/mesh/" + name + "/topology.yaml");
        if (topology == null) {
            throw new IllegalArgumentException("no sample \"" + name + "\"; there are " + NAMES);
        }
        try {
            return path(topology.toURI()).resolveSibling("");
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a resource has a URI", e);
        }
    }

    private static Path path(URI uri) {
        return uri.getScheme().equals("jar") ? archive(uri).provider().getPath(uri) : Path.of(uri);
    }

    private static FileSystem archive(URI uri) {
        try {
            return FileSystems.newFileSystem(uri, new LinkedHashMap<>());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + uri, e);
        }
    }
}
