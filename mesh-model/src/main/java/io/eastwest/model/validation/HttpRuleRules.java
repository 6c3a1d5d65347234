package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.HttpMirrorPolicy;
import io.eastwest.model.istio.networking.HttpRouteDestination;
import io.eastwest.model.istio.networking.IstioHttpRoute;
import io.eastwest.model.istio.networking.Percent;

/**
 * One HTTP rule, each part on its own. Mirrors istio 1.30.3
 * {@code pkg/config/validation/virtualservice.go:validateHTTPRoute} and
 * {@code validation.go:validateHTTPRouteDestinations, validateHTTPMirrors}.
 */
final class HttpRuleRules {
    private final IstioHttpRoute rule;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private HttpRuleRules(IstioHttpRoute rule, DocumentPath path, ManifestIssues issues) {
        this.rule = rule;
        this.path = path;
        this.issues = issues;
    }

    static void check(IstioHttpRoute rule, boolean converted, DocumentPath path, ManifestIssues issues) {
        HttpRuleRules rules = new HttpRuleRules(rule, path, issues);
        for (int i = 0; i < rule.match().size(); i++) {
            HttpMatchRules.check(rule.match().get(i), path.field("match").index(i), issues);
        }
        rules.checkActions();
        rules.checkDestinations(converted);
        rules.checkMirrors();
    }

    private void checkActions() {
        rule.headers().ifPresent(headers -> HeaderRules.checkOperations(headers, path.field("headers"), issues));
        rule.corsPolicy().ifPresent(cors -> CorsRules.check(cors, path.field("corsPolicy"), issues));
        rule.fault().ifPresent(fault -> FaultRules.check(fault, path.field("fault"), issues));
        rule.redirect().ifPresent(redirect -> AnswerRules.check(redirect, path.field("redirect"), issues));
        rule.directResponse().ifPresent(answer -> AnswerRules.check(answer, path.field("directResponse"), issues));
        rule.retries().ifPresent(retries -> RetryRules.check(retries, path.field("retries"), issues));
        rule.rewrite().ifPresent(rewrite -> RewriteRules.check(rewrite, path.field("rewrite"), issues));
        RewriteRules.checkAuthority(rule, path, issues);
        rule.timeout().ifPresent(timeout -> Quantities.checkDuration(timeout, path.field("timeout"), issues));
    }

    private void checkDestinations(boolean converted) {
        RouteWeights.check(
                rule.route().stream().map(HttpRouteDestination::weight).toList(), path, issues);
        for (int i = 0; i < rule.route().size(); i++) {
            HttpRouteDestination target = rule.route().get(i);
            DocumentPath at = path.field("route").index(i);
            target.headers().ifPresent(headers -> HeaderRules.checkOperations(headers, at.field("headers"), issues));
            if (!converted) {
                Destinations.check(target.destination(), at.field("destination"), issues);
            }
        }
    }

    private void checkMirrors() {
        rule.mirror().ifPresent(mirror -> Destinations.check(mirror, path.field("mirror"), issues));
        if (rule.mirrorPercent().isPresent()) {
            DocumentPath at = path.field("mirrorPercent");
            issues.warning(IssueCode.FIELD_DEPRECATED, at, "is deprecated", "use mirrorPercentage");
            checkPercent(rule.mirrorPercent().getAsInt(), at);
        }
        rule.mirrorPercentage().ifPresent(share -> checkPercent(share, path.field("mirrorPercentage")));
        for (int i = 0; i < rule.mirrors().size(); i++) {
            HttpMirrorPolicy mirror = rule.mirrors().get(i);
            DocumentPath at = path.field("mirrors").index(i);
            Destinations.check(mirror.destination(), at.field("destination"), issues);
            mirror.percentage().ifPresent(share -> checkPercent(share, at.field("percentage")));
        }
    }

    private void checkPercent(Percent percent, DocumentPath at) {
        checkPercent(percent.valueOrZero(), at.field("value"));
    }

    private void checkPercent(double percent, DocumentPath at) {
        if (percent < 0 || percent > 100) {
            String message = "must be a percentage from 0 to 100 but was " + Quantities.text(percent);
            issues.error(IssueCode.NUMBER_OUT_OF_BOUNDS, at, message, "use a number in range");
        }
    }
}
