package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.HttpMatchRequest;
import io.eastwest.model.istio.networking.VirtualService;
import io.eastwest.model.istio.networking.VirtualServiceSpec;
import java.util.List;
import java.util.Set;

/**
 * What a VirtualService may say. Mirrors istio 1.30.3
 * {@code pkg/config/validation/validation.go:ValidateVirtualService}.
 */
final class VirtualServiceRules {
    private static final DocumentPath SPEC = DocumentPath.root().field("spec");

    private final VirtualServiceSpec spec;
    private final ManifestIssues issues;
    /** Whether Istio made the object of a route of the Gateway API, which may name Gateways and hosts otherwise. */
    private final boolean converted;

    private VirtualServiceRules(VirtualServiceSpec spec, boolean converted, ManifestIssues issues) {
        this.spec = spec;
        this.converted = converted;
        this.issues = issues;
    }

    static void check(VirtualService service, ManifestIssues issues) {
        String semantics = service.metadata().annotations().getOrDefault("internal.istio.io/route-semantics", "");
        VirtualServiceRules rules = new VirtualServiceRules(service.spec(), semantics.equals("gateway"), issues);
        rules.checkScope();
        rules.checkRules();
        ExportToRules.check(
                service.spec().exportTo(), service.metadata().namespaceOrDefault(), SPEC.field("exportTo"), issues);
    }

    private void checkScope() {
        if (spec.isDelegate()) {
            refuseInDelegate("gateways", spec.gateways());
            refuseInDelegate("tls", spec.tls());
            refuseInDelegate("tcp", spec.tcp());
        }
        GatewayNames.check(spec.gateways(), converted, SPEC.field("gateways"), issues);
        VirtualServiceHosts.check(spec, SPEC.field("hosts"), issues);
        if (spec.http().isEmpty() && spec.tls().isEmpty() && spec.tcp().isEmpty()) {
            issues.error(IssueCode.RULES_MISSING, SPEC, "has no http, tls or tcp rules", "add one of them");
        }
    }

    private void refuseInDelegate(String field, List<?> content) {
        if (!content.isEmpty()) {
            String message = "must be empty because there are no hosts, which makes this a delegate";
            issues.error(IssueCode.DELEGATE_CONFLICT, SPEC.field(field), message, "remove it or add hosts");
        }
    }

    private void checkRules() {
        for (int i = 0; i < spec.http().size(); i++) {
            DocumentPath path = SPEC.field("http").index(i);
            HttpRuleActions.check(spec.http().get(i), spec.isDelegate(), path, issues);
            HttpRuleRules.check(spec.http().get(i), converted, path, issues);
            if (spec.appliesToMesh()) {
                refuseClaims(spec.http().get(i).match(), path.field("match"));
            }
        }
        for (int i = 0; i < spec.tls().size(); i++) {
            ConnectionRules.check(
                    spec.tls().get(i), spec, converted, SPEC.field("tls").index(i), issues);
        }
        for (int i = 0; i < spec.tcp().size(); i++) {
            ConnectionRules.check(
                    spec.tcp().get(i), converted, SPEC.field("tcp").index(i), issues);
        }
        RuleOrder.check(spec, SPEC, issues);
    }

    /** Sidecars do not read tokens before they route. */
    private void refuseClaims(List<HttpMatchRequest> matches, DocumentPath path) {
        for (int i = 0; i < matches.size(); i++) {
            refuseClaims(matches.get(i).headers().keySet(), path.index(i).field("headers"));
            refuseClaims(matches.get(i).withoutHeaders().keySet(), path.index(i).field("withoutHeaders"));
        }
    }

    private void refuseClaims(Set<String> names, DocumentPath path) {
        for (String name : names) {
            if (HeaderRules.isClaim(name)) {
                String message = "a claim of a token routes only at gateways, but the rules are for sidecars too";
                String hint = "name gateways, without \"mesh\"";
                issues.error(IssueCode.CLAIM_ROUTE_IN_MESH, path.field(name), message, hint);
            }
        }
    }
}
