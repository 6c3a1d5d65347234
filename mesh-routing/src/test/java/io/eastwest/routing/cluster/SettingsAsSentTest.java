package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshResource;
import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.OutlierSettings;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Registry;
import io.eastwest.routing.view.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What istiod sends of the settings of a cluster: load-balancing.md 1.7, 3.5, 7.1. */
class SettingsAsSentTest {
    private static Cluster cluster(String policy) {
        HandMadeView view = new HandMadeView()
                .with(service().build(), endpoint("10.0.0.1").build())
                .with(resource(
                        SmallMesh.istio("DestinationRule", "shop/api", "{host: api, trafficPolicy: " + policy + "}")));
        return find(view, "outbound|80||" + HOST).orElseThrow();
    }

    private static MeshResource resource(String text) {
        return (DestinationRule) ManifestReader.pruning()
                .read("rule.yaml", text)
                .orThrow()
                .get(0)
                .resource();
    }

    private static Optional<Cluster> find(HandMadeView view, String name) {
        return ClusterFactory.of(ProxyScopes.of(view, List.of()).scope(proxy().build()))
                .cluster(name);
    }

    @Nested
    class OutlierDetection {
        private static OutlierSettings sent(String detection) {
            return cluster("{outlierDetection: " + detection + "}")
                    .outlierDetection()
                    .orElseThrow();
        }

        @Test
        void ofNothingIsLeftToEnvoy() {
            assertThat(sent("{}")).isEqualTo(OutlierSettings.builder().build());
        }

        @Test
        void ofNoErrorsIsNotEnforced() {
            OutlierSettings settings = sent("{consecutive5xxErrors: 0, consecutiveGatewayErrors: 0}");

            assertThat(settings.enforcingConsecutive5xx()).hasValue(0);
            assertThat(settings.enforcingConsecutiveGatewayFailure()).hasValue(0);
        }

        @Test
        void ofSomeErrorsIsEnforcedAlways() {
            OutlierSettings settings = sent("{consecutive5xxErrors: 7, consecutiveGatewayErrors: 3}");

            assertThat(settings.consecutive5xx()).hasValue(7);
            assertThat(settings.enforcingConsecutive5xx()).hasValue(100);
            assertThat(settings.consecutiveGatewayFailure()).hasValue(3);
            assertThat(settings.enforcingConsecutiveGatewayFailure()).hasValue(100);
        }

        @Test
        void ofLocalFailuresCountsOnlyWhereTheyAreSplit() {
            assertThat(sent("{consecutiveLocalOriginFailures: 3}").consecutiveLocalOriginFailure())
                    .isEmpty();

            OutlierSettings split = sent("{consecutiveLocalOriginFailures: 3, splitExternalLocalOriginErrors: true}");
            assertThat(split.consecutiveLocalOriginFailure()).hasValue(3);
            assertThat(split.enforcingConsecutiveLocalOriginFailure()).hasValue(100);
        }

        @Test
        void ofNoPercentageIsThatOfEnvoy() {
            assertThat(sent("{maxEjectionPercent: 0}").maxEjectionPercent()).isEmpty();
            assertThat(sent("{maxEjectionPercent: 40}").maxEjectionPercent()).hasValue(40);
        }

        @Test
        void ofTheDeprecatedCountIsIgnored() {
            assertThat(sent("{consecutiveErrors: 3}"))
                    .isEqualTo(OutlierSettings.builder().build());
        }
    }

    @Nested
    class Limits {
        @Test
        void ofZeroAreNone() {
            Cluster cluster = cluster("{connectionPool: {tcp: {maxConnections: 0}, http: {http2MaxRequests: 0,"
                    + " http1MaxPendingRequests: 0, maxRetries: 0, maxRequestsPerConnection: 0}}}");

            assertThat(cluster.circuitBreakers()).isEqualTo(cluster("{}").circuitBreakers());
            assertThat(cluster.maxRequestsPerConnection()).isEqualTo(OptionalInt.empty());
        }

        @Test
        void ofHttpIdlenessComeBeforeThoseOfTcp() {
            assertThat(cluster("{connectionPool: {tcp: {idleTimeout: 7s}, http: {idleTimeout: 5s}}}")
                            .idleTimeout()
                            .orElseThrow())
                    .hasSeconds(5);
            assertThat(cluster("{connectionPool: {tcp: {idleTimeout: 7s}, http: {maxRetries: 1}}}")
                            .idleTimeout()
                            .orElseThrow())
                    .hasSeconds(7);
        }
    }

    @Nested
    class MutualTls {
        private static UpstreamTls.Mode mode(String peers) {
            SmallMesh mesh = SmallMesh.of(
                    SmallMesh.service("shop/api", 2, "http 80"), SmallMesh.service("web/web", 1, "http 80"), peers);
            ProxyAnswer answer = mesh.sidecar(
                    "web/web-1",
                    "10.96.0.2:80",
                    Optional.empty(),
                    Optional.of(SmallMesh.request("GET", "api.shop", "/")));
            return answer.clusters().get(0).cluster().orElseThrow().tls().mode();
        }

        private static String peers(String namespace, String mode) {
            return "---\n{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: default, namespace: "
                    + namespace + "}, spec: {mtls: {mode: " + mode + "}}}\n";
        }

        @Test
        void isOffWhereTheNamespaceOfTheServiceTurnsItOff() {
            assertThat(mode(peers("shop", "DISABLE"))).isEqualTo(UpstreamTls.Mode.NONE);
            assertThat(mode(peers("istio-system", "DISABLE"))).isEqualTo(UpstreamTls.Mode.NONE);
        }

        @Test
        void isOnByDefaultAndWhereOnlyTheClientTurnsItOff() {
            assertThat(mode(peers("shop", "PERMISSIVE"))).isEqualTo(UpstreamTls.Mode.AUTO);
            assertThat(mode(peers("web", "DISABLE"))).isEqualTo(UpstreamTls.Mode.AUTO);
        }
    }

    @Nested
    class NamesThatTheClientChooses {
        @ParameterizedTest
        @CsvSource({
            "HTTP, true",
            "HTTP2, true",
            "GRPC, true",
            "TLS, true",
            "TCP, false",
            "HTTPS, false",
            "UNSUPPORTED, false",
            "UDP, false"
        })
        void haveClustersForTheProtocolsThatTellThem(PortProtocol protocol, boolean made) {
            HandMadeView view = new HandMadeView()
                    .with(service("*.example", Resolution.DYNAMIC_DNS)
                            .registry(Registry.EXTERNAL)
                            .addPort(new MeshServicePort("other", 81, protocol, ""))
                            .build());

            assertThat(find(view, "outbound|81||*.example").isPresent()).isEqualTo(made);
        }
    }
}
