package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many files, of which every seventh has a problem and every tenth holds a list. */
class FolderReadingTest {
    private static final int FILES = 200;

    @TempDir
    private Path folder;

    private final List<String> names = new ArrayList<>();

    @BeforeEach
    void write() throws IOException {
        for (int i = 0; i < FILES; i++) {
            String name = "f" + (1000 + i) + ".yaml";
            String wrong = i % 7 == 0 ? ", nmae: x" : "";
            String namespace = "{apiVersion: v1, kind: Namespace, metadata: {name: n" + i + wrong + "}}";
            String text = i % 10 == 0
                    ? "apiVersion: v1\nkind: List\nitems:\n- " + namespace + "\n- " + namespace + "\n"
                    : "---\n" + namespace + "\n---\n" + namespace + "\n";
            Files.writeString(folder.resolve(name), text);
            names.add(name);
        }
    }

    private static List<String> names(List<Manifest> manifests) {
        return manifests.stream()
                .map(manifest -> manifest.resource().metadata().name() + " "
                        + manifest.location().orElseThrow())
                .toList();
    }

    @Test
    void resourcesAndProblemsComeInTheOrderOfTheFiles() throws IOException {
        List<String> expected = new ArrayList<>();
        List<Issue> problems = new ArrayList<>();
        for (String name : names) {
            ReadResult<List<Manifest>> one = ManifestReader.strict().read(name, Files.readString(folder.resolve(name)));
            expected.addAll(names(one.value().orElseThrow()));
            problems.addAll(one.issues());
        }

        ReadResult<List<Manifest>> all = ManifestReader.strict().read(folder);

        assertThat(names(all.value().orElseThrow())).hasSize(342).containsExactlyElementsOf(expected);
        assertThat(all.issues()).hasSize(58).containsExactlyElementsOf(problems);
    }

    @Test
    void documentsOfAllFilesCountTogether() {
        ReadLimits limits = ReadLimits.builder().maxDocuments(100).build();

        ReadResult<List<Manifest>> all = ManifestReader.pruning().with(limits).read(folder);

        assertThat(all.value().orElseThrow())
                .hasSize(100)
                .last()
                .satisfies(manifest ->
                        assertThat(manifest.resource().metadata().name()).isEqualTo("n49"));
        assertThat(all.issues()).filteredOn(Issue::isError).first().asString().contains("f1050.yaml:4:3");
    }

    @Test
    void charactersOfAllFilesCountTogether() throws IOException {
        long first = 0;
        for (String name : names.subList(0, 100)) {
            first += Files.size(folder.resolve(name));
        }
        ReadLimits limits = ReadLimits.builder().maxTotalLength(first).build();

        ReadResult<List<Manifest>> all = ManifestReader.pruning().with(limits).read(folder);

        assertThat(all.value().orElseThrow()).hasSize(200);
        assertThat(all.issues())
                .filteredOn(Issue::isError)
                .hasSize(100)
                .first()
                .asString()
                .contains("f1100.yaml:1:1");
    }
}
