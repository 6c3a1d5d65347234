package io.eastwest.routing.destination;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshH2UpgradePolicy;
import io.eastwest.model.istio.networking.H2UpgradePolicy;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.PortProtocol;
import java.util.Optional;

/**
 * The HTTP version that a cluster speaks. Mirrors istio 1.30.3 {@code
 * pilot/pkg/networking/core/cluster_builder.go:setUpstreamProtocol} and {@code
 * cluster_traffic_policy.go:applyH2Upgrade, applyConnectionPool}.
 */
final class UpstreamProtocols {
    private UpstreamProtocols() {}

    static UpstreamProtocol outbound(
            PortProtocol port, MeshProxy.Kind proxy, MeshConfig mesh, Optional<HttpConnectionPool> pool) {
        UpstreamProtocol own = declared(port, proxy);
        boolean fixed = own != UpstreamProtocol.HTTP_1 || keepsHeaderCase(port, mesh);
        UpstreamProtocol upgraded = !fixed && isUpgraded(port, mesh, pool) ? UpstreamProtocol.HTTP_2 : own;
        return withClient(pool, upgraded);
    }

    static UpstreamProtocol inbound(PortProtocol port, MeshProxy.Kind proxy, Optional<HttpConnectionPool> pool) {
        return withClient(pool, declared(port, proxy));
    }

    private static UpstreamProtocol withClient(Optional<HttpConnectionPool> pool, UpstreamProtocol otherwise) {
        return usesClientProtocol(pool) ? UpstreamProtocol.AS_DOWNSTREAM : otherwise;
    }

    private static UpstreamProtocol declared(PortProtocol port, MeshProxy.Kind proxy) {
        if (port.isHttp2()) {
            return UpstreamProtocol.HTTP_2;
        }
        return port == PortProtocol.UNSUPPORTED && proxy != MeshProxy.Kind.ROUTER
                ? UpstreamProtocol.AS_DOWNSTREAM
                : UpstreamProtocol.HTTP_1;
    }

    private static boolean keepsHeaderCase(PortProtocol port, MeshConfig mesh) {
        return (port.isHttp() || port == PortProtocol.UNSUPPORTED)
                && mesh.defaultConfig()
                        .flatMap(config -> config.proxyHeaders())
                        .flatMap(headers -> headers.preserveHttp1HeaderCase())
                        .orElse(false);
    }

    private static boolean isUpgraded(PortProtocol port, MeshConfig mesh, Optional<HttpConnectionPool> pool) {
        return switch (pool.flatMap(HttpConnectionPool::h2UpgradePolicy).orElse(H2UpgradePolicy.DEFAULT)) {
            case UPGRADE -> true;
            case DO_NOT_UPGRADE -> false;
            case DEFAULT ->
                port.isHttp()
                        && mesh.h2UpgradePolicy()
                                .filter(policy -> policy == MeshH2UpgradePolicy.UPGRADE)
                                .isPresent();
        };
    }

    private static boolean usesClientProtocol(Optional<HttpConnectionPool> pool) {
        return pool.flatMap(HttpConnectionPool::useClientProtocol).orElse(false);
    }
}
