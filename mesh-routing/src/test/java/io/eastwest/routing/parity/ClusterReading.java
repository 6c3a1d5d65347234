package io.eastwest.routing.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.CircuitBreakersBuilder;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterBuilder;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LbEndpointBuilder;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.LocalityEndpointsBuilder;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.envoy.OutlierSettingsBuilder;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.envoy.UpstreamTls;
import java.util.Locale;
import java.util.Optional;

/** Reads a recorded cluster back into the value that it came from: the other direction of {@link ClusterTree}. */
final class ClusterReading {
    private ClusterReading() {}

    static Cluster of(JsonNode recorded) {
        JsonNode settings = recorded.path("settings");
        ClusterBuilder cluster = Cluster.builder()
                .name(recorded.path("name").asText())
                .type(ClusterType.valueOf(recorded.path("type").asText()))
                .loadBalancing(policy(recorded.path("lbPolicy").asText(), settings))
                .tls(tls(recorded.path("tls").asText(), settings))
                .connectTimeout(
                        DurationText.parse(recorded.path("connectTimeout").asText()))
                .outlierDetection(Optional.of(recorded.path("outlierDetection"))
                        .filter(JsonNode::isObject)
                        .map(ClusterReading::outlier))
                .circuitBreakers(limits(settings.path("circuitBreakers")))
                .idleTimeout(Trees.text(settings.path("idleTimeout")).map(DurationText::parse))
                .localityWeighted(settings.path("localityWeighted").asBoolean());
        Trees.number(settings.path("panicThreshold")).ifPresent(cluster::panicThreshold);
        Trees.number(settings.path("maxRequestsPerConnection")).ifPresent(cluster::maxRequestsPerConnection);
        Trees.text(settings.path("protocol"))
                .map(text -> text.equals("http2") ? UpstreamProtocol.HTTP_2 : UpstreamProtocol.AS_DOWNSTREAM)
                .ifPresent(cluster::protocol);
        recorded.path("groups").forEach(group -> cluster.addAssignment(group(group)));
        return cluster.build();
    }

    private static LoadBalancingPolicy policy(String name, JsonNode settings) {
        return switch (name) {
            case "RING_HASH" ->
                new LoadBalancingPolicy.RingHash(
                        settings.at("/ringHash/minimum_ring_size").asLong());
            case "MAGLEV" ->
                new LoadBalancingPolicy.Maglev(settings.at("/maglev/table_size").asLong());
            default -> new LoadBalancingPolicy.Simple(name);
        };
    }

    private static UpstreamTls tls(String text, JsonNode settings) {
        int space = text.indexOf(' ');
        UpstreamTls.Mode mode = switch (text) {
            case "none" -> UpstreamTls.Mode.NONE;
            case "mutual" -> UpstreamTls.Mode.AUTO;
            case "simple" -> UpstreamTls.Mode.SIMPLE;
            default -> UpstreamTls.Mode.MUTUAL;
        };
        return UpstreamTls.builder()
                .mode(mode)
                .certificate(space < 0 ? Optional.empty() : Optional.of(text.substring(space + 1)))
                .sni(Trees.text(settings.path("sni")))
                .subjectAltNames(Trees.textsOf(settings.path("subjectAltNames")))
                .build();
    }

    private static CircuitBreakers limits(JsonNode limits) {
        CircuitBreakersBuilder builder = CircuitBreakers.builder();
        Trees.number(limits.path("maxConnections")).ifPresent(builder::maxConnections);
        Trees.number(limits.path("maxPendingRequests")).ifPresent(builder::maxPendingRequests);
        Trees.number(limits.path("maxRequests")).ifPresent(builder::maxRequests);
        Trees.number(limits.path("maxRetries")).ifPresent(builder::maxRetries);
        return builder.build();
    }

    private static OutlierSettings outlier(JsonNode tree) {
        OutlierSettingsBuilder builder = OutlierSettings.builder()
                .interval(Trees.text(tree.path("interval")).map(DurationText::parse))
                .baseEjectionTime(Trees.text(tree.path("baseEjectionTime")).map(DurationText::parse))
                .splitExternalLocalOriginErrors(
                        tree.path("splitExternalLocalOriginErrors").asBoolean());
        Trees.number(tree.path("consecutive5xx")).ifPresent(builder::consecutive5xx);
        Trees.number(tree.path("enforcingConsecutive5xx")).ifPresent(builder::enforcingConsecutive5xx);
        Trees.number(tree.path("consecutiveGatewayFailure")).ifPresent(builder::consecutiveGatewayFailure);
        Trees.number(tree.path("enforcingConsecutiveGatewayFailure"))
                .ifPresent(builder::enforcingConsecutiveGatewayFailure);
        Trees.number(tree.path("consecutiveLocalOriginFailure")).ifPresent(builder::consecutiveLocalOriginFailure);
        Trees.number(tree.path("enforcingConsecutiveLocalOriginFailure"))
                .ifPresent(builder::enforcingConsecutiveLocalOriginFailure);
        Trees.number(tree.path("maxEjectionPercent")).ifPresent(builder::maxEjectionPercent);
        return builder.build();
    }

    private static LocalityEndpoints group(JsonNode group) {
        String[] locality = group.path("locality").asText().split("/", -1);
        LocalityEndpointsBuilder builder = LocalityEndpoints.builder()
                .region(locality[0])
                .zone(locality.length > 1 ? locality[1] : "")
                .subzone(locality.length > 2 ? locality[2] : "")
                .priority(group.path("priority").asInt());
        Trees.number(group.path("weight")).ifPresent(builder::weight);
        group.path("endpoints").forEach(endpoint -> builder.addEndpoint(endpoint(endpoint)));
        return builder.build();
    }

    static LbEndpoint endpoint(JsonNode endpoint) {
        String owner = endpoint.path("owner").asText();
        LbEndpointBuilder builder = LbEndpoint.builder()
                .address(endpoint.path("address").asText())
                .weight(endpoint.path("weight").asLong(1))
                .health(EndpointHealth.valueOf(
                        endpoint.path("health").asText("healthy").toUpperCase(Locale.ROOT)))
                .mutualTls(!endpoint.has("tls"));
        if (owner.startsWith("gateway:")) {
            builder.gateway(new LbEndpoint.NetworkGatewayHop("", owner.substring("gateway:".length())));
        } else if (!owner.isEmpty()) {
            builder.owner(owner);
        }
        return builder.build();
    }
}
