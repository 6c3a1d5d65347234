package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.issue.IssueText;
import java.util.Locale;
import java.util.Set;

/** Protocols of ports, without regard to case. Mirrors istio 1.30.3 {@code pkg/config/protocol/instance.go:Parse}. */
final class Protocols {
    private static final Set<String> HTTP = Sets.of("http", "http2", "http_proxy", "grpc", "grpc-web");
    private static final Set<String> TLS = Sets.of("https", "tls");
    private static final Set<String> PLAIN = Sets.of("tcp", "mongo", "redis", "mysql");
    private static final String HINT =
            "use HTTP, HTTP2, HTTP_PROXY, GRPC, GRPC-Web, HTTPS, TLS, TCP, UDP, Mongo, Redis or MySQL";

    private Protocols() {}

    static boolean isHttp(String protocol) {
        return HTTP.contains(lower(protocol));
    }

    static boolean isTls(String protocol) {
        return TLS.contains(lower(protocol));
    }

    static boolean isTcp(String protocol) {
        return PLAIN.contains(lower(protocol)) || isTls(protocol);
    }

    static boolean isKnown(String protocol) {
        return isHttp(protocol) || isTcp(protocol) || lower(protocol).equals("udp");
    }

    static void check(String protocol, DocumentPath path, ManifestIssues issues) {
        if (!isKnown(protocol)) {
            String message = "must be a protocol that Istio knows but was " + IssueText.quote(protocol);
            issues.error(IssueCode.PROTOCOL_UNKNOWN, path, message, HINT);
        }
    }

    /** A protocol that is left out is found out by looking at the traffic. */
    static void checkOptional(String protocol, DocumentPath path, ManifestIssues issues) {
        if (!protocol.isEmpty()) {
            check(protocol, path, issues);
        }
    }

    private static String lower(String protocol) {
        return protocol.toLowerCase(Locale.ROOT);
    }
}
