package io.eastwest.routing.balancing;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Small assignments for tests. */
final class Assignments {
    private Assignments() {}

    /** {@return one group per text "healthy/total"; the n-th text is priority n, its hosts are pn-0, pn-1, ..., healthy first} */
    static Assignment priorities(String... healthyOfTotal) {
        List<AssignedGroup> groups = new ArrayList<>();
        for (int priority = 0; priority < healthyOfTotal.length; priority++) {
            groups.add(
                    group("", priority, OptionalLong.empty(), hosts("p" + priority + "-", healthyOfTotal[priority])));
        }
        return new Assignment(groups);
    }

    /** {@return hosts of weight 1 named by a prefix and a number, the first ones healthy} */
    static List<AssignedEndpoint> hosts(String prefix, String healthyOfTotal) {
        String[] parts = healthyOfTotal.split("/", -1);
        int healthy = Integer.parseInt(parts[0]);
        List<AssignedEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(parts[1]); i++) {
            endpoints.add(new AssignedEndpoint(prefix + i, 1, i < healthy ? HostHealth.HEALTHY : HostHealth.UNHEALTHY));
        }
        return endpoints;
    }

    static AssignedGroup group(String locality, int priority, OptionalLong weight, List<AssignedEndpoint> endpoints) {
        return new AssignedGroup(new Placement(LocalityName.parse(locality), priority), weight, endpoints);
    }

    /** {@return a group of a weighted locality in priority 0, whose hosts are named after it} */
    static AssignedGroup locality(String locality, long weight, String healthyOfTotal) {
        return group(locality, 0, OptionalLong.of(weight), hosts(locality + "-", healthyOfTotal));
    }

    /** {@return one group of healthy hosts with the given weights, named h0, h1, ...} */
    static Assignment weights(long... weights) {
        List<AssignedEndpoint> endpoints = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            endpoints.add(new AssignedEndpoint("h" + i, weights[i], HostHealth.HEALTHY));
        }
        return new Assignment(List.of(group("", 0, OptionalLong.empty(), endpoints)));
    }

    /** {@return one group of healthy hosts of weight 1} */
    static Assignment flat(String... addresses) {
        return new Assignment(List.of(group(
                "",
                0,
                OptionalLong.empty(),
                List.of(addresses).stream().map(AssignedEndpoint::of).toList())));
    }

    /** {@return the shares of addresses as text} */
    static List<String> shares(Distribution distribution, String... addresses) {
        return List.of(addresses).stream()
                .map(address -> distribution.share(address).toString())
                .toList();
    }

    /** {@return the loads of all priorities in percent} */
    static List<Integer> loads(Distribution distribution) {
        return distribution.report().priorities().stream()
                .map(PriorityReport::loadPercent)
                .toList();
    }
}
