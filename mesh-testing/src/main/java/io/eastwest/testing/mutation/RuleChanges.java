package io.eastwest.testing.mutation;

import io.eastwest.model.MeshResource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Changes of one rule of a route of the Gateway API, in terms that its kinds share.
 *
 * @param <R> type of the rule
 */
final class RuleChanges<R> {
    private final List<R> rules;
    private final int index;
    private final Function<List<R>, MeshResource> route;
    private final Consumer<Mutation> found;

    private RuleChanges(List<R> rules, int index, Function<List<R>, MeshResource> route, Consumer<Mutation> found) {
        this.rules = rules;
        this.index = index;
        this.route = route;
        this.found = found;
    }

    /**
     * Goes through the rules of a route. Of each comes first that it is missing, then that it follows the next one.
     *
     * @param rules the rules
     * @param route the route with other rules
     * @param found takes the changes
     * @param others adds what else may change in a rule
     */
    static <R> void all(
            List<R> rules,
            Function<List<R>, MeshResource> route,
            Consumer<Mutation> found,
            Consumer<RuleChanges<R>> others) {
        for (int i = 0; i < rules.size(); i++) {
            RuleChanges<R> changes = new RuleChanges<>(rules, i, route, found);
            changes.add(MutationOperator.DELETE_RULE, changes.path(), "the rule is missing", Edits.without(rules, i));
            if (i + 1 < rules.size()) {
                changes.add(
                        MutationOperator.SWAP_RULES,
                        changes.path(),
                        "the rule comes after the next one",
                        Edits.swapped(rules, i));
            }
            others.accept(changes);
        }
    }

    R rule() {
        return rules.get(index);
    }

    String path() {
        return "spec.rules[" + index + "]";
    }

    private void add(MutationOperator operator, String path, String text, List<R> changed) {
        found.accept(new Mutation(operator, path, text, Optional.of(route.apply(changed))));
    }

    /** The rule is another one. */
    void replace(MutationOperator operator, String path, String text, R changed) {
        add(operator, path, text, Edits.with(rules, index, changed));
    }

    /** A condition of the rule is missing. */
    void dropCondition(String path, R changed) {
        replace(MutationOperator.DROP_CONDITION, path, "the condition is missing", changed);
    }

    /** One condition after the other is missing. */
    <T> void dropConditions(String path, List<T> conditions, Function<List<T>, R> with) {
        for (int i = 0; i < conditions.size(); i++) {
            dropCondition(path + "[" + i + "]", with.apply(Edits.without(conditions, i)));
        }
    }

    /** One of several matches is missing. */
    <T> void deleteMatch(String path, List<T> matches, int at, Function<List<T>, R> with) {
        if (matches.size() > 1) {
            replace(
                    MutationOperator.DELETE_MATCH,
                    path,
                    "the match is missing",
                    with.apply(Edits.without(matches, at)));
        }
    }

    /** One of several destinations is missing. */
    <T> void deleteDestination(String path, List<T> backends, int at, Function<List<T>, R> with) {
        if (backends.size() > 1) {
            replace(
                    MutationOperator.DELETE_DESTINATION,
                    path,
                    "the destination is missing",
                    with.apply(Edits.without(backends, at)));
        }
    }

    /** One filter after the other is missing. */
    <T> void dropFilters(List<T> filters, Function<List<T>, R> with) {
        for (int i = 0; i < filters.size(); i++) {
            replace(
                    MutationOperator.DROP_SETTING,
                    path() + ".filters[" + i + "]",
                    "the filter is missing",
                    with.apply(Edits.without(filters, i)));
        }
    }

    /** A setting is missing, where it is there. */
    void dropSetting(String name, Optional<?> setting, R without) {
        if (setting.isPresent()) {
            replace(MutationOperator.DROP_SETTING, path() + "." + name, name + " is missing", without);
        }
    }
}
