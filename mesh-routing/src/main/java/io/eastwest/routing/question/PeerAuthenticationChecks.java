package io.eastwest.routing.question;

import io.eastwest.model.istio.security.PeerAuthentication;
import io.eastwest.model.istio.security.PolicyWorkloadSelector;
import io.eastwest.routing.question.IneffectivePolicy.Reason;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** PeerAuthentications that do nothing. */
final class PeerAuthenticationChecks {
    private final ControlPlaneView view;
    private final PolicyReach reach;
    private final List<IneffectivePolicy> found = new ArrayList<>();

    PeerAuthenticationChecks(ControlPlaneView view, PolicyReach reach) {
        this.view = view;
        this.reach = reach;
    }

    List<IneffectivePolicy> found() {
        Map<String, String> whole = new LinkedHashMap<>();
        Map<String, String> winners = new LinkedHashMap<>();
        for (Configured<PeerAuthentication> policy : view.configuration(PeerAuthentication.class)) {
            Map<String, String> labels = labels(policy.resource());
            if (labels.isEmpty()) {
                ofNamespace(policy, whole);
            } else if (policy.namespace().equals(view.rootNamespace())) {
                add(
                        policy,
                        Reason.IGNORED_IN_ROOT_NAMESPACE,
                        "with a selector it does nothing in the root namespace, for no workload");
            } else {
                ofWorkloads(policy, labels, winners);
            }
        }
        return found;
    }

    private void add(Configured<PeerAuthentication> policy, Reason reason, String because) {
        found.add(new IneffectivePolicy(view.cluster(), policy.resource().key(), "", reason, because));
    }

    private static Map<String, String> labels(PeerAuthentication policy) {
        return policy.spec().selector().map(PolicyWorkloadSelector::matchLabels).orElseGet(LinkedHashMap::new);
    }

    private void ofNamespace(Configured<PeerAuthentication> policy, Map<String, String> whole) {
        String first =
                whole.putIfAbsent(policy.namespace(), policy.resource().key().toString());
        boolean mesh = policy.namespace().equals(view.rootNamespace());
        List<WorkloadInstance> taken = reach.workloads().stream()
                .filter(each -> mesh || each.namespace().equals(policy.namespace()))
                .toList();
        if (first != null) {
            add(policy, Reason.OVERRIDDEN, first + " is older and counts for the whole namespace");
        } else if (taken.isEmpty()) {
            add(policy, Reason.SELECTS_NOTHING, "the namespace has no workload");
        } else if (taken.stream().noneMatch(reach::isGuarded)) {
            add(policy, Reason.NO_PROXY, "none of the " + taken.size() + " workloads that it takes has a proxy");
        }
    }

    private void ofWorkloads(
            Configured<PeerAuthentication> policy, Map<String, String> labels, Map<String, String> winners) {
        List<WorkloadInstance> taken = reach.workloads().stream()
                .filter(each -> each.namespace().equals(policy.namespace()) && PolicyReach.has(each, labels))
                .toList();
        String key = policy.resource().key().toString();
        taken.forEach(each -> winners.putIfAbsent(MeshPods.id(each), key));
        if (taken.isEmpty()) {
            add(policy, Reason.SELECTS_NOTHING, "it takes no workload");
        } else if (taken.stream().noneMatch(reach::isGuarded)) {
            add(policy, Reason.NO_PROXY, "none of the " + taken.size() + " workloads that it takes has a proxy");
        } else if (taken.stream().noneMatch(each -> key.equals(winners.get(MeshPods.id(each))))) {
            String older = taken.stream()
                    .map(each -> winners.get(MeshPods.id(each)))
                    .distinct()
                    .collect(Collectors.joining(" and "));
            add(policy, Reason.OVERRIDDEN, older + " is older and takes all of its workloads");
        }
    }
}
