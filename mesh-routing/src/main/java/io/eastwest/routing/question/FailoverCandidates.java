package io.eastwest.routing.question;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.question.HealthArithmetic.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sets of failures that should move calls outside, the smallest first: either the health of better priorities no longer holds
 * all load, or within a priority the inside loses weight to the outside. One of the two has to happen, so no set is smaller than
 * the smallest here, as long as nothing panics.
 */
final class FailoverCandidates {
    private static final int WHOLE = 100;
    private static final int OVERPROVISIONING = 140;

    private final Cluster cluster;
    private final List<FailoverHost> hosts;
    private final int priorities;

    FailoverCandidates(Cluster cluster, List<FailoverHost> hosts) {
        this.cluster = cluster;
        this.hosts = hosts;
        this.priorities = hosts.stream().mapToInt(FailoverHost::priority).max().orElse(-1) + 1;
    }

    List<List<FailoverHost>> all() {
        List<List<FailoverHost>> candidates = new ArrayList<>();
        for (int priority = 0; priority < priorities; priority++) {
            List<FailoverHost> own = ofPriority(priority);
            if (own.stream().anyMatch(host -> host.isOutside() && host.isHealthy())) {
                spill(priority).ifPresent(candidates::add);
                within(own, candidates);
            }
        }
        candidates.sort(Comparator.comparingInt(List::size));
        return candidates;
    }

    private List<FailoverHost> ofPriority(int priority) {
        return hosts.stream().filter(host -> host.priority() == priority).toList();
    }

    /** The healths of all better priorities together fall below what they are, and below 100. */
    private Optional<List<FailoverHost>> spill(int target) {
        Level[] levels = new Level[target];
        int sum = 0;
        for (int priority = 0; priority < target; priority++) {
            List<FailoverHost> own = ofPriority(priority);
            levels[priority] = new Level(
                    count(own.stream().filter(FailoverHost::isCounted).toList()),
                    count(own.stream().filter(FailoverHost::isHealthy).toList()),
                    count(ejectable(own)));
            sum += levels[priority].health(0);
        }
        return HealthArithmetic.fewest(levels, Math.min(WHOLE, sum) - 1).map(failures -> {
            List<FailoverHost> failed = new ArrayList<>();
            for (int priority = 0; priority < target; priority++) {
                failed.addAll(ejectable(ofPriority(priority)).subList(0, failures[priority]));
            }
            return failed;
        });
    }

    private void within(List<FailoverHost> own, List<List<FailoverHost>> candidates) {
        for (String locality :
                own.stream().map(FailoverHost::locality).distinct().toList()) {
            List<FailoverHost> here = own.stream()
                    .filter(host -> host.locality().equals(locality))
                    .toList();
            List<FailoverHost> ejectable = ejectable(here);
            boolean shared = here.stream().anyMatch(host -> host.isOutside() && host.isHealthy());
            if (!ejectable.isEmpty()) {
                int failures = !cluster.localityWeighted() || shared ? 1 : lighter(here, ejectable.size());
                if (failures > 0) {
                    candidates.add(ejectable.subList(0, failures));
                }
            }
        }
    }

    /** {@return the fewest failures after which a locality weighs less; 0: no number} */
    private int lighter(List<FailoverHost> here, int most) {
        if (isHash()) {
            // weights of a hash do not depend on health: only the last host takes them along
            return here.stream().filter(FailoverHost::isHealthy).count() == most ? most : 0;
        }
        long counted = here.stream().filter(FailoverHost::isCounted).count();
        long healthy = here.stream().filter(FailoverHost::isHealthy).count();
        for (int failures = 1; failures <= most; failures++) {
            if (OVERPROVISIONING * (healthy - failures) < WHOLE * counted) {
                return failures;
            }
        }
        return 0;
    }

    private boolean isHash() {
        return cluster.loadBalancing() instanceof LoadBalancingPolicy.RingHash
                || cluster.loadBalancing() instanceof LoadBalancingPolicy.Maglev;
    }

    private static int count(List<FailoverHost> some) {
        return some.size();
    }

    static List<FailoverHost> ejectable(List<FailoverHost> some) {
        return some.stream().filter(host -> host.inside() && host.isHealthy()).toList();
    }
}
