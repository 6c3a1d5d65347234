package io.eastwest.model;

import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the files of a mesh are. */
interface MeshSource {
    /** Whether there is a file of that name, in no folder. */
    boolean has(String file);

    /** Reads that file. */
    ReadResult<List<Manifest>> file(String file, ManifestReader reader);

    /** Names of the clusters that have a folder, by name. */
    List<String> clusters() throws IOException;

    /** Reads the folder of a cluster. */
    ReadResult<List<Manifest>> cluster(String name, ManifestReader reader);

    /** Files of a folder. */
    static MeshSource of(Path folder) {
        return new Folder(folder);
    }

    /** Files that are not written. */
    static MeshSource of(FileTree tree) {
        return new Tree(tree.files());
    }

    /**
     * A folder.
     *
     * @param folder where it is
     */
    record Folder(Path folder) implements MeshSource {
        @Override
        public boolean has(String file) {
            return Files.exists(folder.resolve(file));
        }

        @Override
        public ReadResult<List<Manifest>> file(String file, ManifestReader reader) {
            return reader.read(folder.resolve(file), folder);
        }

        @Override
        public List<String> clusters() throws IOException {
            Path clusters = folder.resolve("clusters");
            if (!Files.isDirectory(clusters)) {
                return List.of();
            }
            try (Stream<Path> entries = Files.list(clusters)) {
                return entries.filter(Files::isDirectory)
                        .map(entry -> String.valueOf(entry.getFileName()))
                        .filter(name -> !name.startsWith("."))
                        .sorted()
                        .toList();
            }
        }

        @Override
        public ReadResult<List<Manifest>> cluster(String name, ManifestReader reader) {
            return reader.read(folder.resolve("clusters").resolve(name), folder);
        }
    }

    /**
     * Texts by path.
     *
     * @param files the texts
     */
    record Tree(SortedMap<String, String> files) implements MeshSource {
        @Override
        public boolean has(String file) {
            return files.containsKey(file);
        }

        @Override
        public ReadResult<List<Manifest>> file(String file, ManifestReader reader) {
            return reader.read(file, files.getOrDefault(file, ""));
        }

        @Override
        public List<String> clusters() {
            return files.keySet().stream()
                    .map(path -> path.split("/", -1))
                    .filter(parts -> parts.length > 2 && parts[0].equals("clusters") && !parts[1].startsWith("."))
                    .map(parts -> parts[1])
                    .distinct()
                    .sorted()
                    .toList();
        }

        @Override
        public ReadResult<List<Manifest>> cluster(String name, ManifestReader reader) {
            String folder = "clusters/" + name + "/";
            SortedMap<String, String> mine = new TreeMap<>(files);
            mine.keySet().removeIf(path -> !path.startsWith(folder));
            return reader.read(mine);
        }
    }
}
