package io.eastwest.routing.locality;

import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.GroupMember;
import io.eastwest.routing.endpoints.Locality;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Shares of localities. The first entry whose {@code from} holds the client counts. Upstream walks {@code to} in random
 * order, which only matters where patterns overlap; here the ascending order of the keys is taken.
 *
 * <p>Mirrors istio 1.30.3 {@code pilot/pkg/networking/core/loadbalancer/loadbalancer.go:applyLocalityWeights}.
 */
final class LocalityShares {
    private static final long UNSIGNED = 0xffff_ffffL;

    private final List<EndpointGroup> groups;
    private final Set<Integer> unclaimed = new LinkedHashSet<>();

    private LocalityShares(List<EndpointGroup> groups) {
        this.groups = new ArrayList<>(groups);
        for (int i = 0; i < groups.size(); i++) {
            unclaimed.add(i);
        }
    }

    static List<EndpointGroup> apply(List<EndpointGroup> groups, Locality client, List<LocalityDistribution> rules) {
        return rules.stream()
                .filter(rule -> LocalityPattern.parse(rule.from().orElse("")).matches(client))
                .findFirst()
                .map(rule -> new LocalityShares(groups).shared(rule))
                .orElse(groups);
    }

    private List<EndpointGroup> shared(LocalityDistribution rule) {
        new TreeMap<>(rule.to()).forEach((place, weight) -> claim(LocalityPattern.parse(place), weight));
        for (int index : unclaimed) {
            groups.set(
                    index,
                    groups.get(index).toBuilder()
                            .members(List.<GroupMember>of())
                            .build());
        }
        return groups;
    }

    private void claim(LocalityPattern pattern, int weight) {
        List<Integer> claimed = unclaimed.stream()
                .filter(index -> pattern.matches(groups.get(index).locality()))
                .toList();
        claimed.forEach(unclaimed::remove);
        long total = claimed.stream().mapToLong(this::weight).reduce(0, (one, other) -> (one + other) & UNSIGNED);
        for (int index : claimed) {
            double share = (double) ((weight(index) * weight) & UNSIGNED) / total;
            if (share > 0) {
                groups.set(
                        index,
                        groups.get(index).toBuilder()
                                .weight((long) Math.ceil(share))
                                .build());
            }
        }
    }

    private long weight(int index) {
        return groups.get(index).weight().orElse(1);
    }
}
