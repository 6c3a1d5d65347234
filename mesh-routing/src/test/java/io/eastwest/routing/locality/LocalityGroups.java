package io.eastwest.routing.locality;

import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.EndpointGroupBuilder;
import io.eastwest.routing.endpoints.GroupMember;
import io.eastwest.routing.endpoints.Locality;
import io.eastwest.routing.envoy.LbEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Groups of endpoints made by hand, and what tests read of them. */
final class LocalityGroups {
    static final Locality R1_Z1_S1 = Locality.parse("r1/z1/s1");

    private LocalityGroups() {}

    /** {@return a group with one endpoint of weight 1} */
    static EndpointGroup group(String locality) {
        return group(locality, 1);
    }

    /** {@return a group with so many endpoints of weight 1, and their sum as weight} */
    static EndpointGroup group(String locality, int endpoints) {
        GroupMember[] members = new GroupMember[endpoints];
        for (int i = 0; i < endpoints; i++) {
            members[i] = member(locality + "-" + i, Map.of());
        }
        return group(locality, members).weight(endpoints).build();
    }

    /** {@return a group with one endpoint and no weight} */
    static EndpointGroup unweighted(String locality) {
        return group(locality, member(locality, Map.of())).build();
    }

    static EndpointGroupBuilder group(String locality, GroupMember... members) {
        return EndpointGroup.builder().locality(Locality.parse(locality)).addMembers(members);
    }

    static GroupMember member(String name, Map<String, String> labels) {
        return new GroupMember(
                LbEndpoint.builder().address(name).mutualTls(true).build(), new TreeMap<>(labels));
    }

    static List<Integer> priorities(List<EndpointGroup> groups) {
        return groups.stream().map(EndpointGroup::priority).toList();
    }

    static List<OptionalLong> weights(List<EndpointGroup> groups) {
        return groups.stream().map(EndpointGroup::weight).toList();
    }

    /** {@return {@code <address>=<priority>} in order of addresses} */
    static List<String> prioritiesOfEndpoints(List<EndpointGroup> groups) {
        List<String> lines = new ArrayList<>();
        groups.forEach(group ->
                group.members().forEach(member -> lines.add(member.endpoint().address() + "=" + group.priority())));
        lines.sort(null);
        return lines;
    }
}
