package io.eastwest.model.validation;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.H2UpgradePolicy;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.model.istio.networking.TcpConnectionPool;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits of connections. Mirrors istio 1.30.3 {@code pkg/config/validation/validation.go:validateConnectionPool}.
 */
final class ConnectionPoolRules {
    private ConnectionPoolRules() {}

    static void check(ConnectionPoolSettings pool, DocumentPath path, ManifestIssues issues) {
        if (pool.http().isEmpty() && pool.tcp().isEmpty()) {
            issues.error(IssueCode.OBJECT_EMPTY, path, "has neither tcp nor http", "add one of them or remove it");
        }
        pool.http().ifPresent(http -> check(http, path.field("http"), issues));
        pool.tcp().ifPresent(tcp -> check(tcp, path.field("tcp"), issues));
    }

    private static void check(HttpConnectionPool http, DocumentPath path, ManifestIssues issues) {
        Quantities.checkNotNegative(http.http1MaxPendingRequests(), path.field("http1MaxPendingRequests"), issues);
        Quantities.checkNotNegative(http.http2MaxRequests(), path.field("http2MaxRequests"), issues);
        Quantities.checkNotNegative(http.maxRequestsPerConnection(), path.field("maxRequestsPerConnection"), issues);
        Quantities.checkNotNegative(http.maxRetries(), path.field("maxRetries"), issues);
        Quantities.checkNotNegative(http.maxConcurrentStreams(), path.field("maxConcurrentStreams"), issues);
        check(http.idleTimeout(), path.field("idleTimeout"), issues);
        boolean upgrade =
                http.h2UpgradePolicy().filter(H2UpgradePolicy.UPGRADE::equals).isPresent();
        if (upgrade && http.useClientProtocol().orElse(false)) {
            String message = "must not be true beside h2UpgradePolicy UPGRADE";
            issues.error(IssueCode.FIELD_CONFLICT, path.field("useClientProtocol"), message, "remove one of them");
        }
    }

    private static void check(TcpConnectionPool tcp, DocumentPath path, ManifestIssues issues) {
        Quantities.checkNotNegative(tcp.maxConnections(), path.field("maxConnections"), issues);
        check(tcp.connectTimeout(), path.field("connectTimeout"), issues);
        check(tcp.maxConnectionDuration(), path.field("maxConnectionDuration"), issues);
        // Less than a millisecond is no timeout at all.
        check(tcp.idleTimeout().filter(time -> time.toMillis() != 0), path.field("idleTimeout"), issues);
        tcp.tcpKeepalive().ifPresent(keepalive -> {
            DocumentPath at = path.field("tcpKeepalive");
            check(keepalive.time(), at.field("time"), issues);
            check(keepalive.interval(), at.field("interval"), issues);
        });
    }

    private static void check(Optional<Duration> time, DocumentPath path, ManifestIssues issues) {
        time.ifPresent(value -> Quantities.checkDuration(value, path, issues));
    }
}
