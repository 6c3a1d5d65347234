package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.RunAutomaton;
import dk.brics.automaton.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of texts. Equal only to itself; what it was cut by is remembered. Not thread-safe. */
final class Language {
    /** More states than this are not worked with. */
    private static final int MOST_STATES = 20_000;

    private final Automaton automaton;
    private @Nullable RunAutomaton run;
    private @Nullable Boolean single;
    private final Map<Language, Optional<Cut>> cuts = new LinkedHashMap<>();
    private final Map<String, String> examples = new LinkedHashMap<>();
    private final Map<String, Language> quotients = new LinkedHashMap<>();

    /**
     * A language in two parts.
     *
     * @param inside what another language has too
     * @param outside what it has not
     */
    record Cut(Language inside, Language outside) {}

    private Language(Automaton automaton) {
        this.automaton = automaton;
    }

    /** {@return the language of an automaton, which nobody else changes} */
    static Language of(Automaton automaton) {
        automaton.determinize();
        automaton.minimize();
        return new Language(automaton);
    }

    boolean isEmpty() {
        return automaton.isEmpty();
    }

    /** {@return whether it has one text only} */
    boolean isSingle() {
        Boolean known = single;
        if (known == null) {
            Set<String> texts = automaton.getFiniteStrings(1);
            known = texts != null && texts.size() == 1;
            single = known;
        }
        return known;
    }

    boolean contains(String text) {
        RunAutomaton compiled = run;
        if (compiled == null) {
            compiled = new RunAutomaton(automaton, false);
            run = compiled;
        }
        return compiled.run(text);
    }

    /** {@return both parts of this language; empty: they are too large to work with} */
    Optional<Cut> cut(Language other) {
        return cuts.computeIfAbsent(other, this::make);
    }

    private Optional<Cut> make(Language other) {
        if ((long) automaton.getNumberOfStates() * other.automaton.getNumberOfStates() > MOST_STATES) {
            return Optional.empty();
        }
        Automaton inside = automaton.intersection(other.automaton);
        if (inside.isEmpty()) {
            return Optional.of(new Cut(of(inside), this));
        }
        Automaton outside = automaton.minus(other.automaton);
        return Optional.of(outside.isEmpty() ? new Cut(this, of(outside)) : new Cut(of(inside), of(outside)));
    }

    /**
     * {@return a text of it}
     *
     * @param preferred texts of which the first that it has is taken; the first stands for all
     * @param nice languages of which the first that shares a text with it gives its shortest one; else any shortest is taken
     */
    String example(List<String> preferred, List<Language> nice) {
        return examples.computeIfAbsent(preferred.get(0), key -> find(preferred, nice));
    }

    private String find(List<String> preferred, List<Language> nice) {
        for (String text : preferred) {
            if (automaton.run(text)) {
                return text;
            }
        }
        for (Language each : nice) {
            Optional<Language> inside = cut(each).map(Cut::inside).filter(some -> !some.isEmpty());
            if (inside.isPresent()) {
                return inside.get().automaton.getShortestExample(true);
            }
        }
        return automaton.getShortestExample(true);
    }

    /** {@return the texts that are in this language once some characters are cut off at their start and others put there} */
    Language beforeRewrite(int dropped, String put) {
        return quotients.computeIfAbsent(dropped + " " + put, key -> {
            Automaton rest = automaton.clone();
            rest.determinize();
            State state = rest.getInitialState();
            for (int i = 0; i < put.length() && state != null; i++) {
                state = state.step(put.charAt(i));
            }
            if (state == null) {
                return of(new Automaton());
            }
            rest.setInitialState(state);
            Automaton start = BasicAutomata.makeAnyChar().repeat(dropped, dropped);
            return of(start.concatenate(rest));
        });
    }

    /** {@return the texts that are in this language once something is put at their end} */
    Language beforeAppending(String end) {
        return quotients.computeIfAbsent(" " + end, key -> {
            Automaton whole = automaton.clone();
            whole.determinize();
            List<State> accepting = new ArrayList<>();
            for (State state : whole.getStates()) {
                State at = state;
                for (int i = 0; i < end.length() && at != null; i++) {
                    at = at.step(end.charAt(i));
                }
                if (at != null && at.isAccept()) {
                    accepting.add(state);
                }
            }
            whole.getStates().forEach(state -> state.setAccept(false));
            accepting.forEach(state -> state.setAccept(true));
            whole.restoreInvariant();
            whole.setDeterministic(true);
            whole.reduce();
            return of(whole);
        });
    }
}
