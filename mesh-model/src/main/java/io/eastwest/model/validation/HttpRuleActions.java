package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.IstioHttpRoute;

/**
 * Which actions of one HTTP rule go together. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/virtualservice.go:validateHTTPRouteConflict}.
 */
final class HttpRuleActions {
    private final IstioHttpRoute rule;
    private final DocumentPath path;
    private final ManifestIssues issues;

    private HttpRuleActions(IstioHttpRoute rule, DocumentPath path, ManifestIssues issues) {
        this.rule = rule;
        this.path = path;
        this.issues = issues;
    }

    static void check(IstioHttpRoute rule, boolean inDelegate, DocumentPath path, ManifestIssues issues) {
        HttpRuleActions actions = new HttpRuleActions(rule, path, issues);
        if (rule.delegate().isPresent() && !inDelegate) {
            actions.exclude("delegate", "redirect", rule.redirect().isPresent());
            actions.exclude("delegate", "route", !rule.route().isEmpty());
        } else {
            actions.checkOwn(inDelegate);
        }
    }

    private void checkOwn(boolean inDelegate) {
        if (inDelegate && rule.delegate().isPresent()) {
            String message = "must not be set because this VirtualService is itself a delegate";
            issues.error(IssueCode.DELEGATE_CONFLICT, path.field("delegate"), message, "remove it");
        }
        if (rule.redirect().isPresent()) {
            excludeForwarding("redirect");
            exclude("redirect", "directResponse", rule.directResponse().isPresent());
        } else if (rule.directResponse().isPresent()) {
            excludeForwarding("directResponse");
        } else if (rule.route().isEmpty()) {
            issues.error(IssueCode.ACTION_MISSING, path, "has no route, redirect or directResponse", "add one of them");
        }
        exclude(
                "mirror",
                "mirrors",
                rule.mirror().isPresent() && !rule.mirrors().isEmpty());
    }

    private void excludeForwarding(String action) {
        exclude(action, "route", !rule.route().isEmpty());
        exclude(action, "fault", rule.fault().isPresent());
        exclude(action, "rewrite", rule.rewrite().isPresent());
    }

    private void exclude(String one, String other, boolean both) {
        if (both) {
            String message = "must not be set beside " + one;
            issues.error(IssueCode.ACTION_CONFLICT, path.field(other), message, "remove one of them");
        }
    }
}
