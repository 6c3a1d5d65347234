package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The server names that the filter chains of a listener tell apart: a chain is found by the exact name, else by its longest wildcard,
 * else by none. Names by which proxies of the mesh pass calls on to each other are none of a client. Not thread-safe.
 *
 * <p>Mirrors envoy source/common/listener_manager/filter_chain_manager_impl.cc:findFilterChainForServerName.
 */
final class ServerNames {
    /** More names than this are not told apart. */
    static final int MOST = 500;

    private static final String WILDCARD = "*.";
    private static final String BETWEEN_PROXIES = "outbound_";

    private final Map<List<Object>, Language> known = new LinkedHashMap<>();

    /** {@return a name of each kind as values of the axis, and none} */
    static List<String> examples(List<String> names) {
        List<String> examples = new ArrayList<>(List.of(""));
        names.stream()
                .filter(ServerNames::isOfClients)
                .map(ServerNames::example)
                .forEach(examples::add);
        return examples;
    }

    private static boolean isOfClients(String name) {
        return !name.startsWith(BETWEEN_PROXIES) && !name.equals("*");
    }

    private static String example(String name) {
        return AxisValues.THERE + (name.startsWith(WILDCARD) ? "x" + name.substring(1) : name);
    }

    /**
     * {@return the values of the axis that are alike; empty: there are too many names}
     *
     * @param all the names for which there are chains
     * @param alike whether a value is one of those
     */
    Optional<Language> of(List<String> all, Predicate<String> alike) {
        List<String> names = all.stream().filter(ServerNames::isOfClients).toList();
        if (names.size() > MOST) {
            return Optional.empty();
        }
        List<String> own =
                names.stream().filter(name -> alike.test(example(name))).toList();
        boolean others = alike.test("");
        return Optional.of(known.computeIfAbsent(List.of(names, own, others), key -> make(names, own, others)));
    }

    private static Language make(List<String> names, List<String> own, boolean others) {
        List<Automaton> parts = new ArrayList<>();
        own.forEach(name -> parts.add(without(name, names)));
        if (others) {
            parts.add(BasicAutomata.makeAnyString()
                    .minus(union(names.stream().map(ServerNames::domain).toList())));
        }
        return Language.of(union(parts));
    }

    /** {@return the names of a wildcard that no longer one takes, nor an exact one} */
    private static Automaton without(String name, List<String> names) {
        if (!name.startsWith(WILDCARD)) {
            return domain(name);
        }
        return domain(name)
                .minus(union(names.stream()
                        .filter(other -> !other.startsWith(WILDCARD) || other.length() > name.length())
                        .map(ServerNames::domain)
                        .toList()));
    }

    private static Automaton union(List<Automaton> all) {
        return all.isEmpty() ? new Automaton() : BasicOperations.union(all);
    }

    private static Automaton domain(String name) {
        return AxisValues.there(
                name.startsWith(WILDCARD)
                        ? BasicAutomata.makeAnyChar().repeat(1).concatenate(BasicAutomata.makeString(name.substring(1)))
                        : BasicAutomata.makeString(name));
    }
}
