package io.eastwest.samples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The snippets of {@code docs/testing.md} are the tests beside this one, word for word. */
class TestingPageTest {
    @Test
    void snippetsAreTests() throws Exception {
        String page = Files.readString(Path.of("../docs/testing.md"));
        String sources = "";
        for (String name : List.of(
                "OrdersTest",
                "ExpectationsTest",
                "EveryRuleTest",
                "MutantsTest",
                "RedundancyTest",
                "RenderedTreeTest")) {
            sources += Files.readString(Path.of("src/test/java/io/eastwest/samples/testing/" + name + ".java"));
        }
        String all = sources + Files.readString(Path.of("src/test/resources/quickstart/expect.yaml"));

        assertThat(Pattern.compile("```(?:java|yaml)\n(.*?)```", Pattern.DOTALL)
                        .matcher(page)
                        .results()
                        .map(snippet -> snippet.group(1)))
                .hasSize(8)
                .allSatisfy(snippet -> assertThat(all).contains(snippet));
    }
}
