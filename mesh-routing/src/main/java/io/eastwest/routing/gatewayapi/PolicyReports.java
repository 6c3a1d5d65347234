package io.eastwest.routing.gatewayapi;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.gatewayapi.BackendTarget;
import io.eastwest.model.gatewayapi.BackendTlsPolicy;
import io.eastwest.model.gatewayapi.BackendTlsPolicyTarget;
import io.eastwest.model.gatewayapi.BackendTlsValidation;
import io.eastwest.model.gatewayapi.GrpcRoute;
import io.eastwest.model.gatewayapi.HttpRoute;
import io.eastwest.model.gatewayapi.LocalObjectReference;
import io.eastwest.model.gatewayapi.ParentReference;
import io.eastwest.model.gatewayapi.TlsRoute;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What istiod reports of BackendTLSPolicies: for each target, then for each Gateway with a route to a target that exists. What is
 * wrong with one target is also said of those behind it. Mirrors istio 1.30.3 {@code
 * pilot/pkg/config/kube/gateway/backend_policies.go:BackendTLSPolicyCollection, btlsIsConflicted, getBackendTLSCredentialName}.
 */
final class PolicyReports {
    private static final String ACCEPTED = "Accepted";
    private static final String RESOLVED = "ResolvedRefs";
    private static final String MESH_CONTROLLER = "istio.io/mesh-controller";
    private static final String GATEWAY_CONTROLLER = "istio.io/gateway-controller";
    private static final int MOST_ANCESTORS = 16;

    private final RouteInputs inputs;
    private final BackendTlsRules rules;
    private final List<Configured<BackendTlsPolicy>> policies;
    private final Map<ParentKey, Set<String>> gatewaysByBackend = new LinkedHashMap<>();

    PolicyReports(ControlPlaneView view, RouteInputs inputs) {
        this.inputs = inputs;
        this.rules = new BackendTlsRules(view, inputs);
        this.policies = view.configuration(BackendTlsPolicy.class);
        for (Configured<HttpRoute> each : view.configuration(HttpRoute.class)) {
            List<BackendTarget> backends = new ArrayList<>();
            each.resource().spec().rules().orElse(List.of()).forEach(rule -> backends.addAll(rule.backendRefs()));
            add(each.namespace(), each.resource().spec().parentRefs(), backends);
        }
        for (Configured<GrpcRoute> each : view.configuration(GrpcRoute.class)) {
            List<BackendTarget> backends = new ArrayList<>();
            each.resource().spec().rules().forEach(rule -> backends.addAll(rule.backendRefs()));
            add(each.namespace(), each.resource().spec().parentRefs(), backends);
        }
        for (Configured<TlsRoute> each : view.configuration(TlsRoute.class)) {
            List<BackendTarget> backends = new ArrayList<>();
            each.resource().spec().rules().forEach(rule -> backends.addAll(rule.backendRefs()));
            add(each.namespace(), each.resource().spec().parentRefs(), backends);
        }
    }

    /** Gateways that routes name lead to all their backends, whether the route attaches or not. */
    private void add(String namespace, List<ParentReference> parents, List<BackendTarget> backends) {
        Set<String> gateways = new TreeSet<>();
        for (ParentReference parent : parents) {
            if (GroupKind.of(parent.group(), parent.kind(), GroupKind.GATEWAY).equals(GroupKind.GATEWAY)) {
                gateways.add(parent.namespace().orElse(namespace) + "/" + parent.name());
            }
        }
        for (BackendTarget backend : backends) {
            ParentKey key = new ParentKey(
                    GroupKind.of(backend.group(), backend.kind(), GroupKind.SERVICE),
                    backend.namespace().orElse(namespace),
                    backend.name());
            gatewaysByBackend.computeIfAbsent(key, each -> new TreeSet<>()).addAll(gateways);
        }
    }

    List<PolicyStatus> all() {
        List<PolicyStatus> reports = new ArrayList<>();
        policies.forEach(policy -> reports.addAll(of(policy)));
        return reports;
    }

    private List<PolicyStatus> of(Configured<BackendTlsPolicy> policy) {
        ResourceKey key = policy.resource().key();
        List<BackendTlsPolicyTarget> targets = policy.resource().spec().targetRefs();
        if (BackendTlsRules.isIgnored(policy)) {
            Problem ignored = new Problem("IgnoredByIstio", "the policy is switched off by annotation");
            return targets.stream()
                    .map(target ->
                            report(key, policy.namespace(), target, List.of(StatusCondition.bad(ACCEPTED, ignored))))
                    .limit(MOST_ANCESTORS)
                    .toList();
        }
        BackendTlsValidation validation = policy.resource().spec().validation();
        Optional<Problem> resolved = authority(validation, policy.namespace());
        Optional<Problem> accepted = resolved.map(
                problem -> new Problem("NoValidCACertificate", "no CA certificate can be used: " + problem.message()));
        List<PolicyStatus> reports = new ArrayList<>();
        Set<String> gateways = new TreeSet<>();
        for (BackendTlsPolicyTarget target : targets) {
            ParentKey parent =
                    new ParentKey(new GroupKind(target.group(), target.kind()), policy.namespace(), target.name());
            Optional<Problem> missing = missing(parent, target.sectionName().orElse(""));
            Optional<Problem> own = missing.or(() -> conflict(policy, target));
            if (own.isPresent()) {
                accepted = own;
            }
            if (missing.isEmpty()) {
                gateways.addAll(gatewaysByBackend.getOrDefault(parent, Collections.emptySet()));
            }
            reports.add(report(key, policy.namespace(), target, conditions(accepted, resolved)));
        }
        for (String gateway : gateways) {
            int slash = gateway.indexOf('/');
            ResourceKey ancestor = ResourceKey.of(
                    GroupKind.GATEWAY.group(),
                    GroupKind.GATEWAY.kind(),
                    gateway.substring(0, slash),
                    gateway.substring(slash + 1));
            reports.add(new PolicyStatus(key, ancestor, "", GATEWAY_CONTROLLER, conditions(accepted, resolved)));
        }
        return reports.subList(0, Math.min(reports.size(), MOST_ANCESTORS));
    }

    private static PolicyStatus report(
            ResourceKey policy, String namespace, BackendTlsPolicyTarget target, List<StatusCondition> conditions) {
        ResourceKey ancestor = ResourceKey.of(target.group(), target.kind(), namespace, target.name());
        return new PolicyStatus(policy, ancestor, target.sectionName().orElse(""), MESH_CONTROLLER, conditions);
    }

    private static List<StatusCondition> conditions(Optional<Problem> accepted, Optional<Problem> resolved) {
        return List.of(condition(ACCEPTED, accepted), condition(RESOLVED, resolved));
    }

    private static StatusCondition condition(String type, Optional<Problem> problem) {
        return problem.map(each -> StatusCondition.bad(type, each)).orElseGet(() -> StatusCondition.good(type, type));
    }

    private Optional<Problem> authority(BackendTlsValidation validation, String namespace) {
        List<LocalObjectReference> references = validation.caCertificateRefs();
        if (validation.wellKnownCACertificates().isPresent() || references.isEmpty()) {
            return Optional.empty();
        }
        LocalObjectReference first = references.get(0);
        GroupKind kind = new GroupKind(first.group(), first.kind());
        if (!kind.equals(GroupKind.CONFIG_MAP)) {
            return Optional.of(new Problem("InvalidKind", "a CA certificate is in a ConfigMap, not in a " + kind));
        }
        return rules.hasAuthorities(namespace, first.name())
                ? Optional.empty()
                : Optional.of(new Problem(
                        "InvalidCACertificateRef",
                        "ConfigMap " + namespace + "/" + first.name() + " does not exist or holds no CA certificate"));
    }

    private Optional<Problem> missing(ParentKey target, String section) {
        boolean exists = target.kind().equals(GroupKind.SERVICE)
                ? inputs.service(target.namespace(), target.name()).isPresent()
                : target.kind().equals(GroupKind.SERVICE_ENTRY)
                        && inputs.serviceEntry(target.namespace(), target.name())
                                .isPresent();
        boolean whole = section.isEmpty() || BackendPorts.of(target, inputs).containsKey(section);
        return exists && whole
                ? Optional.empty()
                : Optional.of(new Problem(
                        "TargetNotFound",
                        "target " + target.kind() + " " + target.namespace() + "/" + target.name()
                                + (exists ? " has no port \"" + section + "\"" : " is not found")));
    }

    private Optional<Problem> conflict(Configured<BackendTlsPolicy> policy, BackendTlsPolicyTarget target) {
        return policies.stream()
                .filter(other -> other.namespace().equals(policy.namespace())
                        && !other.name().equals(policy.name())
                        && !BackendTlsRules.isIgnored(other)
                        && BackendTlsRules.OLDEST_FIRST.compare(other, policy) < 0
                        && other.resource().spec().targetRefs().contains(target))
                .findFirst()
                .map(other -> new Problem("Conflicted", "BackendTLSPolicy \"" + other.name() + "\" has this target"));
    }
}
