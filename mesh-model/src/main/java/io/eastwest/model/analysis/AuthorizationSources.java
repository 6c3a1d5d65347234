package io.eastwest.model.analysis;

import io.eastwest.model.MeshResource;
import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationPolicySpec;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.model.kubernetes.Namespace;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * AuthorizationPolicies: do they apply to a workload of the mesh, and do the namespaces exist that they name? A namespace
 * exists when any object is in it, also without an object of its own; upstream wants that. One with targets is not judged by
 * pods; upstream takes it for one of the whole namespace. Mirrors istio 1.30.3 {@code
 * pkg/config/analysis/analyzers/authz/authorizationpolicies.go}.
 */
final class AuthorizationSources {
    private final ControlPlaneScope scope;
    private final Findings findings;
    private final Set<String> namespaces = new TreeSet<>();
    private final Map<String, Boolean> known = new LinkedHashMap<>();
    private final Set<MeshPod> inMesh = new LinkedHashSet<>();
    private final Set<String> namespacesInMesh = new TreeSet<>();

    private AuthorizationSources(ControlPlaneScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    static void check(ControlPlaneScope scope, Findings findings) {
        List<Found<AuthorizationPolicy>> policies = scope.configuration(AuthorizationPolicy.class);
        if (policies.isEmpty()) {
            return;
        }
        AuthorizationSources sources = new AuthorizationSources(scope, findings);
        if (scope.pods().isKnown()) {
            scope.pods().all().stream()
                    .filter(pod -> MeshMembership.isInMesh(scope, pod))
                    .forEach(sources::addWorkload);
            policies.forEach(sources::checkWorkloads);
        }
        if (!scope.discovered(Namespace.class).isEmpty()) {
            scope.discovered(MeshResource.class).forEach(sources::addNamespace);
            policies.forEach(sources::checkNamespaces);
        }
    }

    private void addWorkload(MeshPod pod) {
        inMesh.add(pod);
        namespacesInMesh.add(pod.namespace());
    }

    private void addNamespace(Found<MeshResource> found) {
        if (found.resource() instanceof Namespace) {
            namespaces.add(found.name());
        } else if (found.resource().namespaced()) {
            namespaces.add(found.namespace());
        }
    }

    private void checkWorkloads(Found<AuthorizationPolicy> policy) {
        AuthorizationPolicySpec spec = policy.resource().spec();
        boolean meshWide = policy.namespace().equals(scope.settings().rootNamespace());
        if (!spec.targets().isEmpty() || meshWide && spec.selector().isEmpty()) {
            return;
        }
        Optional<Map<String, String>> labels = spec.selector().map(selector -> selector.matchLabels());
        boolean applies = labels.isEmpty()
                ? namespacesInMesh.contains(policy.namespace())
                : scope.pods().selected(labels.get()).stream()
                        .filter(inMesh::contains)
                        .anyMatch(pod -> meshWide || pod.namespace().equals(policy.namespace()));
        if (!applies) {
            String place = meshWide
                    ? "no workload of the mesh"
                    : "no workload of namespace " + IssueText.quote(policy.namespace()) + " is in the mesh";
            findings.warning(
                    IssueCode.POLICY_WITHOUT_WORKLOADS,
                    policy,
                    labels.isPresent() ? AnalysisPaths.SPEC.field("selector") : AnalysisPaths.SPEC,
                    labels.map(selector -> place
                                    + (meshWide ? " has the labels " : " and has the labels ")
                                    + Texts.selector(selector))
                            .orElse(place),
                    "correct the policy or add the workload to the mesh");
        }
    }

    private void checkNamespaces(Found<AuthorizationPolicy> policy) {
        List<AuthorizationRule> rules = policy.resource().spec().rules();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < rules.get(i).from().size(); j++) {
                RequestSource source = rules.get(i).from().get(j).source().orElse(RequestSource.empty());
                DocumentPath path = AnalysisPaths.SPEC
                        .field("rules")
                        .index(i)
                        .field("from")
                        .index(j)
                        .field("source");
                check(policy, source.namespaces(), path.field("namespaces"));
                check(policy, source.notNamespaces(), path.field("notNamespaces"));
            }
        }
    }

    private void check(Found<AuthorizationPolicy> policy, List<String> patterns, DocumentPath path) {
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            if (!known.computeIfAbsent(pattern, any -> namespaces.stream().anyMatch(name -> matches(name, pattern)))) {
                findings.error(
                        IssueCode.NAMESPACE_NOT_FOUND,
                        policy,
                        path.index(i),
                        "namespace " + IssueText.quote(pattern) + " does not exist in the clusters "
                                + Texts.list(scope.clusters()),
                        "correct the name or add the namespace");
            }
        }
    }

    private static boolean matches(String name, String pattern) {
        if (pattern.startsWith("*")) {
            return name.endsWith(pattern.substring(1));
        }
        return pattern.endsWith("*")
                ? name.startsWith(pattern.substring(0, pattern.length() - 1))
                : name.toLowerCase(Locale.ROOT).equals(pattern.toLowerCase(Locale.ROOT));
    }
}
