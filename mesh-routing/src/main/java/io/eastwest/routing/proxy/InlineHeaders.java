package io.eastwest.routing.proxy;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Headers that Envoy keeps in one line: several lines of one name become one, joined by a comma.
 *
 * <p>Mirrors envoy envoy/http/header_map.h:INLINE_REQ_HEADERS and the inline headers that the filters of Istio register.
 */
final class InlineHeaders {
    private static final SortedSet<String> NAMES = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "accept",
            "accept-encoding",
            "access-control-request-headers",
            "access-control-request-method",
            "authorization",
            "cache-control",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "grpc-accept-encoding",
            "grpc-timeout",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "keep-alive",
            "origin",
            "pragma",
            "proxy-connection",
            "range",
            "te",
            "transfer-encoding",
            "upgrade",
            "user-agent",
            "via",
            "x-client-trace-id",
            "x-forwarded-client-cert",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-port",
            "x-forwarded-proto",
            "x-request-id")));

    private InlineHeaders() {}

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
