package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.question.PathClasses.PathClass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths and methods, sorted by the patterns of policies. */
class PathClassesTest {
    private static List<String> classes(String... patterns) {
        return PathClasses.of(List.of(patterns)).stream()
                .map(each -> each.label() + ": " + each.example())
                .toList();
    }

    private static List<String> methods(String... patterns) {
        return MethodClasses.of(List.of(patterns)).stream()
                .map(each -> each.label() + ": " + each.example())
                .toList();
    }

    @Nested
    class Paths {
        @Test
        void withoutPatternsAreAllAlike() {
            assertThat(classes()).containsExactly("other: /");
        }

        @Test
        void areOneClassForEachPatternTheyMatch() {
            assertThat(classes("/admin", "/admin")).containsExactly("other: /", "/admin: /admin");
            assertThat(classes("/api/*")).containsExactly("other: /", "/api/*: /api/");
            assertThat(classes("*.css")).containsExactly("other: /", "*.css: /!.css");
        }

        @Test
        void areOneClassForEachCombinationOfPatterns() {
            assertThat(classes("/api/*", "*/x"))
                    .containsExactly("other: /", "/api/*: /api/", "*/x: /x", "*/x and /api/*: /api/x");
        }

        @Test
        void areNeverOtherWhereAPatternTakesAll() {
            assertThat(classes("*")).containsExactly("*: /");
        }

        @Test
        void thatAreNotNormalAreAskedAsTheyAreWritten() {
            assertThat(classes("//admin", "a%2fb", "/c%2f*", "/d%2f{*}/e", "/f%2f{**}"))
                    .containsExactly(
                            "other: /",
                            "//admin: //admin",
                            "/c%2f*: /c%2fx",
                            "/d%2f{*}/e: /d%2fx/e",
                            "/f%2f{**}: /f%2fx",
                            "a%2fb: /a%2fb");
        }

        @Test
        void ofTooManyClassesAreRefused() {
            List<String> patterns = new ArrayList<>();
            for (char each = 'a'; each <= 'k'; each++) {
                patterns.add("/" + each + "/*");
                patterns.add("*/" + each);
            }

            assertThatThrownBy(() -> PathClasses.of(patterns))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the policies tell more than 128 classes of paths apart; ask with paths of your own");
            assertThat(PathClasses.of(patterns.subList(0, 20)))
                    .hasSize(121)
                    .extracting(PathClass::example)
                    .doesNotHaveDuplicates();
        }

        @ParameterizedTest
        @CsvSource({
            "/a, /a, true",
            "/a, /ab, false",
            "/a*, /ab, true",
            "/a*, /b, false",
            "*b, /ab, true",
            "*b, /ba, false",
            "*, /, true",
            "*, '', false",
            "/a/{*}/c, /a/b/c, true",
            "/a/{*}/c, /a/b/b/c, false",
            "/a/{*}/c, /a//c, false",
            "/a/{*}, /a/b, true",
            "/a/{**}, /a/b/c, true",
            "/a/{**}, /a/, true",
            "/a/{**}/d, /a/b/c/d, true",
            "/a/{**}/d, /a/b/c, false",
            "{*}, a, true"
        })
        void matchAPatternAsEnvoyMatchesIt(String pattern, String path, boolean matches) {
            assertThat(PathClasses.automaton(pattern).run(path)).isEqualTo(matches);
        }
    }

    @Nested
    class Methods {
        @Test
        void withoutPatternsAreAllAlike() {
            assertThat(methods()).containsExactly("other: GET");
        }

        @Test
        void thatAreNamedStandAlone() {
            assertThat(methods("POST", "PURGE")).containsExactly("other: GET", "POST: POST", "PURGE: PURGE");
        }

        @Test
        void ofOnePatternStandTogether() {
            assertThat(methods("P*")).containsExactly("other: GET", "POST,PUT,PATCH: POST");
            assertThat(methods("*E")).containsExactly("other: GET", "DELETE: DELETE");
            assertThat(methods("*")).containsExactly("other: GET");
        }

        @Test
        void thatServersSeldomTakeAreAskedWhereTheyAreNamed() {
            assertThat(methods("TRACE")).containsExactly("other: GET", "TRACE: TRACE");
            assertThat(methods("CONNECT")).containsExactly("other: GET", "CONNECT: CONNECT");
        }

        @Test
        void thatNobodyNamesAreOneMadeUp() {
            assertThat(methods("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))
                    .contains("other: EASTWEST")
                    .hasSize(8);
        }
    }
}
