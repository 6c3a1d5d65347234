package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.RegExp;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ValueMatch;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sets of texts: what conditions take, and what proxies before had to be sent. */
class LanguageTest {
    private static Language language(String expression) {
        return Language.of(new RegExp(expression).toAutomaton());
    }

    @Nested
    class OfConditions {
        @ParameterizedTest
        @CsvSource({
            "/a-1, /a-1, true, true",
            "/A-1, /a-1, false, true",
            "/a-2, /a-1, false, false",
            "/a-1x, /a-1, false, false",
            "/[, /{, false, false",
            "/Z, /z, false, true",
            "/@, /`, false, false"
        })
        void onWholePathsHeedCaseWhereTheyAreToldTo(String path, String wanted, boolean exactly, boolean folded) {
            PathMatch match = new PathMatch.Exact(wanted);

            assertThat(MatchLanguages.of(match, true).orElseThrow().run(path)).isEqualTo(exactly);
            assertThat(MatchLanguages.of(match, false).orElseThrow().run(path)).isEqualTo(folded);
        }

        @ParameterizedTest
        @CsvSource({"/a, true, true", "/a/, true, true", "/a/b, true, true", "/ab, true, false", "/b, false, false"})
        void onPrefixesMayEndAtASlash(String path, boolean prefix, boolean separated) {
            assertThat(MatchLanguages.of(new PathMatch.Prefix("/a"), true)
                            .orElseThrow()
                            .run(path))
                    .isEqualTo(prefix);
            assertThat(MatchLanguages.of(new PathMatch.SeparatedPrefix("/a"), true)
                            .orElseThrow()
                            .run(path))
                    .isEqualTo(separated);
        }

        @Test
        void onNothingTakeTheEmptyText() {
            assertThat(MatchLanguages.text("", false).run("")).isTrue();
            assertThat(MatchLanguages.text("", false).run("a")).isFalse();
        }

        @ParameterizedTest
        @CsvSource({
            "ab, true, true, true, true",
            "abc, false, true, false, false",
            "xab, false, false, true, false",
            "aab, false, false, true, true",
            "'', false, false, false, false"
        })
        void onValuesTakeWhatTheySay(String value, boolean exact, boolean prefix, boolean suffix, boolean regex) {
            assertThat(MatchLanguages.of(new ValueMatch.Exact("ab"))
                            .orElseThrow()
                            .run(value))
                    .isEqualTo(exact);
            assertThat(MatchLanguages.of(new ValueMatch.Prefix("ab"))
                            .orElseThrow()
                            .run(value))
                    .isEqualTo(prefix);
            assertThat(MatchLanguages.of(new ValueMatch.Suffix("ab"))
                            .orElseThrow()
                            .run(value))
                    .isEqualTo(suffix);
            assertThat(MatchLanguages.of(new ValueMatch.Regex("a+b"))
                            .orElseThrow()
                            .run(value))
                    .isEqualTo(regex);
            assertThat(MatchLanguages.of(new ValueMatch.Present()).orElseThrow().run(value))
                    .isTrue();
            assertThat(MatchLanguages.of(new ValueMatch.Regex("(?i)a"))).isEmpty();
        }
    }

    @Nested
    class Cuts {
        @Test
        void haveTwoParts() {
            Language.Cut cut = language("a|b|c").cut(language("b|c|d")).orElseThrow();

            assertThat(cut.inside().contains("b")).isTrue();
            assertThat(cut.inside().contains("a")).isFalse();
            assertThat(cut.inside().contains("d")).isFalse();
            assertThat(cut.outside().contains("a")).isTrue();
            assertThat(cut.outside().contains("b")).isFalse();
            assertThat(cut.outside().isSingle()).isTrue();
        }

        @Test
        void leaveALanguageThatIsNotTouchedAsItIs() {
            Language some = language("a|b");

            assertThat(some.cut(language("x")).orElseThrow().outside()).isSameAs(some);
            assertThat(some.cut(language("x")).orElseThrow().inside().isEmpty()).isTrue();
            assertThat(some.cut(language("a|b|c")).orElseThrow().inside()).isSameAs(some);
            assertThat(some.cut(language("a|b|c")).orElseThrow().outside().isEmpty())
                    .isTrue();
        }

        @Test
        void ofLanguagesThatAreTooLargeAreNotMade() {
            assertThat(language("[ab]*a[ab]{12}").cut(language("[ab]*b[ab]{12}")))
                    .isEmpty();
        }
    }

    @Nested
    class Examples {
        @Test
        void areTheFirstThatIsPreferredAndFits() {
            assertThat(language("[a-z]+").example(List.of("A", "zz", "b"), List.of()))
                    .isEqualTo("zz");
        }

        @Test
        void areNiceWhereTheyCanBe() {
            assertThat(language("[!-~]+").example(List.of(""), List.of(language("[0-9]"), language("[a-z]{2}"))))
                    .isEqualTo("0");
            assertThat(language("[a-z]+").example(List.of(""), List.of(language("[0-9]"), language("[a-z]{2}"))))
                    .isEqualTo("aa");
        }

        @Test
        void areTheShortestElse() {
            assertThat(language("xyz|xy").example(List.of(""), List.of())).isEqualTo("xy");
        }
    }

    @Nested
    class BeforeAProxy {
        @ParameterizedTest
        @CsvSource({"/v1/b, true", "/v2/b, true", "/v1/c, false", "/v1b, false", "/b, false"})
        void aPrefixWasAnother(String sent, boolean met) {
            assertThat(language("/a/b").beforeRewrite("/v1".length(), "/a").contains(sent))
                    .isEqualTo(met);
        }

        @Test
        void nothingIsMetByWhatIsPutOtherwise() {
            assertThat(language("/a/b").beforeRewrite(3, "/x").isEmpty()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"a, true", "c, true", "b, false", "'a,x', false", "'', false"})
        void anEndWasMissing(String sent, boolean met) {
            assertThat(language("a,x|b,y|c,x").beforeAppending(",x").contains(sent))
                    .isEqualTo(met);
        }
    }
}
