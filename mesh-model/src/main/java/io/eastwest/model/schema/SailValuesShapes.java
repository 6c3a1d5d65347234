package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.integerOrText;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.mapOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

/** The values of the charts of Istio, as far as a definition bounds them and the SDK types them. */
final class SailValuesShapes {
    private static final Form QUANTITY = Form.of(
            "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))"
                    + "(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$",
            "a quantity such as 500m or 2Gi");
    private static final Shape QUANTITIES = mapOf(integerOrText().form(QUANTITY));

    /** What a container asks for. */
    static final Shape RESOURCES = object().field("limits", QUANTITIES)
            .field("requests", QUANTITIES)
            .field("claims", listOf(object().require("name")).keyedBy("name"));

    private static final Shape CENSUS_CONTEXT =
            listOf(text().in("UNSPECIFIED", "W3C_TRACE_CONTEXT", "GRPC_BIN", "CLOUD_TRACE_CONTEXT", "B3"));

    private static final Shape SERVED = object().require("service", "port");
    private static final Shape HEADERS = listOf(object().require("name").atMostOneOf("value", "envName"));

    private static final Shape OPEN_TELEMETRY = SERVED.field(
                    "http", object().require("path").field("headers", HEADERS))
            .field("grpc", object().field("initialMetadata", HEADERS))
            .field("serviceAttributeEnrichment", text().in("ISTIO_CANONICAL", "OTEL_SEMANTIC_CONVENTIONS"))
            .field(
                    "dynatraceSampler",
                    object().require("tenant", "clusterId")
                            .field(
                                    "httpService",
                                    SERVED.require("http")
                                            .field(
                                                    "http",
                                                    object().require("path").field("headers", HEADERS))));

    private static final Shape PROVIDER = object().require("name")
            .atMostOneOf(
                    "envoyExtAuthzHttp",
                    "envoyExtAuthzGrpc",
                    "zipkin",
                    "lightstep",
                    "datadog",
                    "stackdriver",
                    "opencensus",
                    "skywalking",
                    "opentelemetry",
                    "prometheus",
                    "envoyFileAccessLog",
                    "envoyHttpAls",
                    "envoyTcpAls",
                    "envoyOtelAls",
                    "sds")
            .field("envoyExtAuthzHttp", SERVED)
            .field("envoyExtAuthzGrpc", SERVED)
            .field(
                    "zipkin",
                    SERVED.field("headers", HEADERS)
                            .field("traceContextOption", text().in("USE_B3", "USE_B3_WITH_W3C_PROPAGATION")))
            .field("lightstep", SERVED)
            .field("datadog", SERVED)
            .field("opencensus", SERVED.field("context", CENSUS_CONTEXT))
            .field("skywalking", SERVED)
            .field("opentelemetry", OPEN_TELEMETRY)
            .field("envoyFileAccessLog", object().field("logFormat", object().atMostOneOf("text", "labels")))
            .field("envoyHttpAls", SERVED)
            .field("envoyTcpAls", SERVED)
            .field("envoyOtelAls", SERVED)
            .field("sds", SERVED.require("name"));

    private static final Shape SELECTOR =
            object().field("matchExpressions", listOf(object().require("key", "operator")));

    private static final Shape TRACING = object().atMostOneOf(
                    "zipkin", "lightstep", "datadog", "stackdriver", "openCensusAgent")
            .field("openCensusAgent", object().field("context", CENSUS_CONTEXT))
            .field("customTags", mapOf(object().atMostOneOf("literal", "environment", "header")));

    private static final Shape MESH_CONFIG = object().field("ca", object().require("address"))
            .field("caCertificates", listOf(object().atMostOneOf("pem", "spiffeBundleUrl")))
            .field(
                    "defaultConfig",
                    object().atMostOneOf("serviceCluster", "tracingServiceName")
                            .field("privateKeyProvider", object().atMostOneOf("cryptomb", "qat"))
                            .field("tracing", TRACING))
            .field("discoverySelectors", listOf(SELECTOR))
            .field(
                    "serviceScopeConfigs",
                    listOf(object().field("namespaceSelector", SELECTOR).field("servicesSelector", SELECTOR)))
            .field("extensionProviders", listOf(PROVIDER).atMost(1000));

    private static final Shape NETWORK = object().field(
                    "endpoints", listOf(object().atMostOneOf("fromCidr", "fromRegistry")))
            .field("gateways", listOf(object().atMostOneOf("registryServiceName", "address")));

    private static final Shape WITH_RESOURCES = object().field("resources", RESOURCES);

    private static final Shape TRACER =
            text().in("zipkin", "lightstep", "datadog", "stackdriver", "openCensusAgent", "none");

    static final Shape ISTIO_VALUES = object().field(
                    "global",
                    object().field("meshNetworks", mapOf(NETWORK))
                            .field("proxy", WITH_RESOURCES.field("tracer", TRACER))
                            .field("waypoint", WITH_RESOURCES))
            .field("meshConfig", MESH_CONFIG)
            .field("pilot", WITH_RESOURCES);

    private SailValuesShapes() {}
}
