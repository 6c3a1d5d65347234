package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.RegExp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Paths sorted by the patterns of policies that they match; no policy tells two paths of one class apart. */
final class PathClasses {
    /** Patterns that overlap in every way make more classes than anybody reads. */
    static final int MOST = 128;

    private static final String CHARACTERS = "a-zA-Z0-9_:=+,;!$'";
    /** Paths that normalisation leaves as they are: no empty, {@code .} or {@code ..} segment, nothing encoded. */
    private static final String NORMAL = "((/[" + CHARACTERS + "\\-][" + CHARACTERS + ".\\-]*)+/?)|/";

    private static final String ONE = "{*}";
    private static final String MANY = "{**}";
    private static final String SEGMENT = "a-zA-Z0-9._\\~%!$&'()+,;:@=\\-";

    /**
     * One class.
     *
     * @param example its shortest path
     * @param patterns the patterns that its paths match; empty: they match none
     */
    record PathClass(String example, List<String> patterns) {
        String label() {
            return patterns.isEmpty() ? "other" : String.join(" and ", patterns);
        }
    }

    private record Part(Automaton paths, List<String> patterns) {}

    private PathClasses() {}

    /**
     * {@return the classes, those of most patterns last, and before all others the paths that match none}
     *
     * @param patterns patterns as policies write them
     * @throws IllegalArgumentException if there are more than {@link #MOST}
     */
    static List<PathClass> of(Collection<String> patterns) {
        SortedSet<String> distinct = new TreeSet<>(patterns);
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(new RegExp(NORMAL).toAutomaton(), List.of()));
        List<PathClass> odd = new ArrayList<>();
        for (String pattern : distinct) {
            Automaton matched = automaton(pattern);
            List<Part> split = new ArrayList<>();
            boolean any = false;
            for (Part part : parts) {
                Automaton inside = part.paths().intersection(matched);
                Automaton outside = part.paths().minus(matched);
                if (!outside.isEmpty()) {
                    split.add(new Part(outside, part.patterns()));
                }
                if (!inside.isEmpty()) {
                    any = true;
                    List<String> all = new ArrayList<>(part.patterns());
                    all.add(pattern);
                    split.add(new Part(inside, all));
                }
            }
            if (!any) {
                odd.add(new PathClass(written(pattern), List.of(pattern)));
            }
            parts = split;
            if (parts.size() > MOST) {
                throw new IllegalArgumentException(
                        "the policies tell more than " + MOST + " classes of paths apart; ask with paths of your own");
            }
        }
        List<PathClass> classes = new ArrayList<>();
        for (Part part : parts) {
            classes.add(new PathClass(part.paths().getShortestExample(true), List.copyOf(part.patterns())));
        }
        classes.addAll(odd);
        return List.copyOf(classes);
    }

    /** {@return a pattern that no normal path matches, as a path that a client may send} */
    private static String written(String pattern) {
        String text = pattern.replace(MANY, "x").replace(ONE, "x").replace("*", "x");
        return text.startsWith("/") ? text : "/" + text;
    }

    /** {@return the paths that a pattern of a policy matches} */
    static Automaton automaton(String pattern) {
        if (pattern.contains(ONE) || pattern.contains(MANY)) {
            return template(pattern);
        }
        if (pattern.equals("*")) {
            return BasicAutomata.makeAnyString().minus(BasicAutomata.makeEmptyString());
        }
        if (pattern.startsWith("*")) {
            return BasicAutomata.makeAnyString().concatenate(BasicAutomata.makeString(pattern.substring(1)));
        }
        if (pattern.endsWith("*")) {
            return BasicAutomata.makeString(pattern.substring(0, pattern.length() - 1))
                    .concatenate(BasicAutomata.makeAnyString());
        }
        return BasicAutomata.makeString(pattern);
    }

    private static Automaton template(String pattern) {
        Automaton all = BasicAutomata.makeEmptyString();
        String[] segments = pattern.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            String slash = i == 0 ? "" : "/";
            Automaton segment = switch (segments[i]) {
                case ONE -> new RegExp("[" + SEGMENT + "]+").toAutomaton();
                case MANY -> new RegExp("[" + SEGMENT + "/]*").toAutomaton();
                default -> BasicAutomata.makeString(segments[i]);
            };
            all = all.concatenate(BasicAutomata.makeString(slash)).concatenate(segment);
        }
        return all;
    }
}
