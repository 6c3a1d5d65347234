package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One text of each part into which conditions cut a language: no condition tells two texts of a part apart.
 *
 * @param examples the shortest text of each part, smallest first among equals; parts in the order of their making
 * @param complete whether every part has its text
 */
record TextAtoms(List<String> examples, boolean complete) {
    private static final int MOST = 512;

    /**
     * Cuts a language.
     *
     * @param universe the texts that may come
     * @param conditions languages; empty: not known
     */
    static TextAtoms of(Automaton universe, List<Optional<Automaton>> conditions) {
        boolean complete = true;
        List<Automaton> parts = new ArrayList<>(List.of(universe));
        for (Optional<Automaton> condition : conditions) {
            if (condition.isEmpty() || parts.size() > MOST) {
                complete = false;
                continue;
            }
            List<Automaton> cut = new ArrayList<>();
            for (Automaton part : parts) {
                Automaton inside = part.intersection(condition.get());
                if (inside.isEmpty()) {
                    cut.add(part);
                    continue;
                }
                Automaton outside = part.minus(condition.get());
                if (!outside.isEmpty()) {
                    cut.add(outside);
                }
                cut.add(inside);
            }
            parts = cut;
        }
        List<String> examples = parts.stream()
                .map(part -> part.getShortestExample(true))
                .distinct()
                .toList();
        return new TextAtoms(examples, complete);
    }
}
