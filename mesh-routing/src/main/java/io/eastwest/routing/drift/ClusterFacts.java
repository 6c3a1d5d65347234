package io.eastwest.routing.drift;

import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.OutlierSettings;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Settings of clusters as they are compared, by name. */
final class ClusterFacts {
    private static final String NONE = "none";

    private ClusterFacts() {}

    static SortedMap<String, String> of(DumpNode cluster, Unread unread) {
        unread.note(
                "cluster",
                cluster,
                new TreeSet<>(List.of(
                        "name", "type", "lb_policy", "connect_timeout", "outlier_detection", "load_assignment")));
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("type", cluster.has("cluster_type") ? "DYNAMIC_FORWARD_PROXY" : orDefault(cluster, "type", "STATIC"));
        facts.put("lbPolicy", orDefault(cluster, "lb_policy", "ROUND_ROBIN"));
        facts.put(
                "connectTimeout",
                cluster.duration("connect_timeout").map(Words::duration).orElse("5s"));
        DumpNode outlier = cluster.get("outlier_detection");
        TreeMap<String, String> detection = new TreeMap<>();
        for (String name : new String[] {
            "consecutive_5xx",
            "enforcing_consecutive_5xx",
            "consecutive_gateway_failure",
            "enforcing_consecutive_gateway_failure",
            "consecutive_local_origin_failure",
            "enforcing_consecutive_local_origin_failure",
            "max_ejection_percent"
        }) {
            outlier.optional(name).ifPresent(value -> detection.put(name, value));
        }
        for (String name : new String[] {"interval", "base_ejection_time"}) {
            outlier.duration(name).ifPresent(value -> detection.put(name, Words.duration(value)));
        }
        if (outlier.flag("split_external_local_origin_errors")) {
            detection.put("split_external_local_origin_errors", "true");
        }
        facts.put("outlierDetection", outlier.isThere() ? detection.toString() : NONE);
        return facts;
    }

    private static String orDefault(DumpNode node, String name, String absent) {
        return node.optional(name).orElse(absent);
    }

    static SortedMap<String, String> of(Cluster cluster) {
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("type", cluster.type().name());
        facts.put("lbPolicy", cluster.loadBalancing().name());
        facts.put("connectTimeout", Words.duration(cluster.connectTimeout()));
        facts.put(
                "outlierDetection",
                cluster.outlierDetection()
                        .map(each -> detection(each).toString())
                        .orElse(NONE));
        return facts;
    }

    private static SortedMap<String, String> detection(OutlierSettings outlier) {
        TreeMap<String, String> facts = new TreeMap<>();
        put(facts, "consecutive_5xx", outlier.consecutive5xx());
        put(facts, "enforcing_consecutive_5xx", outlier.enforcingConsecutive5xx());
        put(facts, "consecutive_gateway_failure", outlier.consecutiveGatewayFailure());
        put(facts, "enforcing_consecutive_gateway_failure", outlier.enforcingConsecutiveGatewayFailure());
        put(facts, "consecutive_local_origin_failure", outlier.consecutiveLocalOriginFailure());
        put(facts, "enforcing_consecutive_local_origin_failure", outlier.enforcingConsecutiveLocalOriginFailure());
        put(facts, "max_ejection_percent", outlier.maxEjectionPercent());
        outlier.interval().ifPresent(value -> facts.put("interval", Words.duration(value)));
        outlier.baseEjectionTime().ifPresent(value -> facts.put("base_ejection_time", Words.duration(value)));
        if (outlier.splitExternalLocalOriginErrors()) {
            facts.put("split_external_local_origin_errors", "true");
        }
        return facts;
    }

    private static void put(SortedMap<String, String> facts, String name, OptionalInt value) {
        value.ifPresent(number -> facts.put(name, Integer.toString(number)));
    }
}
