package io.eastwest.routing.parity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the cases under a directory. */
final class ParityCases {
    private ParityCases() {}

    /** {@return the recorded cases of this module, read once} */
    static List<ParityCase> recorded() {
        return Recorded.CASES;
    }

    /** {@return the directory of the recorded cases of this module} */
    static Path own() {
        try {
            return Path.of(Objects.requireNonNull(
                                    ParityCases.class.getResource("/parity/pending.yaml"), "parity resources")
                            .toURI())
                    .resolveSibling(".")
                    .normalize();
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** {@return the cases under a directory whose id passes, in order of their folders} */
    static List<ParityCase> under(Path root, Predicate<String> id) {
        return ids(root).stream()
                .filter(id)
                .map(folder -> ParityCase.read(root, root.resolve(folder)))
                .toList();
    }

    /** {@return the ids of the cases under a directory, in order of their folders} */
    static List<String> ids(Path root) {
        try (Stream<Path> files = Files.walk(root, 3)) {
            return files.filter(file -> file.endsWith("calls.yaml"))
                    .map(file -> Objects.requireNonNull(file.getParent(), "folder of " + file))
                    .sorted()
                    .map(folder -> root.relativize(folder).toString())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class Recorded {
        static final List<ParityCase> CASES = under(own(), id -> true);
    }
}
