package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.LbEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Failures are tried by their number, and those that a balancer cannot tell apart once. */
class FailoverStatesTest {
    private static FailoverHost host(String address, String locality) {
        LbEndpoint endpoint =
                LbEndpoint.builder().address(address).mutualTls(true).build();
        return new FailoverHost(endpoint, 0, locality, true, true);
    }

    private final List<FailoverHost> hosts =
            List.of(host("a1", "a"), host("a2", "a"), host("b1", "b"), host("b2", "b"));
    private final List<String> tried = new ArrayList<>();

    private static String names(List<FailoverHost> failed) {
        return String.join(
                "+", failed.stream().map(host -> host.endpoint().address()).toList());
    }

    private FailoverStates states(boolean each, Predicate<String> moves) {
        return new FailoverStates(hosts, each, failed -> {
            tried.add(names(failed));
            return moves.test(names(failed));
        });
    }

    @Test
    void oneOfEachKindIsTried() {
        Optional<List<FailoverHost>> found = states(false, text -> false).first(1, 2);

        assertThat(found).isEmpty();
        assertThat(tried).containsExactly("a1", "b1", "a1+a2", "a1+b1", "b1+b2");
    }

    @Test
    void everyHostIsTriedWhereEachIsOneOfItsOwn() {
        states(true, text -> false).first(2, 2);

        assertThat(tried).containsExactly("a1+a2", "a1+b1", "a1+b2", "a2+b1", "a2+b2", "b1+b2");
    }

    @Test
    void theFirstThatMovesCallsIsFound() {
        assertThat(states(false, text -> text.equals("a1+b1")).first(1, 4))
                .hasValueSatisfying(found -> assertThat(names(found)).isEqualTo("a1+b1"));
        assertThat(tried).containsExactly("a1", "b1", "a1+a2", "a1+b1");
    }

    @Test
    void moreThanThereAreAreNone() {
        FailoverStates states = states(false, text -> false);

        assertThat(states.first(5, 9)).isEmpty();
        assertThat(tried).isEmpty();
        assertThat(states.isExhausted()).isFalse();
    }

    @Test
    void aLongSearchIsGivenUp() {
        List<FailoverHost> many = IntStream.range(0, 30)
                .mapToObj(number -> host("h" + number, ""))
                .toList();
        FailoverStates states = new FailoverStates(many, true, failed -> {
            tried.add("");
            return false;
        });

        assertThat(states.first(1, 30)).isEmpty();
        assertThat(states.isExhausted()).isTrue();
        assertThat(tried).hasSize(4_000);
    }
}
