package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.DESTINATION;
import static io.eastwest.model.schema.IstioShapes.PORT;
import static io.eastwest.model.schema.IstioShapes.SELECTOR;
import static io.eastwest.model.schema.IstioShapes.TARGETS;
import static io.eastwest.model.schema.IstioShapes.UINT32;
import static io.eastwest.model.schema.IstioShapes.WORKLOAD_SELECTOR;
import static io.eastwest.model.schema.IstioShapes.kind;
import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;
import static io.eastwest.model.schema.TrafficPolicyShapes.CONNECTION_POOL;
import static io.eastwest.model.schema.TrafficPolicyShapes.TRAFFIC_POLICY;

import com.fasterxml.jackson.databind.JsonNode;
import io.eastwest.model.issue.IssueCode;
import org.jspecify.annotations.Nullable;

/** The kinds of {@code networking.istio.io}; all versions of one kind have one schema. */
final class NetworkingShapes {
    private static final Shape VIRTUAL_SERVICE = kind(VirtualServiceShape.VIRTUAL_SERVICE);
    private static final Shape SERVICE_ENTRY =
            kind(ServiceEntryShape.SERVICE_ENTRY).require("spec");
    private static final Shape WORKLOAD_ENTRY =
            kind(WorkloadEntryShapes.WORKLOAD_ENTRY).require("spec");
    private static final Shape WORKLOAD_GROUP =
            kind(WorkloadEntryShapes.WORKLOAD_GROUP).require("spec");

    private static final Shape DESTINATION_RULE = kind(object().require("host")
            .field("trafficPolicy", TRAFFIC_POLICY)
            .field("subsets", listOf(object().require("name").field("trafficPolicy", TRAFFIC_POLICY)))
            .field("workloadSelector", SELECTOR));

    private static final Shape SERVER_TLS = object().atMostOneOf("credentialNames", "tlsCertificates")
            .atMostOneOf("credentialName", "credentialNames")
            .field("credentialNames", listOf(text()).size(1, 2))
            .field("tlsCertificates", listOf(object()).size(1, 2));

    private static final Shape SIDECAR_PORT = object().field("number", UINT32).field("targetPort", UINT32);

    private static final Shape GATEWAY = kind(object().field(
                    "servers",
                    listOf(object().require("port", "hosts")
                            .field("port", SIDECAR_PORT.require("number", "protocol", "name"))
                            .field("tls", SERVER_TLS))));

    private static final Shape SIDECAR = kind(object().field("workloadSelector", WORKLOAD_SELECTOR)
            .field(
                    "ingress",
                    listOf(object().require("port")
                            .field("port", SIDECAR_PORT)
                            .field("tls", SERVER_TLS)
                            .field("connectionPool", CONNECTION_POOL)))
            .field("egress", listOf(object().require("hosts").field("port", SIDECAR_PORT)))
            .field("inboundConnectionPool", CONNECTION_POOL)
            .field("outboundTrafficPolicy", object().field("egressProxy", DESTINATION)));

    private static final Shape PROXY_CONFIG = kind(object().field("selector", SELECTOR)
            .field("concurrency", integer().atLeast(0))
            .field("environmentVariables", mapOf(text().atMost(2048))));

    private static final Shape ENVOY_MATCH = object().atMostOneOf(
                    "listener", "routeConfiguration", "cluster", "waypoint")
            .check(NetworkingShapes::checkContext)
            .field(
                    "listener",
                    object().field("portNumber", UINT32)
                            .field("filterChain", object().field("destinationPort", UINT32)))
            .field("routeConfiguration", object().field("portNumber", UINT32))
            .field("cluster", object().field("portNumber", UINT32))
            .field("waypoint", object().field("portNumber", PORT));

    private static final Shape ENVOY_FILTER = kind(object().atMostOneOf("workloadSelector", "targetRefs")
            .field("workloadSelector", WORKLOAD_SELECTOR)
            .field("targetRefs", TARGETS)
            .field("configPatches", listOf(object().field("match", ENVOY_MATCH))));

    private NetworkingShapes() {}

    static @Nullable Shape find(String kind) {
        return switch (kind) {
            case "VirtualService" -> VIRTUAL_SERVICE;
            case "DestinationRule" -> DESTINATION_RULE;
            case "Gateway" -> GATEWAY;
            case "ServiceEntry" -> SERVICE_ENTRY;
            case "WorkloadEntry" -> WORKLOAD_ENTRY;
            case "WorkloadGroup" -> WORKLOAD_GROUP;
            case "Sidecar" -> SIDECAR;
            case "ProxyConfig" -> PROXY_CONFIG;
            case "EnvoyFilter" -> ENVOY_FILTER;
            default -> null;
        };
    }

    private static void checkContext(JsonNode self, Place place) {
        boolean waypoint = self.path("context").asText().equals("WAYPOINT");
        if (waypoint && !self.has("waypoint")) {
            place.field("waypoint")
                    .error(IssueCode.MISSING_FIELD, "required because the context is WAYPOINT", "add it");
        } else if (!waypoint && self.has("waypoint")) {
            place.field("waypoint")
                    .error(
                            IssueCode.FIELD_CONFLICT,
                            "must not be set because the context is not WAYPOINT",
                            "remove it or set the context");
        }
    }
}
