package io.eastwest.routing.proxy;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.ProxyResources;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.trace.TraceStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One destination with its exact share of calls.
 *
 * @param weighted the destination as configured
 * @param share its share: all for the only one, else weight by the sum of weights
 * @param cluster the cluster; empty: it does not exist
 */
record ClusterChoice(WeightedCluster weighted, Share share, Optional<Cluster> cluster) {
    static List<ClusterChoice> of(List<WeightedCluster> clusters, ProxyResources resources, Trace trace) {
        long sum = clusters.stream().mapToLong(WeightedCluster::weight).sum();
        List<ClusterChoice> choices = new ArrayList<>();
        for (WeightedCluster weighted : clusters) {
            Share share = clusters.size() == 1 ? Share.ONE : Share.of(weighted.weight(), sum);
            Optional<Cluster> cluster = resources.cluster(weighted.cluster());
            Optional<Origin> origin = cluster.flatMap(known -> Trace.first(known.origins()));
            if (cluster.isPresent()) {
                trace.taken(TraceStep.Stage.CLUSTER, weighted.cluster(), origin, () -> "share " + share);
            } else {
                trace.left(TraceStep.Stage.CLUSTER, weighted.cluster(), origin, () -> "does not exist; share " + share);
            }
            if (trace.isRecording()) {
                resources.traceCluster(weighted.cluster(), trace.sink());
            }
            choices.add(new ClusterChoice(weighted, share, cluster));
        }
        return choices;
    }

    ClusterShare toShare() {
        return new ClusterShare(weighted.cluster(), weighted.weight(), share, cluster);
    }
}
