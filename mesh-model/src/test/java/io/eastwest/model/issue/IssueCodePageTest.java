package io.eastwest.model.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/issue-codes.md} is what the generator makes; {@code -Dgolden.update} writes it, but not in CI. */
class IssueCodePageTest {
    private static final Path PAGE = Path.of("../docs/issue-codes.md");

    @Test
    void thePageIsUpToDate() throws IOException {
        if (System.getProperty("golden.update") != null) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not updated in CI")
                    .isNotEqualTo("true");
            Files.writeString(PAGE, IssueCodePage.text());
        }

        assertThat(Files.readString(PAGE).replace("\r\n", "\n"))
                .as("docs/issue-codes.md; CONTRIBUTING.md says how to generate it")
                .isEqualTo(IssueCodePage.text());
    }

    @Test
    void everyCodeIsOnThePage() {
        assertThat(IssueCodePage.entries())
                .extracting(IssueCodePage.Entry::name)
                .containsExactlyElementsOf(
                        Stream.of(IssueCode.values()).map(IssueCode::name).toList());
    }

    @Test
    void everyCodeHasACauseAnExampleAndAFix() {
        assertThat(IssueCodePage.entries()).allSatisfy(entry -> {
            assertThat(entry.cause()).as(entry.name()).endsWith(".").doesNotContain("{@");
            assertThat(entry.example()).as(entry.name()).endsWith(".").doesNotContain("{@");
            assertThat(entry.fix()).as(entry.name()).endsWith(".").doesNotContain("{@");
        });
    }

    @Test
    void aCommentIsSplitIntoCauseExampleAndFix() {
        assertThat(IssueCodePage.Entry.of("A", " What.\n     * Example: {@code {a: {}}}. Fix: {@link B}. "))
                .isEqualTo(new IssueCodePage.Entry("A", "What.", "`{a: {}}`.", "`B`."));
        assertThat(new IssueCodePage.Entry("A", "What.", "`a`.", "`B`.").section())
                .isEqualTo("## A\n\nWhat.\n\n- Example: `a`.\n- Fix: `B`.\n");
    }
}
