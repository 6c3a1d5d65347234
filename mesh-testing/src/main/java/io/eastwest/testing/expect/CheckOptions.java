package io.eastwest.testing.expect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of the command.
 *
 * @param places the mesh, and the expectations where they are named
 * @param values value of each option that is given; empty text for those that take none
 */
record CheckOptions(List<Path> places, Map<String, String> values) {
    static final String JUNIT = "--junit";
    static final String COVERAGE = "--coverage";
    static final String COVERAGE_LEAST = "--coverage-at-least";
    static final String COVERAGE_HTML = "--coverage-html";
    static final String COVERAGE_JSON = "--coverage-json";
    static final String COVERAGE_LCOV = "--coverage-lcov";

    static final String MUTATE = "--mutate";
    static final String MUTATE_LEAST = "--mutate-at-least";
    static final String MUTATE_MOST = "--mutate-at-most";

    static final String USAGE = "usage: CheckMesh MESH [EXPECTATIONS] [--junit FILE] [--coverage]"
            + " [--coverage-at-least PERCENT] [--coverage-html FILE] [--coverage-json FILE] [--coverage-lcov FILE]"
            + " [--mutate] [--mutate-at-least PERCENT] [--mutate-at-most MUTANTS]";

    private static final List<String> ALONE = List.of(COVERAGE, MUTATE);
    private static final List<String> PERCENT = List.of(COVERAGE_LEAST, MUTATE_LEAST);
    private static final List<String> WITH_VALUE =
            List.of(JUNIT, COVERAGE_LEAST, COVERAGE_HTML, COVERAGE_JSON, COVERAGE_LCOV, MUTATE_LEAST, MUTATE_MOST);

    /** {@return the arguments; empty: they are wrong} */
    static Optional<CheckOptions> of(String... arguments) {
        List<Path> places = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            String value = "";
            if (WITH_VALUE.contains(argument) && i + 1 < arguments.length) {
                value = arguments[++i];
            } else if (!ALONE.contains(argument)) {
                if (argument.startsWith("--")) {
                    return Optional.empty();
                }
                places.add(Path.of(argument));
                continue;
            }
            if (!isSound(argument, value) || values.put(argument, value) != null) {
                return Optional.empty();
            }
        }
        return places.isEmpty() || places.size() > 2 ? Optional.empty() : Optional.of(new CheckOptions(places, values));
    }

    private static boolean isSound(String option, String value) {
        if (option.equals(MUTATE_MOST)) {
            return value.matches("[1-9][0-9]{0,8}");
        }
        return !PERCENT.contains(option) || value.matches("100|[1-9]?[0-9]");
    }

    Path mesh() {
        return places.get(0);
    }

    Path expectations() {
        return places.size() == 2 ? places.get(1) : mesh().resolve("expect.yaml");
    }

    /** {@return whether any option of a group is given} */
    boolean asks(String group) {
        return values.keySet().stream().anyMatch(option -> option.startsWith(group));
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /** {@return the number that an option says} */
    int number(String option, int otherwise) {
        return value(option).map(Integer::parseInt).orElse(otherwise);
    }
}
