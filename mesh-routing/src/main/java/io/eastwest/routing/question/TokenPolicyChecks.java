package io.eastwest.routing.question;

import io.eastwest.model.istio.security.RequestAuthentication;
import io.eastwest.routing.question.IneffectivePolicy.Reason;
import io.eastwest.routing.view.Configured;
import io.eastwest.routing.view.ControlPlaneView;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.List;

/** RequestAuthentications that do nothing. */
final class TokenPolicyChecks {
    private final ControlPlaneView view;
    private final PolicyReach reach;
    private final TargetChecks targets;
    private final List<IneffectivePolicy> found = new ArrayList<>();

    TokenPolicyChecks(ControlPlaneView view, PolicyReach reach, TargetChecks targets) {
        this.view = view;
        this.reach = reach;
        this.targets = targets;
    }

    List<IneffectivePolicy> found() {
        view.configuration(RequestAuthentication.class).forEach(this::check);
        return found;
    }

    private void add(Configured<RequestAuthentication> policy, String path, Reason reason, String because) {
        found.add(new IneffectivePolicy(view.cluster(), policy.resource().key(), path, reason, because));
    }

    private void check(Configured<RequestAuthentication> policy) {
        var spec = policy.resource().spec();
        for (int i = 0; i < spec.targets().size(); i++) {
            String path = "spec.targetRefs[" + i + "]";
            targets.of(policy.namespace(), spec.targets().get(i))
                    .ifPresent(problem -> add(policy, path, problem.reason(), problem.text()));
        }
        if (!spec.targets().isEmpty()) {
            return;
        }
        List<WorkloadInstance> taken = reach.taken(policy.namespace(), spec);
        if (taken.isEmpty()) {
            add(policy, "", Reason.SELECTS_NOTHING, "it takes no workload");
        } else if (taken.stream().noneMatch(reach::isGuarded)) {
            add(policy, "", Reason.NO_PROXY, "none of the " + taken.size() + " workloads that it takes has a proxy");
        } else if (taken.stream().noneMatch(reach::hasEnvoy)) {
            add(policy, "", Reason.NOT_AT_ZTUNNEL, "ztunnels read no tokens; attach it to a waypoint with targetRefs");
        } else if (taken.stream().filter(reach::hasEnvoy).noneMatch(reach::readsHttp)) {
            add(policy, "", Reason.NEVER_MATCHES, "none of its workloads has a port on which HTTP is read");
        }
    }
}
