package io.eastwest.routing.platform;

import io.eastwest.routing.balancing.Share;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How requests from outside end. What is served and all losses sum to exactly one.
 *
 * @param landings clusters that requests enter, by site and member in the order of the topology
 * @param losses shares that fail, in the order met
 */
public record EntryResult(List<ClusterLanding> landings, List<EntryLoss> losses) {
    /**
     * Copies the lists. Losses that say the same are added up.
     *
     * @param landings clusters that requests enter
     * @param losses shares that fail
     */
    public EntryResult {
        landings = List.copyOf(landings);
        losses = merged(losses);
    }

    private static List<EntryLoss> merged(List<EntryLoss> losses) {
        Map<EntryLoss, Share> sums = new LinkedHashMap<>();
        losses.forEach(loss -> sums.merge(
                new EntryLoss(loss.cause(), loss.cluster(), loss.detail(), Share.ONE), loss.share(), Share::plus));
        List<EntryLoss> merged = new ArrayList<>();
        sums.forEach((loss, share) -> {
            if (!share.isZero()) {
                merged.add(loss.times(share));
            }
        });
        return List.copyOf(merged);
    }

    /** {@return the exact share of requests that are answered} */
    public Share served() {
        return Share.sum(landings.stream().map(ClusterLanding::served).toList());
    }

    /** {@return the exact share of requests that fail} */
    public Share lost() {
        return Share.sum(losses.stream().map(EntryLoss::share).toList());
    }

    /**
     * The share of requests that enter a cluster.
     *
     * @param cluster the cluster
     * @return exact share
     */
    public Share landingIn(String cluster) {
        return Share.sum(landings.stream()
                .filter(landing -> landing.cluster().equals(cluster))
                .map(ClusterLanding::share)
                .toList());
    }

    @Override
    public String toString() {
        return "served " + served()
                + losses.stream().map(loss -> ", lost " + loss).collect(Collectors.joining());
    }
}
