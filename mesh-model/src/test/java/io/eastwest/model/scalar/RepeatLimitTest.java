package io.eastwest.model.scalar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatLimitTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a{1000}",
                "a{0,1000}",
                "a{2,}",
                "a{1000}b{1000}",
                "(a{10}){100}",
                "(a{10}b){100}",
                "((a{10})(b{5})){100}",
                "(a{1000})(b{1000})",
                "(a{1000}|b){1}",
                "(a{1000})*",
                "(a{1000}){0}",
                "a{500}{2}",
                "a{2}b{501}",
                ")a{1000}"
            })
    void aPartMayBeRepeatedAThousandTimes(String expression) {
        assertThat(RepeatLimit.holds(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{1001}",
                "a{1,1001}",
                "a{1001,}",
                "a{999999999}",
                "x*a{1001}",
                "x+a{1001}",
                "x?a{1001}",
                "a*{1001}",
                "a{500}{3}",
                "a{4}*{251}",
                "(a{10}){101}",
                "(a{10}b){101}",
                "(ba{10}){101}",
                "((a{10})(b{11})){100}",
                "((b{11})(a{10})){100}",
                "((a{11})*){100}",
                "(x{11}(b)){100}",
                "((((a{100}){100}){100}){100}){100}",
                "(a{1000}){0}(a{1000}){2}",
                ")a{1001}",
                "}a{1001}",
                "]a{1001}"
            })
    void noPartIsRepeatedMoreOften(String expression) {
        assertThat(RepeatLimit.holds(expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{",
                "a{}",
                "a{,}",
                "a{,5000}",
                "a{5000",
                "a{5000,b}",
                "a{b,5000}",
                "a{50 00}",
                "a{5000,6000,}",
                "a{12:4}",
                "a{12/4}",
                "a{0123456789}"
            })
    void bracesThatHoldNoCountAreText(String expression) {
        assertThat(RepeatLimit.holds(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\Qa{5000}",
                "\\Qa{5000}\\E",
                "[a{5000}]",
                "[]{5000}]",
                "[^]{5000}]",
                "[^a]{1000}",
                "[\\]{5000}]",
                "[[:alpha:]{5000}]",
                "[[:alpha:]",
                "[[{5000}]",
                "[",
                "[^",
                "\\",
                "\\{5000}",
                "\\x{5000}",
                "\\p{5000}",
                "\\P{5000}",
                "\\p{L",
                "\\x",
                "\\("
            })
    void whatIsQuotedOrAMemberIsNoCount(String expression) {
        assertThat(RepeatLimit.holds(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\Q\\Ea{1001}",
                "\\Qb\\E{1001}",
                "[a]{1001}",
                "[^a]{1001}",
                "[]]{1001}",
                "[\\\\]{1001}",
                "([\\\\]{100}){100}",
                "[[:alpha:]]{1001}",
                "[a[:alpha:]b]{1001}",
                "[[:]{1001}",
                "\\({1001}",
                "\\x{41}{1001}",
                "\\pL{1001}",
                "\\p{L}{1001}",
                "\\P{Lu}{1001}",
                "\\x41{1001}",
                "\\d{1001}"
            })
    void whatFollowsAQuotationOrAClassIsACount(String expression) {
        assertThat(RepeatLimit.holds(expression)).isFalse();
    }

    @Test
    void groupsLieInsideOfAThousandOthersAtMost() {
        assertThat(RepeatLimit.holds("(".repeat(1000) + ")".repeat(1000))).isTrue();
        assertThat(RepeatLimit.holds("(".repeat(1001) + ")".repeat(1001))).isFalse();
        assertThat(RepeatLimit.holds("()".repeat(1001))).isTrue();
    }
}
