package io.eastwest.model.schema;

import static io.eastwest.model.schema.Shape.bool;
import static io.eastwest.model.schema.Shape.integer;
import static io.eastwest.model.schema.Shape.listOf;
import static io.eastwest.model.schema.Shape.object;
import static io.eastwest.model.schema.Shape.text;

import io.eastwest.model.gatewayapi.GatewayApiChannel;

/** Filters of HTTPRoute and GRPCRoute. That the type names the one member that is set is checked by the reader. */
final class HttpFilterShapes {
    private static final Shape HEADER_NAME = text().size(1, 256).form(GatewayForms.HEADER_NAME);
    private static final Shape HEADER_VALUE = text().size(1, 4096);

    private static final Shape MIRROR = object().require("backendRef")
            .field("backendRef", ReferenceShapes.BACKEND)
            .field("percent", integer().between(0, 100))
            .field(
                    "fraction",
                    object().require("numerator")
                            .field("numerator", integer().atLeast(0))
                            .field("denominator", integer().atLeast(1).standard(100))
                            .check(FilterRules::checkFraction))
            .check(FilterRules::checkMirror);

    private static final Shape HOST = text().size(1, 253).form(GatewayForms.HOST);

    private static final Shape PATH_MODIFIER =
            object().field("replaceFullPath", text().atMost(1024)).field("replacePrefixMatch", text().atMost(1024));

    private static final Shape REDIRECT = object().field("scheme", text().in("http", "https"))
            .field("hostname", HOST)
            .field("path", PATH_MODIFIER)
            .field("port", ReferenceShapes.PORT)
            .field(
                    "statusCode",
                    integer().check(FilterRules::checkRedirectStatus).standard(302));

    private static final Shape REWRITE = object().field("hostname", HOST).field("path", PATH_MODIFIER);

    private static final Shape CORS = object().field(
                    "allowOrigins",
                    listOf(text().size(1, 253).form(GatewayForms.ORIGIN))
                            .atMost(64)
                            .distinct()
                            .check(FilterRules::checkWildcard))
            .field("allowCredentials", bool())
            .field(
                    "allowMethods",
                    listOf(text().in(
                                            "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE",
                                            "PATCH", "*"))
                            .atMost(9)
                            .distinct()
                            .check(FilterRules::checkWildcard))
            .field("allowHeaders", listOf(HEADER_NAME).atMost(64).distinct().check(FilterRules::checkWildcard))
            .field("exposeHeaders", listOf(HEADER_NAME).atMost(64).distinct())
            .field("maxAge", integer().atLeast(1).standard(5));

    private static final Shape ALLOWED_HEADERS = listOf(text()).atMost(64).distinct();

    private static final Shape EXTERNAL_AUTH = object().require("protocol", "backendRef")
            .field("protocol", text().in("HTTP", "GRPC"))
            .field("backendRef", ReferenceShapes.BACKEND)
            .field("grpc", object().field("allowedHeaders", ALLOWED_HEADERS))
            .field(
                    "http",
                    object().field("path", text().atMost(1024).form(GatewayForms.PATH))
                            .field("allowedHeaders", ALLOWED_HEADERS)
                            .field("allowedResponseHeaders", ALLOWED_HEADERS))
            .field("forwardBody", object().field("maxSize", integer()))
            .check(FilterRules::checkExternalAuth);

    private HttpFilterShapes() {}

    static Shape headerName() {
        return HEADER_NAME;
    }

    /** Value of a header that is matched or written; the experimental channel has rules for its characters. */
    static Shape headerValue(GatewayApiChannel channel) {
        return channel == GatewayApiChannel.STANDARD ? HEADER_VALUE : HEADER_VALUE.form(GatewayForms.HEADER_VALUE);
    }

    /** Filters of one rule or backend of an HTTPRoute. */
    static Shape http(GatewayApiChannel channel) {
        Shape filter = grpcFilter(channel)
                .field("requestRedirect", REDIRECT)
                .field("urlRewrite", REWRITE)
                .field("cors", CORS);
        Shape each = channel == GatewayApiChannel.STANDARD
                ? filter.check(FilterRules::refuseExternalAuth)
                : filter.field("externalAuth", EXTERNAL_AUTH);
        return listOf(each).atMost(16).check(FilterRules::checkRepetition).check(FilterRules::checkRedirectAndRewrite);
    }

    /** Filters of one rule or backend of a GRPCRoute. */
    static Shape grpc(GatewayApiChannel channel) {
        return listOf(grpcFilter(channel)).atMost(16).check(FilterRules::checkRepetition);
    }

    private static Shape grpcFilter(GatewayApiChannel channel) {
        Shape header =
                object().require("name", "value").field("name", HEADER_NAME).field("value", headerValue(channel));
        Shape headers = listOf(header).atMost(16).keyedBy("name");
        Shape modifier = object().field("set", headers)
                .field("add", headers)
                .field("remove", listOf(text()).atMost(16).distinct());
        return object().field("requestHeaderModifier", modifier)
                .field("responseHeaderModifier", modifier)
                .field("requestMirror", MIRROR)
                .field("extensionRef", ReferenceShapes.LOCAL);
    }
}
