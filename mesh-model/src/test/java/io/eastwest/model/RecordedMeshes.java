package io.eastwest.model;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The meshes of the recorded cases, where they are. */
public final class RecordedMeshes {
    private RecordedMeshes() {}

    /** {@return the folder of each mesh, sorted; without the recorded cases the test is skipped} */
    public static List<Path> folders() {
        Path recorded = Path.of(System.getProperty("eastwest.shared", "")).resolve("parity");
        assumeTrue(Files.isDirectory(recorded), "set the property eastwest.shared to the folder that holds parity");
        try (Stream<Path> files = Files.walk(recorded, 3)) {
            return files.filter(file -> file.endsWith("topology.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
