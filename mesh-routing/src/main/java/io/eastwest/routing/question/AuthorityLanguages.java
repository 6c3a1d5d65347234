package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import dk.brics.automaton.RegExp;
import io.eastwest.routing.Call;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.proxy.HttpExchange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The authorities that find a virtual host: an exact domain before the longest wildcard at the start, that before the longest at the
 * end, that before all. Where calls have one of a few names, only these are told apart. Not thread-safe.
 *
 * <p>Mirrors envoy source/common/router/config_impl.cc:RouteMatcher::findVirtualHost.
 */
final class AuthorityLanguages {
    /** More domains than this are not told apart. */
    static final int MOST = 500;

    private static final String ANY = "*";
    private static final int AFTER_SUFFIXES = 1_000;
    private static final int AFTER_PREFIXES = 1_000_000;

    private final ReadLanguages languages;
    private final List<String> names;
    private final Map<List<Object>, Language> known = new LinkedHashMap<>();

    /**
     * For calls that have any authority, or one of some.
     *
     * @param languages makes languages
     * @param names the names that calls have; none: any
     */
    AuthorityLanguages(ReadLanguages languages, List<String> names) {
        this.languages = languages;
        this.names = List.copyOf(names);
    }

    /**
     * {@return those of calls like one: any where they come from outside, else the names that lead the caller to the host}
     *
     * @param languages makes languages
     * @param start the call
     * @param sides the meshes in which it is made
     */
    static AuthorityLanguages of(ReadLanguages languages, Call start, List<CallWatch> sides) {
        Set<String> names = new LinkedHashSet<>();
        for (CallWatch side : sides) {
            if (!start.caller().outside()) {
                String id = MeshPods.id(side.router().workload(start.caller()));
                names.addAll(names(start, host -> side.router().resolve(id, host)));
            }
        }
        return new AuthorityLanguages(languages, List.copyOf(names));
    }

    /** {@return the names of a host that a caller reaches it by, with and without the port; any for calls from outside} */
    private static List<String> names(Call start, Function<String, List<String>> addresses) {
        String given = CallSpeech.request(start).authority();
        Set<String> names = new LinkedHashSet<>(List.of(given));
        List<String> wanted = addresses.apply(start.host());
        for (int end = start.host().length(); end > 0; end = start.host().lastIndexOf('.', end - 1)) {
            String name = start.host().substring(0, end);
            if (addresses.apply(name).equals(wanted)) {
                names.add(name);
                names.add(name + ":" + start.port());
            }
        }
        return List.copyOf(names);
    }

    /** {@return the names that calls have; none: any} */
    List<String> names() {
        return names;
    }

    /** {@return the authorities that find the virtual host of an exchange, or none as it does; empty: there are too many domains} */
    Optional<Language> of(HttpExchange exchange) {
        if (!names.isEmpty()) {
            return Optional.of(languages.texts(alike(exchange)));
        }
        RouteConfiguration routes = exchange.routes().orElseThrow();
        List<List<String>> domains =
                routes.virtualHosts().stream().map(VirtualHost::domains).toList();
        if (domains.stream().mapToInt(List::size).sum() > MOST) {
            return Optional.empty();
        }
        int position = exchange.host().map(found -> position(routes, found)).orElse(-1);
        return Optional.of(known.computeIfAbsent(List.of(domains, position), key -> make(domains, position)));
    }

    @SuppressWarnings("ReferenceEquality") // two virtual hosts may be equal
    private List<String> alike(HttpExchange exchange) {
        VirtualHost found = exchange.host().orElse(null);
        List<String> alike = new ArrayList<>();
        for (String name : names) {
            VirtualHost other = exchange.table()
                    .flatMap(table -> table.find(name))
                    .map(routed -> routed.host())
                    .orElse(null);
            if (other == found) {
                alike.add(name);
            }
        }
        String actual = exchange.input().header(":authority").orElse("");
        if (!alike.contains(actual)) {
            alike.add(actual);
        }
        return alike;
    }

    @SuppressWarnings("ReferenceEquality") // two virtual hosts may be equal
    private static int position(RouteConfiguration routes, VirtualHost host) {
        for (int i = 0; i < routes.virtualHosts().size(); i++) {
            if (routes.virtualHosts().get(i) == host) {
                return i;
            }
        }
        return -1;
    }

    private static Language make(List<List<String>> domains, int position) {
        Map<String, Integer> owners = new LinkedHashMap<>();
        for (int i = 0; i < domains.size(); i++) {
            for (String domain : domains.get(i)) {
                owners.putIfAbsent(domain.toLowerCase(Locale.ROOT), i);
            }
        }
        if (position < 0) {
            return Language.of(BasicAutomata.makeAnyString()
                    .minus(union(owners.keySet().stream()
                            .map(AuthorityLanguages::domain)
                            .toList())));
        }
        List<Automaton> own = new ArrayList<>();
        owners.forEach((domain, owner) -> {
            if (owner == position) {
                own.add(without(domain, owners));
            }
        });
        return Language.of(union(own));
    }

    private static Automaton union(List<Automaton> all) {
        return all.isEmpty() ? new Automaton() : BasicOperations.union(all);
    }

    /** {@return the authorities of a domain that no more exact one takes} */
    private static Automaton without(String domain, Map<String, Integer> owners) {
        Automaton all = domain(domain);
        if (!domain.contains(ANY)) {
            return all;
        }
        return all.minus(union(owners.keySet().stream()
                .filter(other -> rank(other) < rank(domain))
                .map(AuthorityLanguages::domain)
                .toList()));
    }

    /** Lower ranks are looked for first. */
    private static int rank(String domain) {
        if (domain.equals(ANY)) {
            return Integer.MAX_VALUE;
        }
        if (domain.startsWith(ANY)) {
            return AFTER_SUFFIXES - domain.length();
        }
        return domain.endsWith(ANY) ? AFTER_PREFIXES - domain.length() : 0;
    }

    private static Automaton domain(String domain) {
        if (domain.equals(ANY)) {
            return BasicAutomata.makeAnyString();
        }
        Automaton some = BasicAutomata.makeAnyChar().repeat(1);
        Automaton host;
        if (domain.startsWith(ANY)) {
            host = some.concatenate(MatchLanguages.text(domain.substring(1), false));
        } else if (domain.endsWith(ANY)) {
            host = MatchLanguages.text(domain.substring(0, domain.length() - 1), false)
                    .concatenate(some);
        } else {
            host = MatchLanguages.text(domain, false);
        }
        return host.concatenate(new RegExp(":[^\\]:]*").toAutomaton().optional());
    }
}
