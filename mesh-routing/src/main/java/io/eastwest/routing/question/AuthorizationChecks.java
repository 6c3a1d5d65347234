package io.eastwest.routing.question;

import io.eastwest.model.ResourceKey;
import io.eastwest.model.istio.security.AuthorizationPolicy;
import io.eastwest.model.istio.security.AuthorizationRule;
import io.eastwest.model.istio.security.RequestSource;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.question.IneffectivePolicy.Reason;
import io.eastwest.routing.security.L4Policies;
import io.eastwest.routing.security.RuleStudy;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** AuthorizationPolicies that do nothing. */
final class AuthorizationChecks {
    private final ControlPlaneView view;
    private final PolicyReach reach;
    private final TargetChecks targets;
    private final List<IneffectivePolicy> found = new ArrayList<>();
    private final Map<Origin, List<RuleStudy.Covered>> covered = new LinkedHashMap<>();
    private final Map<Origin, Integer> seen = new LinkedHashMap<>();

    AuthorizationChecks(ControlPlaneView view, PolicyReach reach, TargetChecks targets) {
        this.view = view;
        this.reach = reach;
        this.targets = targets;
    }

    List<IneffectivePolicy> found() {
        List<Configured<AuthorizationPolicy>> policies = view.configuration(AuthorizationPolicy.class);
        study(policies);
        L4Policies ztunnel = L4Policies.of(view);
        policies.forEach(policy -> check(policy, ztunnel));
        return found;
    }

    private void add(Configured<AuthorizationPolicy> policy, String path, Reason reason, String because) {
        found.add(new IneffectivePolicy(view.cluster(), policy.resource().key(), path, reason, because));
    }

    private void check(Configured<AuthorizationPolicy> policy, L4Policies ztunnel) {
        var spec = policy.resource().spec();
        if (RuleStudy.isTried(policy.resource())) {
            add(policy, "", Reason.ONLY_TRIED, "the annotation istio.io/dry-run is set");
            return;
        }
        if (!spec.targets().isEmpty()) {
            for (int i = 0; i < spec.targets().size(); i++) {
                String path = "spec.targetRefs[" + i + "]";
                targets.of(policy.namespace(), spec.targets().get(i))
                        .ifPresent(problem -> add(policy, path, problem.reason(), problem.text()));
            }
            rules(policy);
            return;
        }
        List<WorkloadInstance> taken = reach.taken(policy.namespace(), spec);
        if (taken.isEmpty()) {
            add(policy, "", Reason.SELECTS_NOTHING, "it takes no workload");
        } else if (taken.stream().noneMatch(reach::isGuarded)) {
            add(policy, "", Reason.NO_PROXY, "none of the " + taken.size() + " workloads that it takes has a proxy");
        } else {
            rules(policy);
            atZtunnels(policy, taken, ztunnel);
        }
    }

    private void rules(Configured<AuthorizationPolicy> policy) {
        List<AuthorizationRule> rules = policy.resource().spec().rules();
        for (int i = 0; i < rules.size(); i++) {
            String path = "spec.rules[" + i + "]";
            Origin origin = new Origin(policy.resource().key(), path);
            Optional<String> never = neverMatches(rules.get(i));
            List<RuleStudy.Covered> reasons = covered.getOrDefault(origin, List.of());
            if (never.isPresent()) {
                add(policy, path, Reason.NEVER_MATCHES, never.get());
            } else if (!reasons.isEmpty() && reasons.size() == seen.getOrDefault(origin, 0)) {
                covered(policy, path, reasons);
            }
        }
    }

    /** The same holds at every proxy that the rule reaches. */
    private void covered(Configured<AuthorizationPolicy> policy, String path, List<RuleStudy.Covered> reasons) {
        boolean denied = reasons.stream().allMatch(RuleStudy.Covered::denied);
        List<String> others = reasons.stream()
                .flatMap(each -> each.other().stream())
                .map(other -> other.resource() + " " + other.path())
                .distinct()
                .toList();
        if (others.isEmpty()) {
            add(
                    policy,
                    path,
                    Reason.NEVER_MATCHES,
                    "istiod drops the rule: it has a condition that is not known, or is about HTTP where no port reads HTTP");
        } else {
            add(
                    policy,
                    path,
                    denied ? Reason.SHADOWED_BY_DENY : Reason.COVERED,
                    String.join(" and ", others) + (denied ? " denies" : " takes") + " all that it takes");
        }
    }

    /** What reaches a proxy, and whether it forwards bytes only. */
    private record Chains(List<ResourceKey> policies, boolean tcp) {}

    /** Looks at each Envoy, on the chains that it has; those that the same policies reach are looked at once. */
    private void study(List<Configured<AuthorizationPolicy>> policies) {
        RuleStudy study = RuleStudy.of(view);
        Map<String, List<Configured<AuthorizationPolicy>>> attached = new LinkedHashMap<>();
        for (Configured<AuthorizationPolicy> policy : policies) {
            reach.taken(policy.namespace(), policy.resource().spec()).stream()
                    .filter(reach::hasEnvoy)
                    .forEach(each -> attached.computeIfAbsent(MeshPods.id(each), key -> new ArrayList<>())
                            .add(policy));
        }
        Map<Chains, List<RuleStudy.Covered>> known = new LinkedHashMap<>();
        for (WorkloadInstance workload : reach.workloads()) {
            List<Configured<AuthorizationPolicy>> own = attached.getOrDefault(MeshPods.id(workload), List.of());
            if (!own.isEmpty()) {
                Chains chains = new Chains(
                        own.stream().map(each -> each.resource().key()).toList(), !reach.readsHttp(workload));
                add(own, known.computeIfAbsent(chains, key -> study.withoutEffect(own, key.tcp())));
            }
        }
    }

    private void add(List<Configured<AuthorizationPolicy>> attached, List<RuleStudy.Covered> without) {
        without.forEach(each ->
                covered.computeIfAbsent(each.rule(), key -> new ArrayList<>()).add(each));
        for (Configured<AuthorizationPolicy> policy : attached) {
            for (int i = 0; i < policy.resource().spec().rules().size(); i++) {
                seen.merge(new Origin(policy.resource().key(), "spec.rules[" + i + "]"), 1, Integer::sum);
            }
        }
    }

    private static Optional<String> neverMatches(AuthorizationRule rule) {
        List<RequestSource> sources =
                rule.from().stream().flatMap(from -> from.source().stream()).toList();
        boolean all = !sources.isEmpty()
                && sources.stream()
                        .allMatch(source -> !source.principals().isEmpty()
                                && source.principals().stream().allMatch(AuthorizationChecks::isNoPrincipal));
        return all
                ? Optional.of("no identity is written like "
                        + sources.get(0).principals().get(0) + "; leave spiffe:// out, and use * at an end only")
                : Optional.empty();
    }

    private static boolean isNoPrincipal(String value) {
        int star = value.indexOf('*', 1);
        return value.startsWith("spiffe://") || (star > 0 && star < value.length() - 1);
    }

    private void atZtunnels(Configured<AuthorizationPolicy> policy, List<WorkloadInstance> taken, L4Policies ztunnel) {
        String start = "WARNING " + policy.resource().key();
        TreeSet<String> lines = new TreeSet<>();
        taken.stream()
                .filter(PolicyReach::isCaptured)
                .flatMap(each -> ztunnel.findings(each.namespace(), each.labels()).stream())
                .filter(line -> line.startsWith(start + " ") || line.startsWith(start + ":"))
                .forEach(lines::add);
        for (String line : lines) {
            String rest = line.substring(start.length());
            int colon = rest.indexOf(": ");
            String text = rest.substring(colon + 2).replace(" NOT_ENFORCED_BY_ZTUNNEL", "");
            add(policy, rest.substring(0, colon).trim(), Reason.NOT_AT_ZTUNNEL, text);
        }
    }
}
