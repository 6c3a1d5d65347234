package io.eastwest.routing.match;

import com.google.re2j.Pattern;
import io.eastwest.routing.envoy.Expression;
import io.eastwest.routing.envoy.ValueMatch;
import java.util.function.Predicate;

/**
 * A condition on a string, compiled.
 *
 * @param description for people, for example {@code exact "a"}
 * @param test the test
 */
public record ValueTest(String description, Predicate<String> test) {
    /**
     * {@return the compiled condition}
     *
     * @param match the condition
     * @throws com.google.re2j.PatternSyntaxException if an expression is not RE2
     */
    public static ValueTest of(ValueMatch match) {
        if (match instanceof ValueMatch.Exact exact) {
            return new ValueTest("exact \"" + exact.value() + '"', exact.value()::equals);
        }
        if (match instanceof ValueMatch.Prefix prefix) {
            return new ValueTest("prefix \"" + prefix.value() + '"', value -> value.startsWith(prefix.value()));
        }
        if (match instanceof ValueMatch.Suffix suffix) {
            return new ValueTest("suffix \"" + suffix.value() + '"', value -> value.endsWith(suffix.value()));
        }
        if (match instanceof ValueMatch.Regex regex) {
            Pattern pattern = Expression.compile(regex.pattern());
            return new ValueTest("regex \"" + regex.pattern() + '"', pattern::matches);
        }
        return new ValueTest("present", value -> true);
    }

    /**
     * {@return whether the value passes}
     *
     * @param value the value as sent
     */
    public boolean passes(String value) {
        return test.test(value);
    }
}
