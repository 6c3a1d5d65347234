package io.eastwest.routing.locality;

import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.routing.endpoints.EndpointGroup;
import io.eastwest.routing.endpoints.Locality;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Priorities by nearness: same subzone, same zone, same region, the region that takes over, all others. Mirrors istio 1.30.3
 * {@code pilot/pkg/networking/core/loadbalancer/loadbalancer.go:applyLocalityFailover} and {@code
 * pilot/pkg/networking/util/util.go:LbPriority}.
 */
final class RegionFailover {
    private static final int OTHER_REGION = 3;
    private static final int LEVELS = 5;

    private RegionFailover() {}

    static List<EndpointGroup> apply(List<EndpointGroup> groups, Locality client, List<LocalityFailover> rules) {
        Optional<LocalityFailover> rule = rules.stream()
                .filter(each -> each.from().orElse("").equals(client.region()))
                .findFirst();
        List<EndpointGroup> ordered = new ArrayList<>();
        for (EndpointGroup group : groups) {
            int priority = group.priority() * LEVELS + level(client, group.locality(), rule);
            ordered.add(group.toBuilder().priority(priority).build());
        }
        return PriorityCompaction.compact(ordered);
    }

    private static int level(Locality client, Locality group, Optional<LocalityFailover> rule) {
        if (client.region().equals(group.region())) {
            if (!client.zone().equals(group.zone())) {
                return 2;
            }
            return client.subzone().equals(group.subzone()) ? 0 : 1;
        }
        boolean passedOver = rule.filter(each -> !each.to().orElse("").equals(group.region()))
                .isPresent();
        return passedOver ? OTHER_REGION + 1 : OTHER_REGION;
    }
}
