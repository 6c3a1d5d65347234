package io.eastwest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links of the documents lead to files of the repository. */
class DocumentLinksTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SAMPLES = Path.of("src/main/resources");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)|^\\[[^]]+]: (\\S+)", Pattern.MULTILINE);

    static List<Path> documents() throws Exception {
        try (Stream<Path> root = Files.list(ROOT);
                Stream<Path> docs = Files.list(ROOT.resolve("docs"));
                Stream<Path> samples = Files.walk(SAMPLES)) {
            return Stream.of(root, docs, samples)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadToFiles(Path document) throws Exception {
        Path folder = Objects.requireNonNull(document.getParent());
        List<Path> targets = LINK.matcher(Files.readString(document))
                .results()
                .map(link -> link.group(1) != null ? link.group(1) : link.group(2))
                .filter(target -> !target.startsWith("https://"))
                .map(folder::resolve)
                .toList();

        assertThat(targets).allSatisfy(target -> assertThat(target).exists());
    }

    @Test
    void theDocumentsAreFound() throws Exception {
        assertThat(documents())
                .contains(
                        ROOT.resolve("README.md"),
                        ROOT.resolve("docs/quick-start.md"),
                        SAMPLES.resolve("mesh/canary/README.md"));
    }
}
