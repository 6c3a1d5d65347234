package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The languages of conditions as values of an axis, each made once; empty: not understood exactly. Not thread-safe. */
final class ReadLanguages {
    private static final String ANY = "*";

    private final Map<List<Object>, Optional<Language>> known = new LinkedHashMap<>();
    private final Language there = Language.of(AxisValues.there(BasicAutomata.makeAnyString()));

    /** {@return every value that is there} */
    Language there() {
        return there;
    }

    private Optional<Language> once(List<Object> key, Supplier<Optional<Automaton>> made) {
        return known.computeIfAbsent(key, unused -> made.get().map(Language::of));
    }

    /** {@return one text} */
    Language text(String value) {
        return once(List.of("text", value), () -> Optional.of(BasicAutomata.makeString(value)))
                .orElseThrow();
    }

    /** {@return every value that is there and not empty} */
    Language given() {
        return once(
                        List.of("given"),
                        () -> Optional.of(
                                AxisValues.there(BasicAutomata.makeAnyString().minus(BasicAutomata.makeEmptyString()))))
                .orElseThrow();
    }

    /** {@return some texts} */
    Language texts(List<String> values) {
        return once(List.of("texts", values), () -> Optional.of(union(values, BasicAutomata::makeString)))
                .orElseThrow();
    }

    /** {@return issuers that fulfil a condition} */
    Optional<Language> issuer(ClaimMatch match) {
        return once(
                List.of("issuer", match.value(), match.invert()),
                () -> MatchLanguages.of(match.value()).map(value -> match.invert() ? value.complement() : value));
    }

    Optional<Language> path(RouteMatch match) {
        return once(
                List.of("path", match.path(), match.caseSensitive()),
                () -> MatchLanguages.of(match.path(), match.caseSensitive()));
    }

    Optional<Language> query(QueryMatch match) {
        return once(
                List.of("query", match.value()),
                () -> MatchLanguages.of(match.value()).map(AxisValues::there));
    }

    /** {@return the values of an axis where a header may be absent} */
    Optional<Language> header(HeaderMatch match) {
        return once(
                List.of("header", match.value(), match.invert(), match.treatMissingAsEmpty()), () -> optional(match));
    }

    private static Optional<Automaton> optional(HeaderMatch match) {
        if (match.value() instanceof ValueMatch.Present) {
            return Optional.of(
                    match.invert() ? BasicAutomata.makeEmptyString() : AxisValues.there(BasicAutomata.makeAnyString()));
        }
        return always(match).map(value -> {
            boolean absent = match.treatMissingAsEmpty() && value.run("");
            Automaton given = AxisValues.there(value);
            return absent ? given.union(BasicAutomata.makeEmptyString()) : given;
        });
    }

    /** {@return the values of an axis where the value is always there, such as the method} */
    Optional<Language> fixed(HeaderMatch match) {
        return once(List.of("fixed", match.value(), match.invert()), () -> always(match));
    }

    private static Optional<Automaton> always(HeaderMatch match) {
        return MatchLanguages.of(match.value()).map(value -> match.invert() ? value.complement() : value);
    }

    /** {@return the claims, as they are sent, that fulfil a condition} */
    Optional<Language> claim(ClaimMatch match, boolean split) {
        return once(
                List.of("claim", match.value(), match.invert(), split),
                () -> MatchLanguages.of(match.value())
                        .map(value -> AxisValues.there(split ? word(value) : value))
                        .map(value -> match.invert() ? value.complement() : value));
    }

    /** {@return the claims, as they are sent, that match a value of a policy} */
    Language claim(List<String> values, boolean split) {
        return once(
                        List.of("claims", values, split),
                        () -> Optional.of(union(values, ReadLanguages::pattern))
                                .map(value -> AxisValues.there(split ? word(value) : value)))
                .orElseThrow();
    }

    /** {@return texts of which one word is in a language} */
    private static Automaton word(Automaton words) {
        Automaton any = BasicAutomata.makeAnyString();
        Automaton space = BasicAutomata.makeChar(' ');
        Automaton one =
                words.intersection(BasicAutomata.makeAnyChar().minus(space).repeat());
        return any.concatenate(space)
                .optional()
                .concatenate(one)
                .concatenate(space.concatenate(any).optional());
    }

    /** {@return the texts that match one of the values of a policy} */
    Language patterns(List<String> values) {
        return once(List.of("patterns", values), () -> Optional.of(union(values, ReadLanguages::pattern)))
                .orElseThrow();
    }

    Language paths(List<String> values) {
        return once(List.of("paths", values), () -> Optional.of(union(values, PathClasses::automaton)))
                .orElseThrow();
    }

    Language hosts(List<String> values) {
        return once(
                        List.of("hosts", values),
                        () -> Optional.of(union(
                                values, value -> value.equals(ANY) ? BasicAutomata.makeAnyString() : folded(value))))
                .orElseThrow();
    }

    /** {@return the lines of a header that match a value of a policy; an asterisk wants any line} */
    Language lines(List<String> values) {
        return once(
                        List.of("lines", values),
                        () -> Optional.of(AxisValues.there(union(
                                values, value -> value.equals(ANY) ? BasicAutomata.makeAnyString() : pattern(value)))))
                .orElseThrow();
    }

    /** {@return the values of something that is always there and that match a value of a policy; an asterisk wants any} */
    Language anyOf(List<String> values) {
        return once(
                        List.of("any", values),
                        () -> Optional.of(union(
                                values, value -> value.equals(ANY) ? BasicAutomata.makeAnyString() : pattern(value))))
                .orElseThrow();
    }

    /** {@return headers of one address that is in one of the blocks} */
    Optional<Language> addresses(List<String> blocks) {
        return once(List.of("addresses", blocks), () -> {
            List<Automaton> all = new ArrayList<>();
            for (String block : blocks) {
                Optional<Automaton> one = AddressLanguage.of(block);
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                all.add(one.get());
            }
            return Optional.of(AxisValues.there(BasicOperations.union(all)));
        });
    }

    /** {@return a value that carries a cookie} */
    Language cookie(String name) {
        return once(
                        List.of("cookie", name),
                        () -> Optional.of(AxisValues.there(BasicAutomata.makeAnyString()
                                .concatenate(BasicAutomata.makeString("; "))
                                .optional()
                                .concatenate(BasicAutomata.makeString(name + "="))
                                .concatenate(BasicAutomata.makeAnyString()))))
                .orElseThrow();
    }

    /** {@return a value that begins so} */
    Language beginning(String text) {
        return once(
                        List.of("beginning", text),
                        () -> Optional.of(AxisValues.there(
                                BasicAutomata.makeString(text).concatenate(BasicAutomata.makeAnyString()))))
                .orElseThrow();
    }

    Optional<Language> value(ValueMatch match) {
        return once(List.of("value", match), () -> MatchLanguages.of(match).map(AxisValues::there));
    }

    private interface Pattern {
        Automaton automaton(String value);
    }

    private static Automaton union(List<String> values, Pattern pattern) {
        return BasicOperations.union(values.stream().map(pattern::automaton).toList());
    }

    private static Automaton pattern(String value) {
        if (value.equals(ANY)) {
            return BasicAutomata.makeAnyString().minus(BasicAutomata.makeEmptyString());
        }
        if (value.startsWith(ANY)) {
            return BasicAutomata.makeAnyString().concatenate(BasicAutomata.makeString(value.substring(1)));
        }
        return value.endsWith(ANY)
                ? BasicAutomata.makeString(value.substring(0, value.length() - 1))
                        .concatenate(BasicAutomata.makeAnyString())
                : BasicAutomata.makeString(value);
    }

    /** The same without regard to case; the asterisk stands where it stood. */
    private static Automaton folded(String value) {
        if (value.startsWith(ANY)) {
            return BasicAutomata.makeAnyString().concatenate(MatchLanguages.text(value.substring(1), false));
        }
        return value.endsWith(ANY)
                ? MatchLanguages.text(value.substring(0, value.length() - 1), false)
                        .concatenate(BasicAutomata.makeAnyString())
                : MatchLanguages.text(value.toLowerCase(Locale.ROOT), false);
    }
}
