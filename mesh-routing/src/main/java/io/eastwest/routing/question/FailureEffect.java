package io.eastwest.routing.question;

import io.eastwest.routing.Condition;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What conditions come to.
 *
 * @param conditions everything that is broken
 * @param down workloads that do not answer
 * @param gateways conditions that may also touch gateways of networks
 * @param others conditions that may touch anything
 */
record FailureEffect(Conditions conditions, Set<String> down, Set<Condition> gateways, Set<Condition> others) {
    static FailureEffect of(MeshRouter router, MeshPods pods, Conditions conditions) {
        Set<Condition> gateways = new LinkedHashSet<>();
        Set<Condition> others = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        boolean onlyPods = true;
        for (Condition condition : conditions.all()) {
            if (condition instanceof Condition.PodDown down) {
                named.add(down.pod());
            } else {
                onlyPods = false;
                if (isOfGateways(condition)) {
                    gateways.add(condition);
                } else if (!isOfWorkloads(condition)) {
                    others.add(condition);
                }
            }
        }
        Set<String> down = new LinkedHashSet<>();
        boolean known = onlyPods && pods.ids().containsAll(named);
        if (known) {
            down.addAll(named);
        } else {
            pods.ids().stream().filter(id -> router.isDown(id, conditions)).forEach(down::add);
        }
        return new FailureEffect(conditions, down, gateways, others);
    }

    /** {@return whether the workloads that are down tell all that it does} */
    private static boolean isOfWorkloads(Condition condition) {
        return condition instanceof Condition.WorkloadDown
                || condition instanceof Condition.LocalityDown
                || condition instanceof Condition.NodeDown;
    }

    /** {@return whether it does nothing but to workloads and to gateways of networks} */
    private static boolean isOfGateways(Condition condition) {
        return condition instanceof Condition.ClusterDown
                || condition instanceof Condition.NetworkDown
                || condition instanceof Condition.GatewayDown
                || condition instanceof Condition.GatewaysDown;
    }
}
