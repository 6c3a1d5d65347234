package io.eastwest.routing.cluster;

import io.eastwest.model.issue.UnsupportedFeatureException;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.OutlierSettings;
import java.math.BigInteger;

/**
 * Which clusters Envoy takes. One that it refuses alone is as good as missing: the others of the same push are taken. A value
 * out of the range of its field makes Envoy refuse the whole push, and what it works with then depends on what came before.
 *
 * <p>Mirrors envoy source/extensions/load_balancing_policies/maglev/maglev_lb.cc, source/extensions/clusters/logical_dns and the
 * ranges of api/envoy/config/cluster/v3.
 */
final class AcceptedClusters {
    private static final long LARGEST_RING = 8_388_608;
    private static final long LARGEST_TABLE = 5_000_011;
    private static final int WHOLE = 100;
    private static final int CERTAINTY = 50;

    private AcceptedClusters() {}

    /**
     * Whether Envoy takes a cluster.
     *
     * @param cluster the cluster as sent
     * @return whether it exists in Envoy
     * @throws UnsupportedFeatureException if Envoy refuses all clusters because of it
     */
    static boolean accepts(Cluster cluster) {
        LoadBalancingPolicy policy = cluster.loadBalancing();
        if (policy instanceof LoadBalancingPolicy.RingHash ring) {
            inRange(cluster, "size of the hash ring", ring.minimumRingSize(), 1, LARGEST_RING);
        }
        if (policy instanceof LoadBalancingPolicy.Maglev maglev) {
            inRange(cluster, "size of the maglev table", maglev.tableSize(), 2, LARGEST_TABLE);
        }
        inRange(cluster, "minHealthPercent", cluster.panicThreshold().orElse(0), 0, WHOLE);
        int ejected = cluster.outlierDetection()
                .map(OutlierSettings::maxEjectionPercent)
                .map(percent -> percent.orElse(0))
                .orElse(0);
        inRange(cluster, "maxEjectionPercent", ejected, 0, WHOLE);
        cluster.slowStart()
                .filter(warmUp -> !(warmUp.minimumPercent() >= 0 && warmUp.minimumPercent() <= WHOLE))
                .ifPresent(warmUp -> refused(
                        cluster, "minimumPercent of the warmup", Double.toString(warmUp.minimumPercent()), 0, WHOLE));
        HashWeights.require(cluster);
        return hasPrimeTable(policy) && hasOneName(cluster);
    }

    private static boolean hasPrimeTable(LoadBalancingPolicy policy) {
        return !(policy instanceof LoadBalancingPolicy.Maglev maglev)
                || BigInteger.valueOf(maglev.tableSize()).isProbablePrime(CERTAINTY);
    }

    private static boolean hasOneName(Cluster cluster) {
        return cluster.type() != ClusterType.LOGICAL_DNS
                || (cluster.assignment().size() == 1
                        && cluster.assignment().get(0).endpoints().size() == 1);
    }

    private static void inRange(Cluster cluster, String what, long value, long least, long most) {
        if (value < least || value > most) {
            refused(cluster, what, Long.toString(value), least, most);
        }
    }

    private static void refused(Cluster cluster, String what, String value, long least, long most) {
        throw new UnsupportedFeatureException(
                cluster.origins().get(cluster.origins().size() - 1).resource() + ": the " + what
                        + " must be within " + least + " to " + most + " but was " + value + " for " + cluster.name()
                        + "; Envoy refuses all clusters of a proxy because of it");
    }
}
