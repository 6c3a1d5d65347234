package io.eastwest.routing.destination;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.networking.ConnectionPoolSettings;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.model.istio.networking.RetryBudget;
import io.eastwest.model.istio.networking.TcpConnectionPool;
import io.eastwest.routing.envoy.CircuitBreakers;
import io.eastwest.routing.envoy.ClusterBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Timeouts and limits of a cluster. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_traffic_policy.go:applyConnectionPool, applyRetryBudget}.
 */
final class ConnectionLimits {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final double RETRY_PERCENT = 20;
    private static final int RETRY_CONCURRENCY = 3;

    private ConnectionLimits() {}

    static void apply(
            Optional<ConnectionPoolSettings> settings,
            Optional<RetryBudget> budget,
            MeshConfig mesh,
            ClusterBuilder cluster) {
        Optional<TcpConnectionPool> tcp = settings.flatMap(ConnectionPoolSettings::tcp);
        Optional<HttpConnectionPool> http = settings.flatMap(ConnectionPoolSettings::http);
        cluster.connectTimeout(tcp.flatMap(TcpConnectionPool::connectTimeout).orElseGet(() -> connectTimeout(mesh)));
        cluster.idleTimeout(
                http.flatMap(HttpConnectionPool::idleTimeout).or(() -> tcp.flatMap(TcpConnectionPool::idleTimeout)));
        cluster.maxRequestsPerConnection(unlessZero(
                http.map(HttpConnectionPool::maxRequestsPerConnection).orElseGet(OptionalInt::empty)));
        cluster.circuitBreakers(CircuitBreakers.builder()
                .maxConnections(limit(tcp, TcpConnectionPool::maxConnections))
                .maxPendingRequests(limit(http, HttpConnectionPool::http1MaxPendingRequests))
                .maxRequests(limit(http, HttpConnectionPool::http2MaxRequests))
                .maxRetries(limit(http, HttpConnectionPool::maxRetries))
                .retryBudget(budget.map(ConnectionLimits::budget))
                .build());
    }

    static Duration connectTimeout(MeshConfig mesh) {
        return mesh.connectTimeout().orElse(CONNECT_TIMEOUT);
    }

    private static CircuitBreakers.RetryBudget budget(RetryBudget budget) {
        int concurrency = budget.minRetryConcurrency().orElse(0);
        return new CircuitBreakers.RetryBudget(
                budget.percent().orElse(RETRY_PERCENT), concurrency > 0 ? concurrency : RETRY_CONCURRENCY);
    }

    private static <T> OptionalLong limit(Optional<T> pool, Function<T, OptionalInt> field) {
        OptionalInt value = unlessZero(pool.map(field).orElseGet(OptionalInt::empty));
        return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
    }

    private static OptionalInt unlessZero(OptionalInt value) {
        return value.orElse(0) > 0 ? value : OptionalInt.empty();
    }
}
