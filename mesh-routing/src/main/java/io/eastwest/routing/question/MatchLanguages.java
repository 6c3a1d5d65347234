package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ValueMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The languages of Envoy's conditions on texts; empty: not known, see {@link RegexLanguage}. */
final class MatchLanguages {
    private MatchLanguages() {}

    static Optional<Automaton> of(PathMatch match, boolean caseSensitive) {
        if (match instanceof PathMatch.Exact exact) {
            return Optional.of(text(exact.value(), caseSensitive));
        }
        if (match instanceof PathMatch.Prefix prefix) {
            return Optional.of(text(prefix.value(), caseSensitive).concatenate(BasicAutomata.makeAnyString()));
        }
        if (match instanceof PathMatch.SeparatedPrefix prefix) {
            Automaton below = BasicAutomata.makeChar('/')
                    .concatenate(BasicAutomata.makeAnyString())
                    .optional();
            return Optional.of(text(prefix.value(), caseSensitive).concatenate(below));
        }
        return RegexLanguage.of(((PathMatch.Regex) match).pattern());
    }

    static Optional<Automaton> of(ValueMatch match) {
        if (match instanceof ValueMatch.Exact exact) {
            return Optional.of(BasicAutomata.makeString(exact.value()));
        }
        if (match instanceof ValueMatch.Prefix prefix) {
            return Optional.of(BasicAutomata.makeString(prefix.value()).concatenate(BasicAutomata.makeAnyString()));
        }
        if (match instanceof ValueMatch.Suffix suffix) {
            return Optional.of(BasicAutomata.makeAnyString().concatenate(BasicAutomata.makeString(suffix.value())));
        }
        return match instanceof ValueMatch.Regex regex
                ? RegexLanguage.of(regex.pattern())
                : Optional.of(BasicAutomata.makeAnyString());
    }

    static Automaton text(String value, boolean caseSensitive) {
        if (caseSensitive) {
            return BasicAutomata.makeString(value);
        }
        List<Automaton> characters = new ArrayList<>();
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            boolean letter = each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
            characters.add(
                    letter
                            ? BasicAutomata.makeCharSet(
                                    String.valueOf(new char[] {(char) (each | ' '), (char) (each & ~' ')}))
                            : BasicAutomata.makeChar(each));
        }
        return characters.isEmpty() ? BasicAutomata.makeEmptyString() : BasicOperations.concatenate(characters);
    }
}
