package io.eastwest.routing.question;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.ControlPlaneView;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which policies of security do nothing, and why: AuthorizationPolicies and their rules, RequestAuthentications,
 * PeerAuthentications, and the TLS settings of DestinationRules. What is listed does nothing, or is
 * refused by the servers; what is not listed may have no effect either. Immutable.
 */
public final class IneffectivePolicies {
    private final List<IneffectivePolicy> policies;

    private IneffectivePolicies(List<IneffectivePolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    /**
     * Looks at the policies of every control plane.
     *
     * @param router the mesh
     * @return those that do nothing
     */
    public static IneffectivePolicies of(MeshRouter router) {
        MeshPods pods = new MeshPods(router);
        List<IneffectivePolicy> found = new ArrayList<>();
        Set<String> planes = new LinkedHashSet<>();
        router.snapshot()
                .clusters()
                .forEach(cluster -> planes.add(router.view(cluster).cluster()));
        for (String plane : planes) {
            ControlPlaneView view = router.view(plane);
            List<String> served = router.snapshot().clusters().stream()
                    .filter(cluster -> router.view(cluster).cluster().equals(plane))
                    .toList();
            PolicyReach reach = new PolicyReach(view, pods, served);
            TargetChecks targets = new TargetChecks(view);
            found.addAll(new AuthorizationChecks(view, reach, targets).found());
            found.addAll(new TokenPolicyChecks(view, reach, targets).found());
            found.addAll(new PeerAuthenticationChecks(view, reach).found());
            found.addAll(new TlsRuleChecks(view, pods).found());
        }
        return new IneffectivePolicies(found);
    }

    /** {@return them by control plane, then by kind, then by age and name} */
    public List<IneffectivePolicy> policies() {
        return policies;
    }

    /** {@return them for people} */
    public String toText() {
        if (policies.isEmpty()) {
            return "Every policy has an effect, as far as can be told.\n";
        }
        TextTable table = new TextTable("CLUSTER", "POLICY", "REASON", "BECAUSE");
        for (IneffectivePolicy each : policies) {
            table.line(
                    each.cluster(),
                    each.policy() + (each.path().isEmpty() ? "" : " " + each.path()),
                    each.reason().name(),
                    each.because());
        }
        return table.toString();
    }

    @Override
    public String toString() {
        return toText();
    }
}
