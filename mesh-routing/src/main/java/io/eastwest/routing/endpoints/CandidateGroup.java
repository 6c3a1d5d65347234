package io.eastwest.routing.endpoints;

import io.eastwest.routing.view.ServiceEndpoint;
import java.util.List;
import java.util.OptionalLong;

/**
 * Endpoints with one locality text, before those of other networks are replaced.
 *
 * @param locality place
 * @param candidates endpoints in order, at least one
 */
record CandidateGroup(Locality locality, List<Candidate> candidates) {
    CandidateGroup {
        candidates = List.copyOf(candidates);
    }

    /**
     * One endpoint.
     *
     * @param source the endpoint as registered
     * @param member the endpoint as it would be sent
     */
    record Candidate(ServiceEndpoint source, GroupMember member) {}

    EndpointGroup unchanged() {
        List<GroupMember> members = candidates.stream().map(Candidate::member).toList();
        return EndpointGroup.builder()
                .locality(locality)
                .members(members)
                .weight(OptionalLong.of(members.stream()
                        .mapToLong(member -> member.endpoint().weight())
                        .reduce(0, Weights::sum)))
                .build();
    }
}
