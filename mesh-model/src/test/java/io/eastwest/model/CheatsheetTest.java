package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page says what is compiled and run, word for word. */
class CheatsheetTest {
    private static final Path PAGE = Path.of("../docs/cheatsheet.md");
    private static final Path FOLDER = Path.of("src/test/java/io/eastwest/model");
    private static final List<Path> CODE =
            List.of(FOLDER.resolve("CheatsheetSnippets.java"), FOLDER.resolve("CheatsheetRoutingSnippets.java"));
    private static final int LONGEST_SNIPPET = 15;

    @Test
    void pageAndCodeAreEqual() throws IOException {
        assertThat(ofThePage()).containsExactlyEntriesOf(ofTheCode());
    }

    @Test
    void everySnippetIsShort() throws IOException {
        Map<String, String> snippets = ofTheCode();

        assertThat(snippets).hasSizeGreaterThan(15);
        assertThat(snippets.values())
                .allSatisfy(snippet -> assertThat(snippet.lines()).hasSizeLessThan(LONGEST_SNIPPET));
    }

    private static Map<String, String> ofTheCode() throws IOException {
        Map<String, String> snippets = new LinkedHashMap<>();
        String title = "";
        StringBuilder body = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (Path file : CODE) {
            lines.addAll(Files.readAllLines(file));
        }
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("// snippet: ")) {
                title = text.substring("// snippet: ".length());
                body.setLength(0);
            } else if (text.equals("// end")) {
                snippets.put(title, body.toString().stripTrailing().stripIndent() + "\n");
                title = "";
            } else if (!title.isEmpty()) {
                body.append(line).append('\n');
            }
        }
        return snippets;
    }

    private static Map<String, String> ofThePage() throws IOException {
        Map<String, String> snippets = new LinkedHashMap<>();
        String title = "";
        StringBuilder body = new StringBuilder();
        boolean inside = false;
        for (String line : List.of(Files.readString(PAGE).split("\n", -1))) {
            if (line.startsWith("## ")) {
                title = line.substring(3);
            } else if (line.equals("```java")) {
                inside = true;
                body.setLength(0);
            } else if (line.equals("```") && inside) {
                snippets.put(title, body.toString());
                inside = false;
            } else if (inside) {
                body.append(line).append('\n');
            }
        }
        return snippets;
    }
}
