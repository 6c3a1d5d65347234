package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.List;

/** Makes the report of a distribution. */
final class Reports {
    private Reports() {}

    static BalancingReport of(ClusterHosts hosts, PriorityLoad load, BalancingSettings settings) {
        List<PriorityReport> priorities = new ArrayList<>();
        for (HostSet set : hosts.priorities()) {
            priorities.add(priority(set, load, settings));
        }
        return new WholeReport(List.copyOf(priorities), hosts.ignored());
    }

    private static PriorityReport priority(HostSet set, PriorityLoad load, BalancingSettings settings) {
        boolean panic = load.isPanic(set.priority());
        boolean hash = settings.selection().isConsistentHash();
        List<LocalityReport> localities = new ArrayList<>();
        if (settings.localityWeighted() && (hash || !panic)) {
            for (LocalityHosts locality : set.localities()) {
                localities.add(new OneLocality(
                        locality.locality(),
                        locality.weight(),
                        locality.hosts().counted(),
                        locality.hosts().healthy().size(),
                        hash ? Share.of(locality.weight(), 1) : locality.effectiveWeight()));
            }
        }
        return new OnePriority(
                set.priority(),
                set.hosts().all().size(),
                set.hosts().counted(),
                set.hosts().healthy().size(),
                load.health(set.priority()),
                load.load(set.priority()),
                panic,
                List.copyOf(localities));
    }

    private record OneLocality(LocalityName locality, long weight, int counted, int healthy, Share effectiveWeight)
            implements LocalityReport {
        @Override
        public String toString() {
            return "locality " + (locality.equals(LocalityName.NONE) ? "without name" : locality) + ": weight " + weight
                    + ", " + healthy + " of " + counted + " hosts healthy, effective weight " + effectiveWeight;
        }
    }

    private record OnePriority(
            int priority,
            int hosts,
            int counted,
            int healthy,
            int healthPercent,
            int loadPercent,
            boolean isPanic,
            List<LocalityReport> localities)
            implements PriorityReport {
        @Override
        public String toString() {
            int drained = hosts - counted;
            return "priority " + priority + ": " + healthy + " of " + counted + " hosts healthy"
                    + (drained > 0 ? ", " + drained + " being drained" : "") + ", health " + healthPercent + " %, load "
                    + loadPercent + " %" + (isPanic ? ", panic: all hosts are used" : "");
        }
    }

    private record WholeReport(List<PriorityReport> priorities, List<String> ignoredDuplicates)
            implements BalancingReport {
        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            ignoredDuplicates.forEach(
                    address -> lines.add("address " + address + " is listed again and ignored there"));
            for (PriorityReport priority : priorities) {
                lines.add(priority.toString());
                priority.localities().forEach(locality -> lines.add("  " + locality));
            }
            return lines;
        }
    }
}
