package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import java.util.List;
import java.util.OptionalInt;

/**
 * Weights of the destinations of one rule. They need not sum up to 100, but several destinations need one that is taken.
 * Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateWeight, validateRouteDestinations}.
 */
final class RouteWeights {
    private RouteWeights() {}

    static void check(List<OptionalInt> weights, DocumentPath rule, ManifestIssues issues) {
        int total = 0;
        for (int i = 0; i < weights.size(); i++) {
            int weight = weights.get(i).orElse(0);
            total += weight;
            if (weight < 0) {
                DocumentPath path = rule.field("route").index(i).field("weight");
                String message = "weight must be 0 or more but was " + weight;
                issues.error(IssueCode.WEIGHT_NEGATIVE, path, message, "remove the sign or the field");
            }
        }
        if (weights.size() > 1 && total == 0) {
            String message = "the weights of " + weights.size() + " destinations sum up to 0";
            issues.error(IssueCode.WEIGHTS_ZERO, rule.field("route"), message, "give one of them a weight");
        }
    }
}
