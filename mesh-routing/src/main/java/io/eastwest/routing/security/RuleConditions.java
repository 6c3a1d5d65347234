package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions under {@code when}, sorted by what they speak about.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/security/authz/model/model.go:New}.
 *
 * @param callers about the caller and the request
 * @param operations about the destination
 */
record RuleConditions(List<FieldUse> callers, List<FieldUse> operations) {
    RuleConditions {
        callers = List.copyOf(callers);
        operations = List.copyOf(operations);
    }

    /**
     * {@return the conditions; empty: one has a key that istiod does not know, and the rule is not sent}
     *
     * @param when conditions of a rule
     * @param namespace namespace of the policy
     * @param aliases trust domains of the mesh
     */
    static Optional<RuleConditions> of(
            List<AuthorizationCondition> when, String namespace, TrustDomainAliases aliases) {
        List<FieldUse> callers = new ArrayList<>();
        List<FieldUse> operations = new ArrayList<>();
        for (int i = 0; i < when.size(); i++) {
            AuthorizationCondition condition = when.get(i);
            Optional<ConditionKey> key = ConditionKey.of(condition.key(), namespace);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            String path = "when[" + i + "] " + condition.key() + " ";
            FieldUse use = new FieldUse(
                    key.get().field(),
                    path + "values",
                    expanded(condition.key(), condition.values(), aliases),
                    path + "notValues",
                    expanded(condition.key(), condition.notValues(), aliases));
            (key.get().operation() ? operations : callers).add(use);
        }
        return Optional.of(new RuleConditions(callers, operations));
    }

    private static List<String> expanded(String key, List<String> values, TrustDomainAliases aliases) {
        return switch (key) {
            case ConditionKey.PRINCIPAL -> aliases.principals(values);
            case ConditionKey.TRUST_DOMAIN -> aliases.trustDomains(values);
            default -> values;
        };
    }
}
