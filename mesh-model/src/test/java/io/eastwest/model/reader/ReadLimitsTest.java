package io.eastwest.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.issue.Issue;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ReadLimitsTest {
    private static final String SMALL = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}\n";

    private static List<String> issues(UnaryOperator<ReadLimitsBuilder> limits, String name, String text) {
        ReadLimits bounds = limits.apply(ReadLimits.builder()).build();
        return ManifestReader.strict().with(bounds).read(name, text).issues().stream()
                .map(Issue::toString)
                .toList();
    }

    @Test
    void aLongDocumentIsLeftOutAndTheNextIsRead() {
        String text = SMALL + "---\n" + SMALL.replace("a}", "a" + "x".repeat(100) + "}") + "---\n" + SMALL;
        ReadLimits limits = ReadLimits.builder().maxDocumentLength(100).build();

        ReadResult<List<Manifest>> result = ManifestReader.strict().with(limits).read("f.yaml", text);

        assertThat(result.value().orElseThrow()).hasSize(2);
        assertThat(result.issues())
                .extracting(Issue::toString)
                .containsExactly("ERROR a document of more than 100 characters; split the text or raise the limit"
                        + " [f.yaml:2:1] LIMIT_EXCEEDED");
    }

    @Test
    void theWholeTextIsBounded() {
        assertThat(issues(limits -> limits.maxTotalLength(20), "f.yaml", SMALL))
                .containsExactly("ERROR more than 20 characters in all; split the text or raise the limit [f.yaml:1:1]"
                        + " LIMIT_EXCEEDED");
    }

    @Test
    void theNumberOfDocumentsIsBounded() {
        assertThat(issues(limits -> limits.maxDocuments(2), "f.yaml", SMALL + "---\n" + SMALL + "---\n" + SMALL))
                .containsExactly("ERROR more than 2 documents; split the text or raise the limit [f.yaml:4:1]"
                        + " LIMIT_EXCEEDED");
    }

    @Test
    void membersOfListsCountAsDocuments() {
        String text = "apiVersion: v1\nkind: List\nitems:\n" + ("- " + SMALL).repeat(4);
        ReadLimits limits = ReadLimits.builder().maxDocuments(2).build();

        ReadResult<List<Manifest>> result = ManifestReader.strict().with(limits).read("f.yaml", text);

        assertThat(result.value().orElseThrow()).hasSize(2);
        assertThat(result.issues())
                .extracting(Issue::toString)
                .containsExactly(
                        "ERROR more than 2 documents; split the text or raise the limit [f.yaml:6:3] LIMIT_EXCEEDED");
    }

    @Test
    void depthIsBoundedInYamlAndJson() {
        String deep = "[".repeat(5_000) + "]".repeat(5_000);

        assertThat(issues(limits -> limits, "f.yaml", deep))
                .containsExactly("ERROR nested deeper than 200 levels; split the document or raise the limit"
                        + " [f.yaml:1:201] LIMIT_EXCEEDED");
        assertThat(issues(limits -> limits, "f.json", deep))
                .containsExactly("ERROR nested deeper than 200 levels; split the document or raise the limit"
                        + " [f.json:1:201] LIMIT_EXCEEDED");
    }

    @Test
    void aliasesCannotExplode() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append(String.format("a%d: &a%d [%s*a%d]%n", i, i, ("*a" + (i - 1) + ", ").repeat(8), i - 1));
        }

        assertThat(issues(limits -> limits, "f.yaml", text.toString()))
                .containsExactly("ERROR aliases repeat more than 100000 values in one document; split the document or"
                        + " raise the limit [f.yaml:6:10] LIMIT_EXCEEDED");
    }

    @Test
    void theNumberOfValuesIsBounded() {
        assertThat(issues(limits -> limits.maxNodes(10), "f.yaml", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"))
                .containsExactly("ERROR more than 10 values in one document; split the document or raise the limit"
                        + " [f.yaml:1:29] LIMIT_EXCEEDED");
    }

    @Test
    void theNumberOfReportedProblemsIsBounded() {
        String text = SMALL.replace("name: a", "name: a, labels: {a: 1, b: 2, c: 3, d: 4}");

        assertThat(issues(limits -> limits.maxIssues(2), "f.yaml", text))
                .hasSize(3)
                .contains("ERROR Namespace/a: more than 2 problems; the rest is not shown; correct these first"
                        + " [f.yaml:1:79] LIMIT_EXCEEDED");
    }
}
