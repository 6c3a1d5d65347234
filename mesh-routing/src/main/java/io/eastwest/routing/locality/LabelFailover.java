package io.eastwest.routing.locality;

import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.GroupMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Priorities by labels that agree with those of the client, the first label counting most. Every group is split by the
 * priorities of its endpoints; a group without endpoints is gone. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/loadbalancer/loadbalancer.go:applyFailoverPriorities}.
 */
final class LabelFailover {
    private static final long UNSIGNED = 0xffff_ffffL;

    private final List<String> labels = new ArrayList<>();
    private final Map<String, String> wanted = new LinkedHashMap<>();

    private LabelFailover(Map<String, String> client, List<String> items) {
        Map<String, String> fixed = new LinkedHashMap<>();
        for (String item : items) {
            String[] parts = item.split("=", -1);
            labels.add(parts[0]);
            if (parts.length == 2) {
                fixed.put(parts[0], parts[1]);
            }
        }
        labels.forEach(label ->
                wanted.put(label, fixed.containsKey(label) ? fixed.get(label) : client.getOrDefault(label, "")));
    }

    static List<EndpointGroup> apply(List<EndpointGroup> groups, Map<String, String> client, List<String> items) {
        if (client.isEmpty() || groups.isEmpty()) {
            return groups;
        }
        LabelFailover failover = new LabelFailover(client, items);
        List<EndpointGroup> split = new ArrayList<>();
        groups.forEach(group -> split.addAll(failover.split(group)));
        return PriorityCompaction.compact(split);
    }

    private List<EndpointGroup> split(EndpointGroup group) {
        SortedMap<Integer, List<GroupMember>> byPriority = new TreeMap<>();
        for (GroupMember member : group.members()) {
            byPriority
                    .computeIfAbsent(priority(member.labels()), key -> new ArrayList<>())
                    .add(member);
        }
        List<EndpointGroup> parts = new ArrayList<>();
        byPriority.forEach((priority, members) -> parts.add(group.toBuilder()
                .members(members)
                .priority(priority)
                .weight(weight(members))
                .build()));
        return parts;
    }

    private int priority(Map<String, String> endpoint) {
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i);
            if (!endpoint.getOrDefault(label, "").equals(wanted.getOrDefault(label, ""))) {
                return labels.size() - i;
            }
        }
        return 0;
    }

    private static long weight(List<GroupMember> members) {
        return members.stream()
                .mapToLong(member -> member.endpoint().weight())
                .reduce(0, (one, other) -> (one + other) & UNSIGNED);
    }
}
