package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A cluster without its endpoints in the shape of {@code config.clusters[]} of a recording. */
final class ClusterTree {
    private ClusterTree() {}

    static ObjectNode of(Cluster cluster) {
        ObjectNode tree = Trees.object()
                .put("name", cluster.name())
                .put("type", cluster.type().name())
                .put("lbPolicy", cluster.loadBalancing().name())
                .put("tls", tls(cluster.tls()))
                .put("connectTimeout", DurationText.go(cluster.connectTimeout()));
        cluster.outlierDetection().ifPresent(detection -> tree.set("outlierDetection", outlier(detection)));
        Trees.putUnlessEmpty(tree, "settings", settings(cluster));
        return tree;
    }

    private static String tls(UpstreamTls tls) {
        return switch (tls.mode()) {
            case NONE -> "none";
            case AUTO, ISTIO_MUTUAL -> "mutual";
            case SIMPLE -> "simple";
            case MUTUAL -> "mutual " + tls.certificate().orElse("");
        };
    }

    private static ObjectNode outlier(OutlierSettings detection) {
        ObjectNode tree = Trees.object();
        put(tree, "consecutive5xx", detection.consecutive5xx());
        put(tree, "enforcingConsecutive5xx", detection.enforcingConsecutive5xx());
        put(tree, "consecutiveGatewayFailure", detection.consecutiveGatewayFailure());
        put(tree, "enforcingConsecutiveGatewayFailure", detection.enforcingConsecutiveGatewayFailure());
        put(tree, "consecutiveLocalOriginFailure", detection.consecutiveLocalOriginFailure());
        put(tree, "enforcingConsecutiveLocalOriginFailure", detection.enforcingConsecutiveLocalOriginFailure());
        put(tree, "maxEjectionPercent", detection.maxEjectionPercent());
        detection.interval().ifPresent(interval -> tree.put("interval", DurationText.go(interval)));
        detection.baseEjectionTime().ifPresent(time -> tree.put("baseEjectionTime", DurationText.go(time)));
        if (detection.splitExternalLocalOriginErrors()) {
            tree.put("splitExternalLocalOriginErrors", true);
        }
        return tree;
    }

    private static ObjectNode settings(Cluster cluster) {
        ObjectNode tree = Trees.object();
        Trees.putUnlessEmpty(tree, "circuitBreakers", limits(cluster.circuitBreakers()));
        cluster.idleTimeout().ifPresent(timeout -> tree.put("idleTimeout", DurationText.go(timeout)));
        if (cluster.localityWeighted()) {
            tree.put("localityWeighted", true);
        }
        if (cluster.loadBalancing() instanceof LoadBalancingPolicy.Maglev maglev) {
            tree.putObject("maglev").put("table_size", Long.toString(maglev.tableSize()));
        }
        if (cluster.loadBalancing() instanceof LoadBalancingPolicy.RingHash ring) {
            tree.putObject("ringHash").put("minimum_ring_size", Long.toString(ring.minimumRingSize()));
        }
        put(tree, "maxRequestsPerConnection", cluster.maxRequestsPerConnection());
        put(tree, "panicThreshold", cluster.panicThreshold());
        if (cluster.protocol() != UpstreamProtocol.HTTP_1) {
            tree.put("protocol", cluster.protocol() == UpstreamProtocol.HTTP_2 ? "http2" : "as downstream");
        }
        cluster.tls().sni().ifPresent(name -> tree.put("sni", name));
        Trees.putUnlessEmpty(tree, "subjectAltNames", Trees.texts(cluster.tls().subjectAltNames()));
        return tree;
    }

    private static ObjectNode limits(CircuitBreakers limits) {
        ObjectNode tree = Trees.object();
        put(tree, "maxConnections", limits.maxConnections());
        put(tree, "maxPendingRequests", limits.maxPendingRequests());
        put(tree, "maxRequests", limits.maxRequests());
        put(tree, "maxRetries", limits.maxRetries());
        return tree;
    }

    private static void put(ObjectNode tree, String key, OptionalInt value) {
        value.ifPresent(number -> tree.put(key, number));
    }

    private static void put(ObjectNode tree, String key, OptionalLong value) {
        value.ifPresent(number -> tree.put(key, number));
    }
}
