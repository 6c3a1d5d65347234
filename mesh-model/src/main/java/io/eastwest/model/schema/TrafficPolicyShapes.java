package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.DURATION;
import static io.eastwest.model.schema.IstioShapes.UINT32;
import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.number;
import static io.eastwest.model.schema.Shape.object;

/** How a client talks to a destination. */
final class TrafficPolicyShapes {
    static final Shape CONNECTION_POOL = object().field(
                    "tcp",
                    object().field("connectTimeout", DURATION)
                            .field("maxConnectionDuration", DURATION)
                            .field(
                                    "tcpKeepalive",
                                    object().field("probes", UINT32)
                                            .field("time", DURATION)
                                            .field("interval", DURATION)))
            .field("http", object().field("idleTimeout", DURATION));

    private static final Shape CONSISTENT_HASH = object().atMostOneOf(
                    "httpHeaderName", "httpCookie", "useSourceIp", "httpQueryParameterName")
            .atMostOneOf("ringHash", "maglev")
            .field("httpCookie", object().require("name").field("attributes", listOf(object().require("name"))))
            .field("ringHash", object().field("minimumRingSize", integer().atLeast(0)))
            .field("maglev", object().field("tableSize", integer().atLeast(0)))
            .field("minimumRingSize", integer().atLeast(0));

    private static final Shape LOAD_BALANCER = object().atMostOneOf("simple", "consistentHash")
            .field("consistentHash", CONSISTENT_HASH)
            .field("localityLbSetting", object().field("distribute", listOf(object().field("to", mapOf(UINT32)))))
            .field("warmupDurationSecs", DURATION)
            .field(
                    "warmup",
                    object().require("duration")
                            .field("duration", DURATION)
                            .field("minimumPercent", number().between(0, 100))
                            .field("aggression", number().atLeast(0)));

    private static final Shape OUTLIER_DETECTION = object().field("consecutiveLocalOriginFailures", UINT32)
            .field("consecutiveGatewayErrors", UINT32)
            .field("consecutive5xxErrors", UINT32)
            .field("interval", DURATION)
            .field("baseEjectionTime", DURATION);

    private static final Shape OF_A_PORT = object().field("loadBalancer", LOAD_BALANCER)
            .field("connectionPool", CONNECTION_POOL)
            .field("outlierDetection", OUTLIER_DETECTION);

    static final Shape TRAFFIC_POLICY = OF_A_PORT
            .field(
                    "portLevelSettings",
                    listOf(OF_A_PORT.field("port", object().field("number", UINT32)))
                            .atMost(4096))
            .field("tunnel", object().require("targetHost", "targetPort").field("targetPort", UINT32))
            .field(
                    "retryBudget",
                    object().field("percent", number().between(0, 100)).field("minRetryConcurrency", UINT32));

    private TrafficPolicyShapes() {}
}
