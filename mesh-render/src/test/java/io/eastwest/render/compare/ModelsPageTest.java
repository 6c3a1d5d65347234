package io.eastwest.render.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/models.md} shows the table that the code makes, and snippets that run; {@code -Dgolden.update} writes the table. */
class ModelsPageTest {
    private static final Path PAGE = Path.of("../docs/models.md");
    private static final Pattern TABLE = Pattern.compile("(?<=```text\n)Install models.*?(?=```)", Pattern.DOTALL);
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theTableIsWhatTheCodeSays() throws Exception {
        String page = Files.readString(PAGE);
        String table = ModelSnippets.table();
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            Files.writeString(PAGE, TABLE.matcher(page).replaceFirst(result -> table));
            page = Files.readString(PAGE);
        }

        assertThat(TABLE.matcher(page).results().map(result -> result.group())).containsExactly(table);
    }

    @Test
    void snippetsAreThoseThatRun() throws Exception {
        String source = Files.readString(Path.of("src/test/java/io/eastwest/render/compare/ModelSnippets.java"));
        var snippets = SNIPPET.matcher(Files.readString(PAGE))
                .results()
                .map(snippet -> snippet.group(1).indent(8).replace("\n        \n", "\n\n"))
                .toList();

        assertThat(snippets).hasSize(2).allSatisfy(snippet -> assertThat(source).contains(snippet));
    }
}
