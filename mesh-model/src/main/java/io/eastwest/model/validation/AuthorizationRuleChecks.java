package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestOperation;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.model.istio.security.RuleFrom;
import io.eastwest.model.istio.security.RuleTo;
import java.util.List;
import java.util.stream.Stream;

/**
 * One rule of an AuthorizationPolicy, whatever the action. Mirrors istio 1.30.3 {@code
 * pkg/config/validation/validation.go:ValidateAuthorizationPolicy}, the loop over the rules.
 */
final class AuthorizationRuleChecks {
    private final ManifestIssues issues;

    private AuthorizationRuleChecks(ManifestIssues issues) {
        this.issues = issues;
    }

    static void check(AuthorizationRule rule, DocumentPath path, ManifestIssues issues) {
        AuthorizationRuleChecks checks = new AuthorizationRuleChecks(issues);
        for (int i = 0; i < rule.from().size(); i++) {
            checks.checkFrom(rule.from().get(i), path.field("from").index(i));
        }
        for (int i = 0; i < rule.to().size(); i++) {
            checks.checkTo(rule.to().get(i), path.field("to").index(i));
        }
        for (int i = 0; i < rule.when().size(); i++) {
            ConditionRules.check(rule.when().get(i), path.field("when").index(i), issues);
        }
    }

    private void checkFrom(RuleFrom from, DocumentPath path) {
        if (from.source().isEmpty()) {
            issues.error(
                    IssueCode.MISSING_FIELD, path, "has no source", "add it, or leave \"from\" out to mean everybody");
            return;
        }
        RequestSource source = from.source().get();
        DocumentPath at = path.field("source");
        if (isEmpty(lists(source))) {
            String hint = "name somebody, or leave \"from\" out to mean everybody";
            issues.error(IssueCode.OBJECT_EMPTY, at, "says nothing", hint);
        }
        boolean accounts = !source.serviceAccounts().isEmpty()
                || !source.notServiceAccounts().isEmpty();
        exclude("principals", source.principals(), accounts, at);
        exclude("notPrincipals", source.notPrincipals(), accounts, at);
        exclude("namespaces", source.namespaces(), accounts, at);
        exclude("notNamespaces", source.notNamespaces(), accounts, at);
        Texts.checkNoneEmpty(source.principals(), at.field("principals"), issues);
        Texts.checkNoneEmpty(source.notPrincipals(), at.field("notPrincipals"), issues);
        Texts.checkNoneEmpty(source.requestPrincipals(), at.field("requestPrincipals"), issues);
        Texts.checkNoneEmpty(source.notRequestPrincipals(), at.field("notRequestPrincipals"), issues);
        Texts.checkNoneEmpty(source.namespaces(), at.field("namespaces"), issues);
        Texts.checkNoneEmpty(source.notNamespaces(), at.field("notNamespaces"), issues);
        Texts.checkNoneEmptyIpOrCidr(source.ipBlocks(), at.field("ipBlocks"), issues);
        Texts.checkNoneEmptyIpOrCidr(source.notIpBlocks(), at.field("notIpBlocks"), issues);
        Texts.checkNoneEmptyIpOrCidr(source.remoteIpBlocks(), at.field("remoteIpBlocks"), issues);
        Texts.checkNoneEmptyIpOrCidr(source.notRemoteIpBlocks(), at.field("notRemoteIpBlocks"), issues);
        PolicyValues.checkServiceAccounts(source.serviceAccounts(), at.field("serviceAccounts"), issues);
        PolicyValues.checkServiceAccounts(source.notServiceAccounts(), at.field("notServiceAccounts"), issues);
        PolicyValues.checkTrustDomains(source.trustDomains(), at.field("trustDomains"), issues);
        PolicyValues.checkTrustDomains(source.notTrustDomains(), at.field("notTrustDomains"), issues);
    }

    private void exclude(String field, List<String> values, boolean accounts, DocumentPath source) {
        if (accounts && !values.isEmpty()) {
            String message = "must not be set beside service accounts";
            issues.error(IssueCode.FIELD_CONFLICT, source.field(field), message, "remove one of them");
        }
    }

    private void checkTo(RuleTo to, DocumentPath path) {
        if (to.operation().isEmpty()) {
            issues.error(
                    IssueCode.MISSING_FIELD, path, "has no operation", "add it, or leave \"to\" out to mean anything");
            return;
        }
        RequestOperation operation = to.operation().get();
        DocumentPath at = path.field("operation");
        if (isEmpty(lists(operation))) {
            issues.error(
                    IssueCode.OBJECT_EMPTY, at, "says nothing", "name something, or leave \"to\" out to mean anything");
        }
        Texts.checkPortTexts(operation.ports(), at.field("ports"), issues);
        Texts.checkPortTexts(operation.notPorts(), at.field("notPorts"), issues);
        Texts.checkNoneEmpty(operation.hosts(), at.field("hosts"), issues);
        Texts.checkNoneEmpty(operation.notHosts(), at.field("notHosts"), issues);
        Texts.checkNoneEmpty(operation.methods(), at.field("methods"), issues);
        Texts.checkNoneEmpty(operation.notMethods(), at.field("notMethods"), issues);
        PolicyValues.checkPaths(operation.paths(), at.field("paths"), issues);
        PolicyValues.checkPaths(operation.notPaths(), at.field("notPaths"), issues);
    }

    private static boolean isEmpty(Stream<List<String>> lists) {
        return lists.allMatch(List::isEmpty);
    }

    private static Stream<List<String>> lists(RequestSource source) {
        return Stream.concat(
                tcpLists(source),
                Stream.of(
                        source.requestPrincipals(),
                        source.notRequestPrincipals(),
                        source.trustDomains(),
                        source.notTrustDomains()));
    }

    private static Stream<List<String>> lists(RequestOperation operation) {
        return Stream.of(
                operation.hosts(),
                operation.notHosts(),
                operation.ports(),
                operation.notPorts(),
                operation.methods(),
                operation.notMethods(),
                operation.paths(),
                operation.notPaths());
    }

    /** What istiod counts as known of a caller without HTTP; the trust domain is not among it. */
    private static Stream<List<String>> tcpLists(RequestSource source) {
        return Stream.of(
                source.principals(),
                source.notPrincipals(),
                source.namespaces(),
                source.notNamespaces(),
                source.ipBlocks(),
                source.notIpBlocks(),
                source.remoteIpBlocks(),
                source.notRemoteIpBlocks(),
                source.serviceAccounts(),
                source.notServiceAccounts());
    }

    /** Whether a DENY rule has nothing that istiod can look at without HTTP, so that it denies all of TCP. */
    static boolean deniesAllTcp(AuthorizationRule rule) {
        List<RequestSource> sources =
                rule.from().stream().flatMap(from -> from.source().stream()).toList();
        List<RequestOperation> operations =
                rule.to().stream().flatMap(to -> to.operation().stream()).toList();
        boolean tcpFrom = sources.stream().anyMatch(source -> !isEmpty(tcpLists(source)));
        boolean tcpTo = operations.stream()
                .anyMatch(operation ->
                        !operation.ports().isEmpty() || !operation.notPorts().isEmpty());
        return operations.isEmpty() ? !sources.isEmpty() && !tcpFrom : !tcpTo;
    }
}
