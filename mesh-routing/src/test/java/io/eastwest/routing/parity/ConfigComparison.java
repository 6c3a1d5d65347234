package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.ProxyAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares what istiod sent for the route and the clusters that were used with the policies in the answer. */
final class ConfigComparison {
    private ConfigComparison() {}

    static void compare(JsonNode recorded, ProxyAnswer answer, Differences differences) {
        route(recorded.at("/config/route"), answer.route(), differences);
        List<String> names = new ArrayList<>();
        for (JsonNode cluster : recorded.at("/config/clusters")) {
            String name = cluster.path("name").asText();
            names.add(name);
            Optional<Cluster> actual = Stream.concat(answer.clusters().stream(), answer.mirrors().stream())
                    .filter(share -> share.name().equals(name))
                    .flatMap(share -> share.cluster().stream())
                    .findFirst();
            if (actual.isPresent()) {
                cluster(cluster, actual.orElseThrow(), differences);
            } else {
                differences.add("config.clusters[" + name + "]", "a cluster", "nothing");
            }
        }
        for (ClusterShare share : answer.clusters()) {
            if (share.cluster().isPresent() && !names.contains(share.name())) {
                differences.add("config.clusters[" + share.name() + "]", "nothing", "a cluster");
            }
        }
    }

    private static void route(JsonNode recorded, Optional<ProxyRoute> route, Differences differences) {
        if (recorded.isMissingNode() != route.isEmpty()) {
            differences.add(
                    "config.route",
                    recorded.isMissingNode() ? "nothing" : recorded,
                    route.isEmpty() ? "nothing" : RouteTree.of(route.orElseThrow()));
        } else if (route.isPresent()) {
            TreeComparison.compare(
                    "config.route", RecordedRoute.normalized(recorded), RouteTree.of(route.orElseThrow()), differences);
        }
    }

    /** Compares one cluster with its recording. */
    static void cluster(JsonNode recorded, Cluster cluster, Differences differences) {
        String field = "config.clusters[" + cluster.name() + "]";
        ObjectNode expected = recorded.deepCopy();
        expected.remove("groups");
        if (expected.path("outlierDetection") instanceof ObjectNode outlier) {
            outlier.remove("enforcingSuccessRate");
        }
        TreeComparison.compare(field, expected, ClusterTree.of(cluster), differences);
        EndpointGroups.compare(field + ".groups", recorded, cluster, differences);
    }
}
