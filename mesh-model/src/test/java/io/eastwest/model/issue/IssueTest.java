package io.eastwest.model.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueTest {
    private static final ResourceKey REVIEWS =
            ResourceKey.of("networking.istio.io", "VirtualService", "shop", "reviews");

    @Test
    void isOneLine() {
        Issue issue = Issue.error(
                        IssueCode.WRONG_TYPE,
                        DocumentPath.parse("spec.http[1].route[0].weight"),
                        "must be an integer but was the string \"5\"",
                        "remove the quotes")
                .about(REVIEWS)
                .at(new SourceLocation("reviews.yaml", 14, 17));

        assertThat(issue)
                .hasToString(
                        "ERROR VirtualService/shop/reviews spec.http[1].route[0].weight: must be an integer but was"
                                + " the string \"5\"; remove the quotes [reviews.yaml:14:17] WRONG_TYPE");
    }

    @Test
    void isOneLineAlsoWhenNamesHoldLineBreaks() {
        Issue issue = Issue.error(IssueCode.WRONG_TYPE, DocumentPath.root().field("a\nb"), "c\rd", "")
                .about(ResourceKey.of("", "Kind", "", "x\u2028y"))
                .at(new SourceLocation("e\nf.yaml", 1, 2));

        assertThat(issue).hasToString("ERROR Kind/x\\u2028y [\"a\\nb\"]: c\\u000dd [e\\nf.yaml:1:2] WRONG_TYPE");
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(Issue.warning(IssueCode.NOT_YAML, DocumentPath.root(), "this is bad", ""))
                .hasToString("WARNING this is bad NOT_YAML");
        assertThat(Issue.error(IssueCode.MISSING_FIELD, DocumentPath.parse("kind"), "required", "add it"))
                .hasToString("ERROR kind: required; add it MISSING_FIELD");
    }

    @Test
    void moves() {
        Issue issue = Issue.error(IssueCode.ONEOF_CONFLICT, DocumentPath.parse("uri"), "x", "")
                .below(DocumentPath.parse("spec.http[0]"));

        assertThat(issue.path()).isEqualTo(DocumentPath.parse("spec.http[0].uri"));
    }

    @Test
    void comesInTheOrderOfTheDocument() {
        Issue nowhere = Issue.error(IssueCode.NOT_YAML, DocumentPath.root(), "a", "");
        Issue early = nowhere.at(new SourceLocation("a", 2, 9));
        Issue late = nowhere.at(new SourceLocation("a", 10, 1));
        Issue other = nowhere.at(new SourceLocation("b", 1, 1));

        assertThat(List.of(nowhere, other, late, early).stream().sorted()).containsExactly(early, late, other, nowhere);
    }

    @Test
    void valuesAreQuotedAndCutAfterEightyCharacters() {
        assertThat(IssueText.quote("a\"b\\c\nd\u0007")).isEqualTo("\"a\\\"b\\\\c\\nd\\u0007\"");
        assertThat(IssueText.quote("x".repeat(80))).hasSize(82);
        assertThat(IssueText.quote("\ud83d\ude00".repeat(81))).isEqualTo("\"" + "\ud83d\ude00".repeat(80) + "...\"");
    }

    @Test
    void anExceptionShowsFiftyLinesAndCountsTheRest() {
        List<Issue> issues = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            issues.add(Issue.error(IssueCode.INVALID_VALUE, DocumentPath.root().index(i), "bad", ""));
        }

        InvalidResourceException thrown = new InvalidResourceException(issues);

        assertThat(thrown.issues()).hasSize(53);
        assertThat(thrown)
                .message()
                .hasLineCount(51)
                .startsWith("ERROR [0]: bad INVALID_VALUE\n")
                .endsWith("\n... and 3 more");
    }

    @Test
    void aBuilderNamesWhatItWasNotGiven() {
        assertThat(new InvalidResourceException("host", "port")).hasMessage("""
                        ERROR host: required but not set; add it MISSING_FIELD
                        ERROR port: required but not set; add it MISSING_FIELD""");
    }
}
