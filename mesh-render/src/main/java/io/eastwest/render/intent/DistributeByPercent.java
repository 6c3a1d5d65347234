package io.eastwest.render.intent;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityDistribution;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.TrafficPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Calls of a service are spread over localities by percent. It excludes failover for the same host.
 *
 * @param host full hostname of the service
 * @param shares percent by locality that answers, by locality of the caller; both such as {@code region1/*}
 */
public record DistributeByPercent(String host, Map<String, Map<String, Integer>> shares) implements TrafficIntent {
    /**
     * Checks and copies.
     *
     * @param host full hostname of the service
     * @param shares percent by locality that answers, by locality of the caller
     * @throws IllegalArgumentException if the host is no full hostname, nothing is spread, or percents of one locality do not
     *     sum to 100
     */
    public DistributeByPercent {
        HostScope.checked(host);
        if (shares.isEmpty()) {
            throw new IllegalArgumentException("nothing is spread; name the locality of callers");
        }
        Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
        shares.forEach((from, to) -> {
            long sum = to.values().stream().mapToLong(Integer::longValue).sum();
            if (sum != 100 || to.values().stream().anyMatch(percent -> percent <= 0)) {
                throw new IllegalArgumentException(
                        "percents from " + from + " must be positive and sum to 100 but were " + to);
            }
            copy.put(from, Collections.unmodifiableMap(new LinkedHashMap<>(to)));
        });
        shares = Collections.unmodifiableMap(copy);
    }

    /**
     * Spreads the calls of one locality.
     *
     * @param host full hostname of the service
     * @param from locality of callers, such as {@code region1/*}
     * @param to percent by locality that answers
     * @return the intent
     * @throws IllegalArgumentException if the host is no full hostname or percents do not sum to 100
     */
    public static DistributeByPercent of(String host, String from, Map<String, Integer> to) {
        return new DistributeByPercent(host, Collections.singletonMap(from, to));
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        HostScope scope = new HostScope(mesh, host);
        LocalityDistribution[] distributions = shares.entrySet().stream()
                .map(each -> LocalityDistribution.of(each.getKey(), each.getValue()))
                .toArray(LocalityDistribution[]::new);
        TrafficPolicy policy = TrafficPolicy.builder()
                .loadBalancer(LoadBalancerSettings.builder()
                        .localityLbSetting(LocalityLoadBalancerSetting.distribute(distributions).toBuilder()
                                .enabled(true)
                                .build())
                        .build())
                .outlierDetection(HostScope.ejectAll())
                .build();
        return scope.rules("distribute", policy);
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new Spread(this));
    }
}
