package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostnameTest {
    @ParameterizedTest
    @CsvSource({
        // name, other, matches, subset
        "a.com, a.com, true, true",
        "a.com, b.com, false, false",
        "a.com, A.com, false, false",
        "foo.a.com, *.a.com, true, true",
        "a.com, *.a.com, false, false",
        "foo.com, *foo.com, true, true",
        "a.com, *, true, true",
        "*.a.com, foo.a.com, true, false",
        "*, a.com, true, false",
        "*.a.com, *.com, true, true",
        "*.com, *.a.com, true, false",
        "*.a.com, *.b.com, false, false",
        "*, *, true, true",
        "*.a.com, *, true, true",
        "*, *.a.com, true, false",
        "*a.com, *.a.com, true, false",
        "'', *, true, true",
        "'', '', true, true",
        "*a, *ba, true, false",
        "ba, *bba, false, false"
    })
    void comparesAsIstioDoes(String name, String other, boolean matches, boolean subset) {
        assertThat(Hostname.matches(name, other)).isEqualTo(matches);
        assertThat(Hostname.matches(other, name)).isEqualTo(matches);
        assertThat(Hostname.subsetOf(name, other)).isEqualTo(subset);
    }

    @Test
    void exactComesBeforeWildcardThenTheLongerThenTheText() {
        List<String> names = List.of("*", "*.com", "b.com", "*.b.com", "*.a.com", "aa.com", "a.com");

        assertThat(names.stream().sorted(Hostname.MORE_SPECIFIC_FIRST).toList())
                .containsExactly("aa.com", "a.com", "b.com", "*.a.com", "*.b.com", "*.com", "*");
        assertThat(Hostname.moreSpecific("a.com", "*.a.com")).isTrue();
        assertThat(Hostname.moreSpecific("a.com", "a.com")).isFalse();
    }

    @Test
    void intersectionKeepsTheNarrowerOfEachPairOnce() {
        assertThat(Hostname.intersection(List.of("*.a.com", "b.com"), List.of("x.a.com", "*", "b.com")))
                .containsExactly("x.a.com", "*.a.com", "b.com");
        assertThat(Hostname.intersection(List.of("a.com"), List.of("b.com"))).isEmpty();
    }

    @Nested
    class TheMostSpecificMatch {
        private String find(String wanted) {
            return Hostname.mostSpecificMatch(
                            wanted,
                            new LinkedHashSet<>(List.of("a.b.com", "b.com")),
                            List.of("*", "*.com", "*.b.com", "*.c.org"))
                    .orElse("none");
        }

        @Test
        void isTheExactNameFirst() {
            assertThat(find("a.b.com")).isEqualTo("a.b.com");
        }

        @Test
        void isTheLongestWildcardElse() {
            assertThat(find("x.b.com")).isEqualTo("*.b.com");
            assertThat(find("x.com")).isEqualTo("*.com");
            assertThat(find("x.net")).isEqualTo("*");
        }

        @Test
        void ofAWildcardIsTheSameWildcardOrAWiderOne() {
            assertThat(find("*.b.com")).isEqualTo("*.b.com");
            assertThat(find("*.x.b.com")).isEqualTo("*.b.com");
            assertThat(find("*b.com")).isEqualTo("*.com");
        }

        @Test
        void isEmptyWithoutAnyThatHoldsTheName() {
            assertThat(Hostname.mostSpecificMatch("a.com", new LinkedHashSet<>(), List.of("*.org")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reviews, reviews.prod.svc.cluster.local",
        "reviews.prod, reviews.prod",
        "*, *",
        "'', ''",
        "1.2.3.4, 1.2.3.4",
        "2001:db8::1, 2001:db8::1",
        "::1, ::1",
        ".reviews, .reviews",
        "*foo, *foo.prod.svc.cluster.local"
    })
    void shortNamesGetTheNamespaceOfTheirResource(String host, String expected) {
        assertThat(Hostname.resolve(host, "prod", "cluster.local")).isEqualTo(expected);
    }

    @Test
    void withoutADomainAShortNameEndsInSvc() {
        assertThat(Hostname.resolve("reviews", "prod", "")).isEqualTo("reviews.prod.svc");
    }
}
