package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.RouteDestination;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import io.eastwest.model.scalar.GoDuration;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a VirtualService may say. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:ValidateVirtualService,
 * validateHTTPRouteDestinations, validateRouteDestinations} and {@code agent/validation.go:ValidateDuration}.
 */
final class VirtualServiceRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private VirtualServiceRules() {}

    static void check(VirtualServiceSpec spec, ManifestIssues issues) {
        if (spec.isDelegate()) {
            checkDelegate(spec, issues);
        }
        if (spec.http().isEmpty() && spec.tls().isEmpty() && spec.tcp().isEmpty()) {
            issues.error(IssueCode.RULES_MISSING, SPEC, "has no http, tls or tcp rules", "add one of them");
        }
        for (int i = 0; i < spec.http().size(); i++) {
            IstioHttpRoute rule = spec.http().get(i);
            DocumentPath path = SPEC.field("http").index(i);
            HttpRuleActions.check(rule, spec.isDelegate(), path, issues);
            checkWeights(rule.route().stream().map(HttpRouteDestination::weight).toList(), path, issues);
            rule.timeout().ifPresent(timeout -> checkDuration(timeout, path.field("timeout"), issues));
        }
        for (int i = 0; i < spec.tls().size(); i++) {
            checkDestinations(spec.tls().get(i).route(), SPEC.field("tls").index(i), issues);
        }
        for (int i = 0; i < spec.tcp().size(); i++) {
            checkDestinations(spec.tcp().get(i).route(), SPEC.field("tcp").index(i), issues);
        }
    }

    private static void checkDelegate(VirtualServiceSpec spec, ManifestIssues issues) {
        refuseInDelegate("gateways", spec.gateways(), issues);
        refuseInDelegate("tls", spec.tls(), issues);
        refuseInDelegate("tcp", spec.tcp(), issues);
    }

    private static void refuseInDelegate(String field, List<?> content, ManifestIssues issues) {
        if (!content.isEmpty()) {
            String message = "must be empty because there are no hosts, which makes this a delegate";
            issues.error(IssueCode.DELEGATE_CONFLICT, SPEC.field(field), message, "remove it or add hosts");
        }
    }

    private static void checkDestinations(List<RouteDestination> route, DocumentPath rule, ManifestIssues issues) {
        if (route.isEmpty()) {
            issues.error(IssueCode.ACTION_MISSING, rule, "has no route", "add a destination");
        }
        checkWeights(route.stream().map(RouteDestination::weight).toList(), rule, issues);
    }

    /** Weights need not sum up to 100, but several destinations need one that is taken. */
    private static void checkWeights(List<OptionalInt> weights, DocumentPath rule, ManifestIssues issues) {
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

    private static void checkDuration(Duration duration, DocumentPath path, ManifestIssues issues) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0
                || !duration.truncatedTo(ChronoUnit.MILLIS).equals(duration)) {
            String message = "must be whole milliseconds, 1ms or more, but was " + GoDuration.format(duration);
            issues.error(IssueCode.DURATION_TOO_FINE, path, message, "use a duration such as 10s or 500ms");
        }
    }
}
