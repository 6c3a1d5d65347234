package io.eastwest.render.intent;

import static java.util.Objects.requireNonNull;

import io.eastwest.model.MeshResource;
import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.istio.networking.LoadBalancerSettings;
import io.eastwest.model.istio.networking.LocalityFailover;
import io.eastwest.model.istio.networking.LocalityLoadBalancerSetting;
import io.eastwest.model.istio.networking.TrafficPolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Calls of a service stay near while they can, and fail over when they cannot.
 *
 * @param host full hostname of the service
 * @param within what is near
 * @param failover the region that takes the calls of a region, by that region; any region, where none is named
 */
public record PreferLocal(String host, Within within, Map<String, String> failover) implements TrafficIntent {
    /** What is near to a caller. */
    public enum Within {
        /** What is in its region; the own zone comes first. */
        REGION,

        /** What is in its cluster. */
        CLUSTER
    }

    /**
     * Checks and copies.
     *
     * @param host full hostname of the service
     * @param within what is near
     * @param failover regions by region
     * @throws IllegalArgumentException if the host is no full hostname, a region fails over to itself, or regions are named
     *     where clusters count
     */
    public PreferLocal {
        HostScope.checked(host);
        requireNonNull(within, "within");
        failover = Collections.unmodifiableMap(new LinkedHashMap<>(failover));
        failover.forEach((from, to) -> {
            if (from.isBlank() || to.isBlank() || from.equals(to) || (from + to).contains("/")) {
                throw new IllegalArgumentException(
                        "failover goes from one region to another but was \"" + from + "\" to \"" + to + "\"");
            }
        });
        if (within == Within.CLUSTER && !failover.isEmpty()) {
            throw new IllegalArgumentException("failover from region to region goes with regions, not with clusters");
        }
    }

    /**
     * Prefers the region of the caller, then any other.
     *
     * @param host full hostname of the service
     * @return the intent
     * @throws IllegalArgumentException if the host is no full hostname
     */
    public static PreferLocal region(String host) {
        return new PreferLocal(host, Within.REGION, Collections.emptyMap());
    }

    /**
     * Prefers the cluster of the caller, then any other.
     *
     * @param host full hostname of the service
     * @return the intent
     * @throws IllegalArgumentException if the host is no full hostname
     */
    public static PreferLocal cluster(String host) {
        return new PreferLocal(host, Within.CLUSTER, Collections.emptyMap());
    }

    /**
     * Names the region that takes the calls of another.
     *
     * @param from region whose endpoints fail
     * @param to region that takes its calls
     * @return the intent with it
     * @throws IllegalArgumentException if both are the same, or clusters count
     */
    public PreferLocal failingOver(String from, String to) {
        Map<String, String> more = new LinkedHashMap<>(failover);
        more.put(from, to);
        return new PreferLocal(host, within, more);
    }

    @Override
    public SortedMap<String, List<MeshResource>> manifests(MeshSnapshot mesh) {
        HostScope scope = new HostScope(mesh, host);
        LocalityLoadBalancerSetting setting = within == Within.CLUSTER
                ? LocalityLoadBalancerSetting.failoverPriority(PartitionBySource.CLUSTER)
                : LocalityLoadBalancerSetting.failover(failover.entrySet().stream()
                        .map(each -> LocalityFailover.of(each.getKey(), each.getValue()))
                        .toArray(LocalityFailover[]::new));
        TrafficPolicy policy = TrafficPolicy.builder()
                .loadBalancer(LoadBalancerSettings.builder()
                        .localityLbSetting(setting.toBuilder().enabled(true).build())
                        .build())
                .outlierDetection(HostScope.ejectAll())
                .build();
        return scope.rules("prefer-local", policy);
    }

    @Override
    public List<Promise> promises(MeshSnapshot mesh) {
        return List.of(new NearFirst(this));
    }
}
