package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.Automaton;
import io.eastwest.routing.envoy.Expression;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegexLanguageTest {
    private static final List<String> TEXTS = List.of(
            "", "/", "a", "b", "ab", "abc", "aab", "aaab", "a.c", "a-c", "a/b", "/v1/x", "/v12/x", "/v1", "A", "_", " ",
            "1", "12", "123", "a\n", "]", "-", "^", "ac", "abab", "\t", "é");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab|c",
                "a*b",
                "a+b",
                "a?b",
                "(?:ab)+",
                "(ab){2}",
                "a{1,2}b",
                "a{2,}b",
                "a{0}b",
                "a{0,1}b",
                "a{100}",
                "a{1,100}b",
                "a{2,2}b",
                "a{2,}?b",
                "\\D+",
                "[a-c]+",
                "[^a]",
                "[]a]",
                "[a-]",
                "[-a]+",
                "a.c",
                "a\\.c",
                "/v[0-9]+/.*",
                "\\d+",
                "\\w",
                "\\s",
                "\\W",
                "\\S\\d",
                "^abc$",
                "^/v\\d{1,2}(/x)?$",
                ".*",
                "a.*?c",
                "",
                "(a|)b",
                "[\\d_]+",
                "\\/v1\\/x"
            })
    void matchesWhatRe2Matches(String expression) {
        Automaton language = RegexLanguage.of(expression).orElseThrow();

        assertThat(TEXTS)
                .allSatisfy(text -> assertThat(language.run(text))
                        .as("%s on \"%s\"", expression, text)
                        .isEqualTo(Expression.compile(expression).matches(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?i)a",
                "\\bfoo",
                "a(?=b)",
                "[[:alpha:]]",
                "\\pL",
                "a**",
                "a$b",
                "x^",
                "(a",
                "a)",
                "[a",
                "a{1000}",
                "a{101}",
                "a{1,101}",
                "a{2,1}",
                "a{,2}",
                "a{1,2,3}",
                "a{1,x}",
                "a{1",
                "a+*",
                "a*{2}",
                "(?P<n>a)",
                "[z-a]",
                "[a-\\d]",
                "\\",
                "a}",
                "a]",
                "é\\é",
                "\\Qa\\E",
                "[\\d-z]"
            })
    void whatIsNotUnderstoodIsNotKnown(String expression) {
        assertThat(RegexLanguage.of(expression)).isEmpty();
    }
}
