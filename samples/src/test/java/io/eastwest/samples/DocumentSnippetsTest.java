package io.eastwest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example in Java that a document shows is part of some test, blanks and comments apart; so it compiles, and it is run.
 * One that is meant to fail is called by a test and is none itself.
 */
class DocumentSnippetsTest {
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMENT_OR_BLANK = Pattern.compile("//.*|\\s+");
    private static final String TESTS = tests();

    static List<Path> documents() throws Exception {
        return DocumentLinksTest.documents();
    }

    private static String bare(String code) {
        // Not in a URL.
        return COMMENT_OR_BLANK.matcher(code.replace("://", ":")).replaceAll("");
    }

    private static String tests() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            StringBuilder all = new StringBuilder();
            for (Path folder : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                            .toList()) {
                        all.append(bare(Files.readString(file)));
                    }
                }
            }
            return all.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void snippetsArePartsOfTests(Path document) throws Exception {
        assertThat(SNIPPET.matcher(Files.readString(document)).results().map(snippet -> snippet.group(1)))
                .allSatisfy(snippet ->
                        assertThat(TESTS).as(snippet).contains(bare(snippet).replaceFirst("^@Test", "")));
    }

    @Test
    void whatNoTestHasIsFound() {
        assertThat(TESTS)
                .contains(bare("class DocumentSnippetsTest { // with a comment"))
                .doesNotContain(bare("router.decide(call).is" + "NowhereTested();"));
    }
}
