package io.eastwest.routing.cluster;

import static io.eastwest.routing.fixture.Meshes.HOST;
import static io.eastwest.routing.fixture.Meshes.endpoint;
import static io.eastwest.routing.fixture.Meshes.proxy;
import static io.eastwest.routing.fixture.Meshes.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.networking.DestinationRule;
import io.eastwest.model.istio.networking.DestinationRuleSpec;
import io.eastwest.model.istio.networking.Subset;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.SubsetKey;
import io.eastwest.routing.fixture.HandMadeView;
import io.eastwest.routing.scope.ProxyScopes;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshProxy;
import io.eastwest.routing.view.MeshServicePort;
import io.eastwest.routing.view.PortProtocol;
import io.eastwest.routing.view.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of clusters: what they stand for, what is told of it, and what decides about it. */
class ClusterTraceTest {
    private final HandMadeView view =
            new HandMadeView().with(service().build(), endpoint("10.0.0.1").build());

    private ClusterFactory clusters(MeshProxy.Kind kind) {
        return ClusterFactory.of(
                ProxyScopes.of(view, List.of()).scope(proxy().kind(kind).build()));
    }

    @Nested
    class Told {
        private List<String> of(TraceStep.Stage stage, String name) {
            List<String> told = new ArrayList<>();
            clusters(MeshProxy.Kind.SIDECAR).trace(name, new TraceSink() {
                @Override
                public boolean isRecording() {
                    return true;
                }

                @Override
                public void step(TraceStep step) {
                    if (step.stage() == stage) {
                        told.add((step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason()
                                + (step.path().isEmpty() ? "" : " at " + step.path()));
                    }
                }
            });
            return told;
        }

        @Test
        void isTheServiceOrThatItIsNotThere() {
            assertThat(of(TraceStep.Stage.SERVICE, "outbound|80||" + HOST))
                    .containsExactly("+ shop/api: hostname " + HOST + ", port 80");
            assertThat(of(TraceStep.Stage.SERVICE, "outbound|90||" + HOST))
                    .containsExactly("- shop/api: port: expected one of [80] but was 90 at spec.ports");
            assertThat(of(TraceStep.Stage.SERVICE, "outbound|80||nobody.example"))
                    .containsExactly("- nobody.example: no service has the hostname");
        }

        @Test
        void isWhyServicesOfOtherNamespacesAreNotUsed() {
            view.with(service()
                    .namespace("web")
                    .addPort(new MeshServicePort("b", 90, PortProtocol.HTTP, ""))
                    .build());

            assertThat(of(TraceStep.Stage.SERVICE, "outbound|80||" + HOST))
                    .containsExactly(
                            "+ shop/api: hostname " + HOST + ", port 80",
                            "- web/api: namespace: expected shop which has this hostname too but was web");
        }

        @Test
        void isTheSubsetOrThoseThatThereAre() {
            assertThat(of(TraceStep.Stage.SUBSET, "outbound|80|v1|" + HOST))
                    .containsExactly("- v1: subset: expected a DestinationRule but was v1");

            view.with(DestinationRule.of(
                    "shop",
                    "api",
                    DestinationRuleSpec.host(
                            HOST, Subset.of("v1", "version", "v1"), Subset.of("v2", "version", "v2"))));

            assertThat(of(TraceStep.Stage.SUBSET, "outbound|80|v1|" + HOST))
                    .containsExactly("+ v1: labels {version=v1} at spec.subsets[0]");
            assertThat(of(TraceStep.Stage.SUBSET, "outbound|80|v3|" + HOST))
                    .containsExactly("- v3: subset: expected one of [v1, v2] but was v3");
            assertThat(of(TraceStep.Stage.SUBSET, "outbound|80||" + HOST)).isEmpty();
        }
    }

    @Nested
    class Policies {
        private String of(MeshProxy.Kind kind, String direction, int port, String subset) {
            return clusters(kind)
                    .policy(new SubsetKey(direction, port, subset, HOST))
                    .map(policy -> policy.cluster().name() + " for "
                            + policy.target().port().number() + " of "
                            + policy.target().service().name()
                            + policy.locality().map(each -> " by place").orElse(""))
                    .orElse("none");
        }

        @Test
        void areThoseOfTheClusterToAService() {
            assertThat(of(MeshProxy.Kind.SIDECAR, "outbound", 80, ""))
                    .isEqualTo("outbound|80||" + HOST + " for 80 of api");
            assertThat(of(MeshProxy.Kind.SIDECAR, "outbound", 90, "")).isEqualTo("none");
            assertThat(of(MeshProxy.Kind.SIDECAR, "outbound", 80, "v1")).isEqualTo("none");
        }

        @Test
        void atAWaypointAreThoseOfTheServiceThatItServes() {
            assertThat(of(MeshProxy.Kind.WAYPOINT, "inbound-vip", 80, "http"))
                    .isEqualTo("inbound-vip|80|http|" + HOST + " for 80 of api");
            assertThat(of(MeshProxy.Kind.WAYPOINT, "inbound-vip", 80, "tcp")).isEqualTo("none");
            assertThat(of(MeshProxy.Kind.WAYPOINT, "outbound", 80, ""))
                    .isEqualTo("outbound|80||" + HOST + " for 80 of api");
        }
    }

    @Nested
    class FixedNames {
        @ParameterizedTest
        @CsvSource({
            "SIDECAR, PassthroughCluster, true",
            "SIDECAR, InboundPassthroughCluster, true",
            "SIDECAR, BlackHoleCluster, true",
            "SIDECAR, encap, false",
            "ROUTER, InboundPassthroughCluster, false",
            "ROUTER, encap, false",
            "WAYPOINT, encap, true",
            "WAYPOINT, PassthroughCluster, false",
            "SIDECAR, inbound-vip|80|http|api.shop.svc.cluster.local, false",
            "WAYPOINT, inbound-vip|80|http|api.shop.svc.cluster.local, true",
            "WAYPOINT, inbound-vip|80|tcp|api.shop.svc.cluster.local, false",
            "WAYPOINT, inbound-vip|80|x|api.shop.svc.cluster.local, false",
        })
        void areForSomeProxies(MeshProxy.Kind kind, String name, boolean expected) {
            Optional<Cluster> cluster = clusters(kind).cluster(name);

            assertThat(cluster.isPresent()).isEqualTo(expected);
            assertThat(cluster.map(Cluster::name).orElse(name)).isEqualTo(name);
        }
    }

    @Test
    void anAliasHasNoClusterThoughItHasPorts() {
        view.with(service("alias.example", Resolution.ALIAS).build());
        ClusterFactory clusters = clusters(MeshProxy.Kind.SIDECAR);

        assertThat(clusters.cluster("outbound|80||alias.example")).isEmpty();
        assertThat(clusters.cluster("outbound|80||" + HOST).map(Cluster::type)).contains(ClusterType.EDS);
    }
}
