package io.eastwest.routing.question;

import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.Condition;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.view.WorkloadInstance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the failures that may change something for a call, by what is on its ways. */
final class FailureIndex {
    private final List<FailureEffect> effects = new ArrayList<>();
    private final Map<String, BitSet> byWorkload = new LinkedHashMap<>();
    private final BitSet ofGateways = new BitSet();
    private final BitSet ofAnything = new BitSet();
    private final Map<String, List<String>> served = new LinkedHashMap<>();

    FailureIndex(MeshRouter router, MeshPods pods, List<MeshFailure> failures) {
        router.snapshot().topology().spec().clusters().stream()
                .map(ClusterTopology::name)
                .forEach(cluster -> served.computeIfAbsent(router.view(cluster).cluster(), key -> new ArrayList<>())
                        .add(cluster));
        for (int i = 0; i < failures.size(); i++) {
            FailureEffect effect =
                    FailureEffect.of(router, pods, failures.get(i).conditions());
            effects.add(effect);
            for (String id : effect.down()) {
                touch(id, i);
            }
            if (!effect.gateways().isEmpty()) {
                ofGateways.set(i);
            }
            for (Condition condition : effect.others()) {
                addOther(condition, pods, i);
            }
        }
    }

    private void addOther(Condition condition, MeshPods pods, int failure) {
        if (condition instanceof Condition.AuthorityExpired authority) {
            List<String> clusters = served.getOrDefault(authority.cluster(), List.of());
            pods.all().stream()
                    .filter(pod -> clusters.contains(pod.cluster()))
                    .forEach(pod -> touch(MeshPods.id(pod), failure));
            ofGateways.set(failure);
        } else if (!(condition instanceof Condition.ControlPlaneDown)) {
            ofAnything.set(failure);
        }
    }

    private void touch(String id, int failure) {
        byWorkload.computeIfAbsent(id, key -> new BitSet()).set(failure);
    }

    FailureEffect effect(int failure) {
        return effects.get(failure);
    }

    /**
     * {@return the failures that may change something}
     *
     * @param caller who calls
     * @param owners all workloads on the ways; empty: any may be
     * @param gateways whether gateways of networks are on the ways
     */
    BitSet touching(WorkloadInstance caller, Set<String> owners, boolean gateways) {
        BitSet found = new BitSet();
        if (owners.isEmpty()) {
            found.set(0, effects.size());
            return found;
        }
        found.or(ofAnything);
        if (gateways) {
            found.or(ofGateways);
        }
        found.or(byWorkload.getOrDefault(MeshPods.id(caller), ofAnything));
        owners.forEach(owner -> found.or(byWorkload.getOrDefault(owner, ofAnything)));
        return found;
    }
}
