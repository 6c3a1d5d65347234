package io.eastwest.routing.question;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** What the clusters of an answer do, by the endpoints that they choose and not by their names. */
final class NamelessClusters {
    private NamelessClusters() {}

    /**
     * {@return a line for each endpoint that gets calls, and for the copies}
     *
     * @param answer the answer of the first proxy
     * @param sent what is changed in requests; empty: nothing
     */
    static List<String> of(ProxyAnswer answer, Function<UpstreamRequest, Optional<String>> sent) {
        Map<String, String> clusters = new LinkedHashMap<>();
        answer.clusters()
                .forEach(share -> share.cluster().ifPresent(cluster -> clusters.put(share.name(), settings(cluster))));
        answer.upstreamRequests()
                .forEach(request -> sent.apply(request)
                        .ifPresent(
                                text -> clusters.merge(request.cluster(), text, (one, other) -> one + "; " + other)));
        Map<String, Set<String>> byEndpoint = new TreeMap<>();
        for (TargetShare target : answer.endpoints()) {
            byEndpoint
                    .computeIfAbsent(target.endpoint().address(), key -> new TreeSet<>())
                    .add(clusters.getOrDefault(target.cluster(), ""));
        }
        List<String> lines = new ArrayList<>();
        byEndpoint.forEach((address, texts) -> texts.forEach(text -> lines.add(address + " by " + text)));
        answer.mirrors().stream().map(NamelessClusters::copies).sorted().forEach(lines::add);
        return lines;
    }

    private static String settings(Cluster cluster) {
        String tls = UpstreamText.tls(cluster);
        return cluster.type() + " " + cluster.loadBalancing() + " " + cluster.circuitBreakers() + ", connects in "
                + cluster.connectTimeout() + ", idle " + cluster.idleTimeout() + ", requests "
                + cluster.maxRequestsPerConnection() + ", outlier detection " + cluster.outlierDetection()
                + ", panic " + cluster.panicThreshold() + ", slow start " + cluster.slowStart() + ", "
                + cluster.protocol() + (tls.isEmpty() ? "" : ", " + tls);
    }

    private static String copies(ClusterShare mirror) {
        List<String> addresses = mirror.cluster().stream()
                .flatMap(cluster -> cluster.assignment().stream())
                .flatMap(group -> group.endpoints().stream())
                .map(LbEndpoint::address)
                .sorted()
                .toList();
        return "mirrored to " + (mirror.share().equals(Share.ONE) ? "" : mirror.share() + " ") + addresses;
    }
}
