package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.TargetShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares where calls go: clusters, endpoints and mirrors with their hits. */
final class ShareComparison {
    private final JsonNode recorded;
    private final long requests;
    private final ProxyAnswer answer;
    private final Differences differences;

    private ShareComparison(JsonNode recorded, long requests, ProxyAnswer answer, Differences differences) {
        this.recorded = recorded;
        this.requests = requests;
        this.answer = answer;
        this.differences = differences;
    }

    static void compare(JsonNode recorded, long requests, ProxyAnswer answer, Differences differences) {
        ShareComparison comparison = new ShareComparison(recorded, requests, answer, differences);
        comparison.clusters();
        comparison.endpoints();
        comparison.mirrors();
    }

    private void clusters() {
        List<String> names = new ArrayList<>();
        for (JsonNode cluster : recorded.path("clusters")) {
            String name = cluster.path("name").asText();
            names.add(name);
            List<ClusterShare> shares = answer.clusters().stream()
                    .filter(share -> share.name().equals(name))
                    .toList();
            if (shares.isEmpty()) {
                differences.add("clusters.name", name, names(answer.clusters()));
                continue;
            }
            long weight = shares.stream().mapToLong(ClusterShare::weight).sum();
            differences.same(
                    "clusters[" + name + "].configuredWeight",
                    cluster.path("configuredWeight").asLong(),
                    weight);
            // Requests to a cluster that does not exist are not counted.
            hits(
                    "clusters[" + name + "].hits",
                    existing(shares),
                    cluster.path("hits").asLong());
        }
        for (ClusterShare share : answer.clusters()) {
            // The proxy of a TCP connection says nothing about a cluster that does not exist.
            boolean silent = share.cluster().isEmpty() && names.isEmpty();
            if (!names.contains(share.name()) && !silent) {
                differences.add("clusters.name", names, "also " + share.name());
            }
        }
    }

    private void endpoints() {
        SortedMap<String, Share> shares = new TreeMap<>();
        for (TargetShare target : answer.endpoints()) {
            shares.merge(target.endpoint().address(), target.share(), Share::plus);
        }
        SortedMap<String, Long> hits = new TreeMap<>();
        for (JsonNode endpoint : recorded.path("endpoints")) {
            hits.merge(endpoint.path("address").asText(), endpoint.path("hits").asLong(), Long::sum);
        }
        shares.keySet().forEach(address -> hits.putIfAbsent(address, 0L));
        for (Map.Entry<String, Long> hit : hits.entrySet()) {
            hits("endpoints[" + hit.getKey() + "].hits", shares.getOrDefault(hit.getKey(), Share.ZERO), hit.getValue());
        }
    }

    private void mirrors() {
        List<String> names = new ArrayList<>();
        for (JsonNode mirror : recorded.path("mirrored")) {
            names.add(mirror.path("name").asText());
            Share share = Share.sum(answer.mirrors().stream()
                    .filter(cluster -> cluster.name().equals(mirror.path("name").asText()))
                    .map(ClusterShare::share)
                    .toList());
            hits(
                    "mirrored[" + mirror.path("name").asText() + "].hits",
                    share,
                    mirror.path("hits").asLong());
        }
        for (ClusterShare mirror : answer.mirrors()) {
            if (!names.contains(mirror.name()) && mirror.cluster().isPresent()) {
                hits("mirrored[" + mirror.name() + "].hits", mirror.share(), 0);
            }
        }
    }

    private void hits(String field, Share share, long hits) {
        if (!BinomialBound.holds(share, hits, requests)) {
            differences.add(field, hits + " of " + requests, "a share of " + share);
        }
    }

    private static Share existing(List<ClusterShare> shares) {
        return Share.sum(shares.stream()
                .filter(share -> share.cluster().isPresent())
                .map(ClusterShare::share)
                .toList());
    }

    private static List<String> names(List<ClusterShare> clusters) {
        return clusters.stream().map(ClusterShare::name).toList();
    }
}
