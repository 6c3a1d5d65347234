package io.eastwest.routing.security;

import io.eastwest.model.istio.security.AuthorizationAction;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestOperation;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.view.Configured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An AuthorizationPolicy as ztunnel gets it: rules of an ALLOW policy that look at HTTP are left out, rules of a DENY policy
 * lose what looks at HTTP. Mirrors istio 1.30.3 {@code
 * pilot/pkg/serviceregistry/ambient/authorization.go:convertAuthorizationPolicy, handleRule}.
 */
final class L4Rules {
    private final Configured<AuthorizationPolicy> policy;
    private final boolean denies;
    private final List<L4Rule> rules = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private L4Rules(Configured<AuthorizationPolicy> policy) {
        this.policy = policy;
        this.denies = policy.resource().spec().actionOrDefault() == AuthorizationAction.DENY;
        List<AuthorizationRule> written = policy.resource().spec().rules();
        for (int i = 0; i < written.size(); i++) {
            add(new Origin(policy.resource().key(), "spec.rules[" + i + "]"), written.get(i));
        }
    }

    /**
     * A policy at ztunnel.
     *
     * @param policy the policy; empty: it is not sent
     * @param findings what of it is not enforced there, one line each
     */
    record Converted(Optional<L4Policy> policy, List<String> findings) {
        Converted {
            findings = List.copyOf(findings);
        }
    }

    static Converted convert(Configured<AuthorizationPolicy> policy) {
        AuthorizationAction action = policy.resource().spec().actionOrDefault();
        if (!policy.resource().spec().targets().isEmpty()) {
            return new Converted(Optional.empty(), List.of());
        }
        if (DryRun.isSet(policy.resource())) {
            return new Converted(Optional.empty(), List.of());
        }
        if (action != AuthorizationAction.ALLOW && action != AuthorizationAction.DENY) {
            return new Converted(
                    Optional.empty(), List.of(finding(policy, "", "ztunnel does not support the action " + action)));
        }
        L4Rules rules = new L4Rules(policy);
        Origin origin = new Origin(policy.resource().key(), "");
        String name = policy.namespace() + "/" + policy.name();
        return new Converted(Optional.of(new L4Policy(name, rules.denies, origin, rules.rules)), rules.findings);
    }

    private static String finding(Configured<AuthorizationPolicy> policy, String path, String text) {
        return "WARNING " + policy.resource().key() + (path.isEmpty() ? "" : " " + path) + ": " + text
                + "; enforce it at a waypoint with targetRefs NOT_ENFORCED_BY_ZTUNNEL";
    }

    private void add(Origin origin, AuthorizationRule rule) {
        Set<String> ofHttp = new TreeSet<>();
        List<List<List<FieldCondition>>> clauses = new ArrayList<>();
        List<List<FieldCondition>> operations = new ArrayList<>();
        for (int i = 0; i < rule.to().size(); i++) {
            RequestOperation operation = rule.to().get(i).operation().orElse(RequestOperation.empty());
            note(ofHttp, "hosts", operation.hosts(), operation.notHosts());
            note(ofHttp, "methods", operation.methods(), operation.notMethods());
            note(ofHttp, "paths", operation.paths(), operation.notPaths());
            operations.add(L4Fields.operation(operation, "to[" + i + "].operation."));
        }
        List<List<FieldCondition>> sources = new ArrayList<>();
        for (int i = 0; i < rule.from().size(); i++) {
            RequestSource source = rule.from().get(i).source().orElse(RequestSource.empty());
            note(ofHttp, "remoteIpBlocks", source.remoteIpBlocks(), source.notRemoteIpBlocks());
            note(ofHttp, "requestPrincipals", source.requestPrincipals(), source.notRequestPrincipals());
            sources.add(L4Fields.source(source, "from[" + i + "].source.", policy.namespace()));
        }
        if (!operations.isEmpty()) {
            clauses.add(operations);
        }
        if (!sources.isEmpty()) {
            clauses.add(sources);
        }
        for (int i = 0; i < rule.when().size(); i++) {
            String key = rule.when().get(i).key();
            if (L4Fields.field(key).isEmpty()) {
                ofHttp.add(key);
            }
            clauses.add(List.of(L4Fields.when(rule.when().get(i), "when[" + i + "]")));
        }
        if (!ofHttp.isEmpty()) {
            findings.add(finding(policy, origin.path(), consequence(ofHttp, clauses)));
        }
        if (denies || ofHttp.isEmpty()) {
            rules.add(new L4Rule(origin, clauses));
        }
    }

    private String consequence(Set<String> ofHttp, List<List<List<FieldCondition>>> clauses) {
        String left = "ztunnel does not look at " + String.join(", ", ofHttp);
        if (!denies) {
            return left + ": the rule allows nothing";
        }
        boolean empty = clauses.stream()
                .anyMatch(clause -> !clause.isEmpty() && clause.stream().allMatch(List::isEmpty));
        return left + (empty ? ": the rule denies nothing" : ": the rule denies by what is left of it");
    }

    private static void note(Set<String> ofHttp, String name, List<String> values, List<String> notValues) {
        if (!values.isEmpty()) {
            ofHttp.add(name);
        }
        if (!notValues.isEmpty()) {
            ofHttp.add("not" + Character.toUpperCase(name.charAt(0)) + name.substring(1));
        }
    }
}
