package io.eastwest.model.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentPathTest {
    @Test
    void readsLikeTheFieldsOnTheWay() {
        DocumentPath path =
                DocumentPath.root().field("spec").field("http").index(1).field("a.b/c");

        assertThat(path).hasToString("spec.http[1][\"a.b/c\"]");
        assertThat(path.parent()).hasToString("spec.http[1]");
        assertThat(path.lastField()).isEqualTo("a.b/c");
        assertThat(path.parent().lastIndex()).isEqualTo(1);
        assertThat(DocumentPath.root()).hasToString("");
    }

    @Test
    void pathsOfEqualStepsAreEqual() {
        DocumentPath path = DocumentPath.parse("spec.http[1]");

        assertThat(path).isEqualTo(DocumentPath.root().field("spec").resolve(DocumentPath.parse("http[1]")));
        assertThat(path).hasSameHashCodeAs(DocumentPath.parse("spec.http[1]"));
        assertThat(path).isNotEqualTo(DocumentPath.parse("http[1]")).isNotEqualTo(DocumentPath.parse("spec.http"));
    }

    @Test
    void staysOnOneLineWhateverTheNames() {
        DocumentPath path = DocumentPath.root().field("a\nb\u0085").field("\u2028");

        assertThat(path).hasToString("[\"a\\nb\\u0085\"][\"\\u2028\"]");
        assertThat(DocumentPath.parse(path.toString())).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".",
                "a.",
                ".a",
                "a..b",
                "a[",
                "a[]",
                "a[x]",
                "a[1",
                "a[\"x]",
                "a[-1]",
                "a[1]b",
                "a b",
                "[\"\\u00",
                "[\"\\u00g0\"]"
            })
    void refusesWhatIsNoPath(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DocumentPath.parse(text));
    }
}
