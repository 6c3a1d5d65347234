package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ServerNamesTest {
    private static final List<String> NAMES = List.of("*.b", "a.b", "*.a.b", "c", "outbound_.80_._.a");

    private final ServerNames names = new ServerNames();

    private Language alike(String... values) {
        return names.of(NAMES, List.of(values)::contains).orElseThrow();
    }

    @Test
    void anExactNameIsThatOfItsChainAlone() {
        assertThat(alike("=a.b").contains("=a.b")).isTrue();
        assertThat(alike("=a.b").contains("=x.b")).isFalse();
        assertThat(alike("=x.b").contains("=a.b")).isFalse();
    }

    @Test
    void aWildcardHasTheNamesBelowThatNoLongerOneTakes() {
        Language below = alike("=x.b");

        assertThat(below.contains("=y.z.b")).isTrue();
        assertThat(below.contains("=y.a.b")).isFalse();
        assertThat(below.contains("=b")).isFalse();
        assertThat(below.contains("=.b")).isFalse();
    }

    @Test
    void allOtherNamesAndNoNameAreAlike() {
        Language others = alike("");

        assertThat(others.contains("")).isTrue();
        assertThat(others.contains("=d")).isTrue();
        assertThat(others.contains("=c")).isFalse();
        assertThat(others.contains("=x.b")).isFalse();
    }

    @Test
    void namesOfOneChainGoTogether() {
        Language both = alike("=c", "=x.a.b");

        assertThat(both.contains("=c")).isTrue();
        assertThat(both.contains("=y.a.b")).isTrue();
        assertThat(both.contains("=x.b")).isFalse();
        assertThat(both.contains("")).isFalse();
    }

    @Test
    void thoseBetweenProxiesAreNoneOfClients() {
        assertThat(ServerNames.examples(NAMES)).containsExactly("", "=x.b", "=a.b", "=x.a.b", "=c");
        assertThat(alike("").contains("=outbound_.80_._.a")).isTrue();
    }

    @Test
    void tooManyAreNotToldApart() {
        List<String> many = IntStream.rangeClosed(0, ServerNames.MOST)
                .mapToObj(number -> "a" + number)
                .toList();

        assertThat(names.of(many, value -> true)).isEmpty();
        assertThat(names.of(many.subList(1, many.size()), value -> true)).isPresent();
    }
}
