package io.eastwest.model.schema;

import static io.eastwest.model.schema.IstioShapes.DESTINATION;
import static io.eastwest.model.schema.IstioShapes.DURATION;
import static io.eastwest.model.schema.IstioShapes.UINT32;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

/** The specification of a VirtualService. */
final class VirtualServiceShape {
    /** What the API server takes for base64: not an empty text. */
    private static final Form BASE64 = Form.of(
            "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$",
            "base64 of one byte or more");

    private static final Shape ROUTES = listOf(object().require("destination").field("destination", DESTINATION));

    private static final Shape FAULT = object().field(
                    "abort", object().atMostOneOf("httpStatus", "grpcStatus", "http2Error"))
            .field(
                    "delay",
                    object().atMostOneOf("fixedDelay", "exponentialDelay")
                            .field("fixedDelay", DURATION)
                            .field("exponentialDelay", DURATION));

    private static final Shape HTTP = object().field("match", listOf(object().field("port", UINT32)))
            .field("route", ROUTES)
            .field(
                    "redirect",
                    object().atMostOneOf("port", "derivePort")
                            .field("port", UINT32)
                            .field("redirectCode", UINT32))
            .field(
                    "directResponse",
                    object().require("status")
                            .field("status", UINT32)
                            .field("body", object().field("bytes", text().form(BASE64))))
            .field("timeout", DURATION)
            .field("retries", object().field("perTryTimeout", DURATION).field("backoff", DURATION))
            .field("fault", FAULT)
            .field("mirror", DESTINATION)
            .field("mirrors", ROUTES)
            .field("mirrorPercent", UINT32)
            .field("mirror_percent", UINT32)
            .field("corsPolicy", object().field("maxAge", DURATION));

    static final Shape VIRTUAL_SERVICE = object().field("http", listOf(HTTP))
            .field(
                    "tls",
                    listOf(object().require("match")
                            .field("match", listOf(object().require("sniHosts").field("port", UINT32)))
                            .field("route", ROUTES)))
            .field(
                    "tcp",
                    listOf(object().field("match", listOf(object().field("port", UINT32)))
                            .field("route", ROUTES)));

    private VirtualServiceShape() {}
}
