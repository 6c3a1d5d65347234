package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The language of a regular expression that must match a whole text. Literals, classes, groups, alternatives, repetitions
 * and the usual escapes are understood exactly; of any other expression the language is not known.
 */
final class RegexLanguage {
    private static final int MOST_LENGTH = 1_000;
    private static final int MOST_DEPTH = 50;
    private static final int MOST_REPEATS = 100;
    private static final int MOST_STATES = 5_000;
    private static final String META = "\\.[]{}()*+-?^$|/";

    private final String text;
    private int at;
    private int depth;

    private RegexLanguage(String text) {
        this.text = text;
    }

    /** Something that is not understood. */
    private static final class NotKnown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotKnown() {
            super(null, null, false, false);
        }
    }

    /** {@return the language; empty: it is not known} */
    static Optional<Automaton> of(String expression) {
        if (expression.length() > MOST_LENGTH) {
            return Optional.empty();
        }
        RegexLanguage regex = new RegexLanguage(expression);
        try {
            if (regex.text.startsWith("^")) {
                regex.at = 1;
            }
            Automaton language = regex.alternatives();
            return regex.at == regex.text.length() ? Optional.of(language) : Optional.empty();
        } catch (NotKnown notKnown) {
            return Optional.empty();
        }
    }

    private Automaton alternatives() {
        if (++depth > MOST_DEPTH) {
            throw new NotKnown();
        }
        List<Automaton> all = new ArrayList<>();
        all.add(sequence());
        while (peek('|')) {
            at++;
            all.add(sequence());
        }
        depth--;
        return bounded(all.size() == 1 ? all.get(0) : BasicOperations.union(all));
    }

    private Automaton sequence() {
        Automaton sequence = BasicAutomata.makeEmptyString();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            if (peek('$') && at == text.length() - 1 && depth == 1) {
                at++;
                break;
            }
            sequence = bounded(sequence.concatenate(repeated(atom())));
        }
        return sequence;
    }

    private Automaton repeated(Automaton atom) {
        if (at == text.length()) {
            return atom;
        }
        Automaton repeated;
        switch (text.charAt(at)) {
            case '*' -> repeated = atom.repeat();
            case '+' -> repeated = atom.repeat(1);
            case '?' -> repeated = atom.optional();
            case '{' -> {
                return lazy(counted(atom));
            }
            default -> {
                return atom;
            }
        }
        at++;
        return lazy(repeated);
    }

    /** Skips the mark of a repetition that prefers fewer: the language is the same. Two marks in a row are not RE2. */
    private Automaton lazy(Automaton repeated) {
        if (peek('?')) {
            at++;
        }
        if (peek('*') || peek('+') || peek('?') || peek('{')) {
            throw new NotKnown();
        }
        return bounded(repeated);
    }

    private Automaton counted(Automaton atom) {
        int end = text.indexOf('}', at);
        String[] bounds = end < 0 ? new String[0] : text.substring(at + 1, end).split(",", -1);
        if (bounds.length < 1 || bounds.length > 2 || !bounds[0].matches("[0-9]{1,4}")) {
            throw new NotKnown();
        }
        int least = Integer.parseInt(bounds[0]);
        boolean open = bounds.length == 2 && bounds[1].isEmpty();
        if (bounds.length == 2 && !open && !bounds[1].matches("[0-9]{1,4}")) {
            throw new NotKnown();
        }
        int most = bounds.length == 2 && !open ? Integer.parseInt(bounds[1]) : least;
        if (Math.max(least, most) > MOST_REPEATS || most < least) {
            throw new NotKnown();
        }
        at = end + 1;
        return open ? atom.repeat(least) : atom.repeat(least, most);
    }

    private Automaton atom() {
        char character = text.charAt(at++);
        return switch (character) {
            case '(' -> group();
            case '[' -> oneOf();
            case '.' -> BasicAutomata.makeAnyChar().minus(BasicAutomata.makeChar('\n'));
            case '\\' -> escape();
            case '*', '+', '?', '{', '}', ']', '^', '$' -> throw new NotKnown();
            default -> BasicAutomata.makeChar(character);
        };
    }

    private Automaton group() {
        if (peek('?')) {
            if (!text.startsWith("?:", at)) {
                throw new NotKnown();
            }
            at += 2;
        }
        Automaton inside = alternatives();
        if (!peek(')')) {
            throw new NotKnown();
        }
        at++;
        return inside;
    }

    private Automaton escape() {
        if (at == text.length()) {
            throw new NotKnown();
        }
        char character = text.charAt(at++);
        return switch (character) {
            case 'd' -> digit();
            case 'D' -> BasicAutomata.makeAnyChar().minus(digit());
            case 'w' -> word();
            case 'W' -> BasicAutomata.makeAnyChar().minus(word());
            case 's' -> BasicAutomata.makeCharSet("\t\n\f\r ");
            case 'S' -> BasicAutomata.makeAnyChar().minus(BasicAutomata.makeCharSet("\t\n\f\r "));
            default -> {
                if (META.indexOf(character) < 0 && (Character.isLetterOrDigit(character) || character > '~')) {
                    throw new NotKnown();
                }
                yield BasicAutomata.makeChar(character);
            }
        };
    }

    private Automaton oneOf() {
        boolean not = peek('^');
        if (not) {
            at++;
        }
        List<Automaton> members = new ArrayList<>();
        while (at < text.length() && (text.charAt(at) != ']' || members.isEmpty())) {
            members.add(member());
        }
        if (!peek(']')) {
            throw new NotKnown();
        }
        at++;
        Automaton union = BasicOperations.union(members);
        return not ? BasicAutomata.makeAnyChar().minus(union) : union;
    }

    private Automaton member() {
        char first = text.charAt(at++);
        if (first == '[') {
            throw new NotKnown(); // a named class, or a bracket that nobody escapes
        }
        if (first == '\\') {
            Automaton escaped = escape();
            if (peek('-') && at + 1 < text.length() && text.charAt(at + 1) != ']') {
                throw new NotKnown();
            }
            return escaped;
        }
        if (peek('-') && at + 1 < text.length() && text.charAt(at + 1) != ']') {
            char last = text.charAt(at + 1);
            if (last == '\\' || last == '[' || last < first) {
                throw new NotKnown();
            }
            at += 2;
            return BasicAutomata.makeCharRange(first, last);
        }
        return BasicAutomata.makeChar(first);
    }

    private static Automaton digit() {
        return BasicAutomata.makeCharRange('0', '9');
    }

    private static Automaton word() {
        return BasicOperations.union(List.of(
                digit(),
                BasicAutomata.makeCharRange('a', 'z'),
                BasicAutomata.makeCharRange('A', 'Z'),
                BasicAutomata.makeChar('_')));
    }

    private boolean peek(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private static Automaton bounded(Automaton automaton) {
        if (automaton.getNumberOfStates() > MOST_STATES) {
            throw new NotKnown();
        }
        return automaton;
    }
}
