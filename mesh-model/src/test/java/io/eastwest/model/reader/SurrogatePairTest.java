package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.kubernetes.ConfigMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Characters of two code units are read wherever they stand, also at the edges of the scanner's buffer. */
class SurrogatePairTest {
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void aManifestIsReadWhereverSuchACharacterStands() {
        IntStream.range(0, 2_200).forEach(padding -> {
            String value = "x".repeat(padding) + SMILE;
            String yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {k: \"" + value + "\"}\n";

            assertThat(ManifestReader.strict().read("a.yaml", yaml).orThrow())
                    .as("%s characters before it", padding)
                    .singleElement()
                    .satisfies(read ->
                            assertThat(((ConfigMap) read.resource()).data()).containsEntry("k", value));
        });
    }

    @Test
    void meshConfigurationIsReadWhereverSuchACharacterStands() {
        IntStream.range(0, 2_200).forEach(padding -> {
            String value = "x".repeat(padding) + SMILE;

            assertThat(MeshConfigReader.readConfig("mesh", "trustDomain: \"" + value + "\"\n")
                            .orThrow()
                            .trustDomain())
                    .as("%s characters before it", padding)
                    .contains(value);
        });
    }

    @Test
    void halfOfSuchACharacterIsAnIssueAndNoException() {
        IntStream.range(0, 2_200).forEach(padding -> {
            String yaml = "apiVersion: v1\n# " + "x".repeat(padding) + '\uD83D';

            assertThat(ManifestReader.strict().read("a.yaml", yaml).hasErrors())
                    .as("%s characters before it", padding)
                    .isTrue();
        });
    }
}
