package io.eastwest.routing.destination;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshH2UpgradePolicy;
import io.eastwest.model.istio.mesh.MeshProxyConfig;
import io.eastwest.model.istio.mesh.ProxyHeaders;
import io.eastwest.model.istio.networking.H2UpgradePolicy;
import io.eastwest.model.istio.networking.HttpConnectionPool;
import io.eastwest.routing.envoy.UpstreamProtocol;
import io.eastwest.routing.view.MeshProxy.Kind;
import io.eastwest.routing.view.PortProtocol;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpstreamProtocolsTest {
    private static final MeshConfig PLAIN = MeshConfig.builder().build();
    private static final MeshConfig UPGRADING =
            MeshConfig.builder().h2UpgradePolicy(MeshH2UpgradePolicy.UPGRADE).build();
    private static final MeshConfig KEEPING_CASE = UPGRADING.toBuilder()
            .defaultConfig(MeshProxyConfig.builder()
                    .proxyHeaders(
                            ProxyHeaders.builder().preserveHttp1HeaderCase(true).build())
                    .build())
            .build();

    private static Optional<HttpConnectionPool> pool(H2UpgradePolicy policy) {
        return Optional.of(HttpConnectionPool.builder().h2UpgradePolicy(policy).build());
    }

    private static UpstreamProtocol outbound(PortProtocol port, MeshConfig mesh) {
        return UpstreamProtocols.outbound(port, Kind.SIDECAR, mesh, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, SIDECAR, HTTP_1",
        "HTTP2, SIDECAR, HTTP_2",
        "GRPC, ROUTER, HTTP_2",
        "GRPC_WEB, SIDECAR, HTTP_2",
        "TCP, SIDECAR, HTTP_1",
        "UNSUPPORTED, SIDECAR, AS_DOWNSTREAM",
        "UNSUPPORTED, WAYPOINT, AS_DOWNSTREAM",
        "UNSUPPORTED, ROUTER, HTTP_1"
    })
    void thePortDecides(PortProtocol port, Kind proxy, UpstreamProtocol expected) {
        assertThat(UpstreamProtocols.outbound(port, proxy, PLAIN, Optional.empty()))
                .isEqualTo(expected);
        assertThat(UpstreamProtocols.inbound(port, proxy, Optional.empty())).isEqualTo(expected);
    }

    @Nested
    class TheMesh {
        @ParameterizedTest
        @CsvSource({
            "HTTP, HTTP_2",
            "HTTP_PROXY, HTTP_2",
            "GRPC, HTTP_2",
            "TCP, HTTP_1",
            "HTTPS, HTTP_1",
            "UNSUPPORTED, AS_DOWNSTREAM"
        })
        void mayUpgradePortsOfHttp(PortProtocol port, UpstreamProtocol expected) {
            assertThat(outbound(port, UPGRADING)).isEqualTo(expected);
        }

        @Test
        void upgradesNothingByItself() {
            assertThat(outbound(PortProtocol.HTTP, PLAIN)).isEqualTo(UpstreamProtocol.HTTP_1);
        }

        @Test
        void upgradesNothingWhereTheCaseOfHeadersIsKept() {
            assertThat(outbound(PortProtocol.HTTP, KEEPING_CASE)).isEqualTo(UpstreamProtocol.HTTP_1);
            assertThat(UpstreamProtocols.outbound(
                            PortProtocol.TCP, Kind.SIDECAR, KEEPING_CASE, pool(H2UpgradePolicy.UPGRADE)))
                    .isEqualTo(UpstreamProtocol.HTTP_2);
        }
    }

    @Nested
    class TheRule {
        @Test
        void comesBeforeTheMesh() {
            assertThat(UpstreamProtocols.outbound(
                            PortProtocol.HTTP, Kind.SIDECAR, PLAIN, pool(H2UpgradePolicy.UPGRADE)))
                    .isEqualTo(UpstreamProtocol.HTTP_2);
            assertThat(UpstreamProtocols.outbound(
                            PortProtocol.HTTP, Kind.SIDECAR, UPGRADING, pool(H2UpgradePolicy.DO_NOT_UPGRADE)))
                    .isEqualTo(UpstreamProtocol.HTTP_1);
            assertThat(UpstreamProtocols.outbound(
                            PortProtocol.HTTP, Kind.SIDECAR, UPGRADING, pool(H2UpgradePolicy.DEFAULT)))
                    .isEqualTo(UpstreamProtocol.HTTP_2);
        }

        @Test
        void mayFollowTheClientWhateverElseIsSaid() {
            Optional<HttpConnectionPool> following = Optional.of(HttpConnectionPool.builder()
                    .h2UpgradePolicy(H2UpgradePolicy.UPGRADE)
                    .useClientProtocol(true)
                    .build());

            assertThat(UpstreamProtocols.outbound(PortProtocol.HTTP, Kind.SIDECAR, UPGRADING, following))
                    .isEqualTo(UpstreamProtocol.AS_DOWNSTREAM);
            assertThat(UpstreamProtocols.inbound(PortProtocol.GRPC, Kind.SIDECAR, following))
                    .isEqualTo(UpstreamProtocol.AS_DOWNSTREAM);
        }
    }
}
