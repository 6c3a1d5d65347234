package io.eastwest.routing.question;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.RegExp;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that conditions of routes and policies tell apart, one of each class: paths, methods, headers and query parameters
 * are cut into parts by all conditions on them, and every combination of parts is one class. Authorities, schemes and tokens
 * are those of the request that they start from.
 */
final class RequestClasses {
    /** More combinations than this are not all made. */
    static final int MOST = 10_000;

    private static final String CHARACTERS = "a-zA-Z0-9_:=+,!$'.\\-";
    /** Paths that normalisation leaves as they are. */
    private static final String NORMAL = "((/[a-zA-Z0-9_:=+,!$'\\-][" + CHARACTERS + "]*)+/?)|/";

    /** Any path, as a client may send it. */
    private static final String ANY_PATH = "/[!$-\\>@-\\~]*";

    private static final String HEADER_VALUE = "[a-zA-Z0-9!-\\~]([ -\\~]*[!-\\~])?";
    private static final String QUERY_VALUE = "[a-zA-Z0-9._\\~%+\\-]*";
    private static final String METHOD = ":method";
    private static final String OTHER_METHOD = "EASTWEST";

    private final List<Optional<Automaton>> paths = new ArrayList<>();
    private final Map<String, List<Optional<Automaton>>> headers = new LinkedHashMap<>();
    private final Map<String, List<Optional<Automaton>>> parameters = new LinkedHashMap<>();
    private final List<String> policyMethods = new ArrayList<>();
    private boolean wildMethods;
    private boolean complete = true;

    /** Adds the conditions of all routes of a virtual host. */
    void add(VirtualHost host) {
        host.routes().forEach(this::add);
    }

    /** Adds the conditions of a route. */
    void add(ProxyRoute route) {
        paths.add(MatchLanguages.of(route.match().path(), route.match().caseSensitive()));
        route.match().headers().forEach(this::add);
        route.match().queryParameters().forEach(this::add);
        complete &= route.match().claims().isEmpty(); // tokens are not varied
    }

    /** Adds what policies look at. */
    void add(RequestKinds policies) {
        policies.pathPatterns().forEach(pattern -> paths.add(Optional.of(PathClasses.automaton(pattern))));
        policies.methods().forEach(each -> policyMethods.add(each.example()));
        wildMethods |= policies.hasMethodPatterns();
    }

    private void add(HeaderMatch match) {
        String name = match.name().toLowerCase(Locale.ROOT);
        if (name.equals("host") || name.startsWith(":") && !name.equals(METHOD)) {
            complete = false; // authorities and schemes are not varied
        } else {
            headers.computeIfAbsent(name, key -> new ArrayList<>()).add(MatchLanguages.of(match.value()));
        }
    }

    private void add(QueryMatch match) {
        parameters.computeIfAbsent(match.name(), key -> new ArrayList<>()).add(MatchLanguages.of(match.value()));
    }

    /** {@return whether no two requests of one class can end in different ways as far as the conditions go} */
    boolean complete() {
        return complete;
    }

    /** {@return one request of each class, the simplest first} */
    List<HttpRequest> of(HttpRequest start) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(paths());
        dimensions.add(methods());
        headers.forEach((name, conditions) -> {
            if (!name.equals(METHOD)) {
                dimensions.add(new Dimension(
                        Part.HEADER,
                        name,
                        withAbsent(atoms(HEADER_VALUE, conditions).examples())));
            }
        });
        parameters.forEach((name, conditions) -> dimensions.add(new Dimension(
                Part.PARAMETER, name, withAbsent(atoms(QUERY_VALUE, conditions).examples()))));
        return combine(start, dimensions);
    }

    private enum Part {
        PATH,
        METHOD,
        HEADER,
        PARAMETER
    }

    /** What may vary; no value: absent. */
    private record Dimension(Part part, String name, List<Optional<String>> values) {}

    private Dimension paths() {
        List<String> values = new ArrayList<>(atoms(NORMAL, paths).examples());
        atoms(ANY_PATH, paths).examples().stream()
                .filter(path -> !values.contains(path))
                .forEach(values::add);
        return new Dimension(Part.PATH, "", values.stream().map(Optional::of).toList());
    }

    private Dimension methods() {
        List<String> values = new ArrayList<>(List.of("GET"));
        List<Optional<Automaton>> conditions = headers.getOrDefault(METHOD, List.of());
        if (!conditions.isEmpty()) {
            complete &= !wildMethods;
            atoms("[A-Z]{1,8}", conditions).examples().stream()
                    .filter(method -> !values.contains(method))
                    .forEach(values::add);
        }
        policyMethods.stream()
                .filter(method -> !method.equals(OTHER_METHOD) && !values.contains(method))
                .forEach(values::add);
        return new Dimension(
                Part.METHOD, METHOD, values.stream().map(Optional::of).toList());
    }

    private TextAtoms atoms(String universe, Collection<Optional<Automaton>> conditions) {
        TextAtoms atoms = TextAtoms.of(new RegExp(universe).toAutomaton(), List.copyOf(conditions));
        complete &= atoms.complete();
        return atoms;
    }

    private static List<Optional<String>> withAbsent(List<String> values) {
        List<Optional<String>> all = new ArrayList<>();
        all.add(Optional.empty());
        values.forEach(value -> all.add(Optional.of(value)));
        return all;
    }

    private List<HttpRequest> combine(HttpRequest start, List<Dimension> dimensions) {
        long count = 1;
        for (Dimension dimension : dimensions) {
            count = Math.min(MOST + 1L, count * dimension.values().size());
        }
        List<HttpRequest> requests = new ArrayList<>();
        if (count <= MOST) {
            int[] choice = new int[dimensions.size()];
            do {
                requests.add(request(start, dimensions, choice));
            } while (next(choice, dimensions));
            return requests;
        }
        complete = false;
        for (int one = 0; one < dimensions.size(); one++) {
            for (int other = one; other < dimensions.size() && requests.size() < MOST; other++) {
                addPairs(start, dimensions, one, other, requests);
            }
        }
        return requests.stream().distinct().toList();
    }

    /** Varies two dimensions at a time; the others stay at their first value. */
    private static void addPairs(
            HttpRequest start, List<Dimension> dimensions, int one, int other, List<HttpRequest> requests) {
        int[] choice = new int[dimensions.size()];
        for (int i = 0; i < dimensions.get(one).values().size(); i++) {
            for (int j = 0; j < dimensions.get(other).values().size() && requests.size() < MOST; j++) {
                choice[one] = i;
                choice[other] = j;
                requests.add(request(start, dimensions, choice));
            }
        }
    }

    private static boolean next(int[] choice, List<Dimension> dimensions) {
        for (int i = choice.length - 1; i >= 0; i--) {
            if (++choice[i] < dimensions.get(i).values().size()) {
                return true;
            }
            choice[i] = 0;
        }
        return false;
    }

    /** {@return the headers of the start that no condition looks at} */
    private static List<Header> withoutVaried(HttpRequest start, List<Dimension> dimensions) {
        return start.headers().stream()
                .filter(header -> dimensions.stream()
                        .noneMatch(each ->
                                each.part() == Part.HEADER && each.name().equalsIgnoreCase(header.name())))
                .toList();
    }

    private static HttpRequest request(HttpRequest start, List<Dimension> dimensions, int[] choice) {
        var request = start.toBuilder().headers(withoutVaried(start, dimensions));
        String path = start.path();
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < choice.length; i++) {
            Dimension dimension = dimensions.get(i);
            Optional<String> value = dimension.values().get(choice[i]);
            if (value.isEmpty()) {
                continue;
            }
            switch (dimension.part()) {
                case PATH -> path = value.get();
                case METHOD -> request.method(value.get());
                case HEADER -> request.addHeader(new Header(dimension.name(), value.get()));
                case PARAMETER ->
                    query.append(query.length() == 0 ? '?' : '&')
                            .append(dimension.name())
                            .append('=')
                            .append(value.get());
            }
        }
        return request.path(path + query).build();
    }
}
