package io.eastwest.routing.security;

import io.eastwest.routing.envoy.RbacInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An attribute with the values that a rule gives it.
 *
 * @param field the attribute
 * @param path where the rule names the values
 * @param values values of which one must match; empty: no condition
 * @param notPath where the rule names the excluded values
 * @param notValues values of which none may match; empty: no condition
 */
record FieldUse(PolicyField field, String path, List<String> values, String notPath, List<String> notValues) {
    FieldUse {
        values = List.copyOf(values);
        notValues = List.copyOf(notValues);
    }

    /**
     * {@return the conditions of a list of attributes; empty: the rule has to be dropped}
     *
     * <p>Where an attribute or value cannot be tested, a rule that allows is dropped and one that does not gets wider by leaving
     * the value out. Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/model.go:checkError}.
     *
     * @param uses the attributes
     * @param setting where the rule is used
     */
    static Optional<List<FieldCondition>> conditions(List<FieldUse> uses, RuleSetting setting) {
        List<FieldCondition> conditions = new ArrayList<>();
        for (FieldUse use : uses) {
            boolean complete = use.add(use.path, use.values, false, setting, conditions)
                    && use.add(use.notPath, use.notValues, true, setting, conditions);
            if (!complete) {
                return Optional.empty();
            }
        }
        return Optional.of(conditions);
    }

    private boolean add(
            String where, List<String> texts, boolean negated, RuleSetting setting, List<FieldCondition> conditions) {
        List<String> tested = new ArrayList<>();
        List<Predicate<RbacInput>> tests = new ArrayList<>();
        for (String text : texts) {
            Optional<Predicate<RbacInput>> test = setting.tcp() && field.httpOnly()
                    ? Optional.empty()
                    : field.test().apply(text);
            if (test.isPresent()) {
                tested.add(text);
                tests.add(test.get());
            } else if (setting.dropsWhatCannotBeTested()) {
                return false;
            }
        }
        if (!tests.isEmpty()) {
            conditions.add(new FieldCondition(where, tested, tests, negated, field.actual()));
        }
        return true;
    }
}
