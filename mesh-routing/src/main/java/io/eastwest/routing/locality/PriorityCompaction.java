package io.eastwest.routing.locality;

import io.eastwest.routing.endpoints.EndpointGroup;
import java.util.ArrayList;
import java.util.List;

/** Numbers priorities from 0 without gaps. */
final class PriorityCompaction {
    private PriorityCompaction() {}

    static List<EndpointGroup> compact(List<EndpointGroup> groups) {
        List<Integer> priorities =
                groups.stream().map(EndpointGroup::priority).distinct().sorted().toList();
        List<EndpointGroup> compacted = new ArrayList<>();
        for (EndpointGroup group : groups) {
            compacted.add(group.toBuilder()
                    .priority(priorities.indexOf(group.priority()))
                    .build());
        }
        return compacted;
    }
}
