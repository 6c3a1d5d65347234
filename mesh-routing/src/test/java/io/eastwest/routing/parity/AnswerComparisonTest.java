package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.EndpointHealth;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.proxy.ClusterShare;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.Reason;
import io.eastwest.routing.proxy.TargetShare;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AnswerComparisonTest {
    private static final ProxyAnswer RIGHT = Sample.answer();

    @Test
    void aRightAnswerHasNoDifference() {
        assertThat(compare(RIGHT)).isEmpty();
    }

    @Test
    void aDifferenceNamesFieldExpectedAndActual() {
        assertThat(compare(RIGHT.toBuilder().listener("virtualOutbound").build()))
                .extracting(Difference::toString)
                .containsExactly("listener: expected \"0.0.0.0_80\" but was \"virtualOutbound\"");
    }

    @Test
    void aRecordedFieldThatNothingComparesIsADifference() {
        ObjectNode recorded = Sample.RECORDED.deepCopy();
        recorded.put("weather", "rain");

        assertThat(fields(AnswerComparison.compare(Sample.CALL, recorded, RIGHT)))
                .containsExactly("weather");
    }

    @Nested
    class Names {
        @Test
        void eachNameIsCompared() {
            ProxyAnswer wrong = RIGHT.toBuilder()
                    .listener("x")
                    .filterChain("x")
                    .routeConfiguration("x")
                    .virtualHost("x")
                    .route(Sample.route().toBuilder().name("x").build())
                    .build();

            assertThat(fields(compare(wrong)))
                    .containsExactly("listener", "filterChain", "routeConfiguration", "virtualHost", "route");
        }

        @Test
        void anEmptyNameIsNotAMissingName() {
            assertThat(fields(compare(
                            RIGHT.toBuilder().filterChain(Optional.empty()).build())))
                    .containsExactly("filterChain");
        }
    }

    @Nested
    class Outcomes {
        @Test
        void kindStatusFlagsClosedAndReasonAreCompared() {
            Outcome wrong = Outcome.builder()
                    .kind(Outcome.Kind.REFUSED)
                    .share(Share.ONE)
                    .status(503)
                    .flags("UH")
                    .closed(true)
                    .reason(Reason.NO_HEALTHY_UPSTREAM)
                    .build();

            assertThat(fields(compare(RIGHT.toBuilder().outcomes(List.of(wrong)).build())))
                    .containsExactly("result.kind", "result.status", "result.flags", "result.closed", "result.detail");
        }

        @Test
        void anUnexpectedSecondOutcomeIsADifference() {
            Outcome refused = Outcome.builder()
                    .kind(Outcome.Kind.REFUSED)
                    .share(Share.of(1, 2))
                    .status(503)
                    .flags("UH")
                    .reason(Reason.NO_HEALTHY_UPSTREAM)
                    .build();
            List<Outcome> outcomes = List.of(Sample.forwarded(Share.of(1, 2)), refused);

            assertThat(fields(compare(RIGHT.toBuilder().outcomes(outcomes).build())))
                    .containsExactly("outcomes", "outcomes");
        }
    }

    @Nested
    class Shares {
        @Test
        void aWrongShareOfAnEndpointIsADifference() {
            ProxyAnswer wrong = withEndpoints(targets -> {
                targets.set(0, share(targets.get(0), Share.of(6, 20)));
                targets.set(1, share(targets.get(1), Share.of(12, 20)));
            });

            assertThat(fields(compare(wrong)))
                    .containsExactly("endpoints[10.0.0.1:8080].hits", "endpoints[10.0.0.2:8080].hits");
        }

        @Test
        void aMissingEndpointIsADifference() {
            assertThat(fields(compare(withEndpoints(targets -> targets.remove(0)))))
                    .contains("endpoints[10.0.0.1:8080].hits");
        }

        @Test
        void anEndpointThatNobodyHitIsADifference() {
            ProxyAnswer wrong = withEndpoints(targets -> {
                targets.set(0, share(targets.get(0), Share.of(7, 20)));
                targets.add(new TargetShare(Sample.V1, Sample.endpoint(9, true), 0, Share.of(2, 20)));
            });

            assertThat(fields(compare(wrong))).contains("endpoints[10.0.0.9:8080].hits");
        }

        @Test
        void aWrongWeightOfAClusterIsADifference() {
            assertThat(fields(compare(
                            withCluster(0, new ClusterShare(Sample.V1, 9, Share.of(9, 10), Optional.of(Sample.v1()))))))
                    .containsExactly("clusters[" + Sample.V1 + "].configuredWeight");
        }

        @Test
        void aWrongShareOfAClusterIsADifference() {
            assertThat(fields(compare(
                            withCluster(0, new ClusterShare(Sample.V1, 90, Share.of(1, 2), Optional.of(Sample.v1()))))))
                    .containsExactly("clusters[" + Sample.V1 + "].hits");
        }

        @Test
        void anUnrecordedClusterIsADifference() {
            List<ClusterShare> clusters = new ArrayList<>(RIGHT.clusters());
            clusters.add(new ClusterShare("other", 1, Share.ZERO, Optional.empty()));

            assertThat(fields(compare(RIGHT.toBuilder().clusters(clusters).build())))
                    .containsExactly("clusters.name");
        }

        @Test
        void aWrongShareOfAMirrorIsADifference() {
            ClusterShare all = new ClusterShare(
                    Sample.V2, 1, Share.ONE, RIGHT.mirrors().get(0).cluster());

            assertThat(fields(compare(RIGHT.toBuilder().mirrors(List.of(all)).build())))
                    .containsExactly("mirrored[" + Sample.V2 + "].hits");
        }

        @Test
        void ofOneRequestOnlyTheEndpointThatWasHitIsCompared() {
            ObjectNode recorded = Sample.RECORDED.deepCopy();
            recorded.set("clusters", ParityYaml.parse("""
                    - {name: "outbound|80|v1|tea.shop.svc.cluster.local", configuredWeight: 90, hits: 1}
                    - {name: "outbound|80|v2|tea.shop.svc.cluster.local", configuredWeight: 10, hits: 0}
                    """));
            recorded.set("endpoints", ParityYaml.parse("[{address: \"10.0.0.2:8080\", hits: 1}]"));
            recorded.remove("mirrored");
            ParityCall once = new ParityCall(
                    "split",
                    Sample.CALL.leg(),
                    Sample.CALL.proxy(),
                    Sample.CALL.host(),
                    Sample.CALL.address(),
                    80,
                    Sample.CALL.http(),
                    Sample.CALL.tls(),
                    Sample.CALL.peer(),
                    List.of(),
                    1);

            assertThat(AnswerComparison.compare(once, recorded, RIGHT)).isEmpty();
            assertThat(fields(AnswerComparison.compare(once, recorded, withEndpoints(targets -> targets.remove(1)))))
                    .contains("endpoints[10.0.0.2:8080].hits");
        }
    }

    @Nested
    class Messages {
        @Test
        void whatTheUpstreamSeesIsCompared() {
            ProxyAnswer wrong = withRequest(request -> request.toBuilder()
                    .method("PUT")
                    .authority("x")
                    .path("/x")
                    .headers(List.of(new Header("x-user", "bob"), new Header("x-new", "1")))
                    .serverName("x")
                    .build());

            assertThat(fields(compare(wrong)))
                    .containsExactly(
                            "upstream.method",
                            "upstream.authority",
                            "upstream.path",
                            "upstream.headers.x-tag",
                            "upstream.headers.x-user",
                            "upstream.headers.x-new",
                            "upstream.sni");
        }

        @Test
        void theOrderOfTheValuesOfAHeaderCounts() {
            ProxyAnswer wrong = withRequest(request -> request.toBuilder()
                    .headers(List.of(
                            new Header("x-user", "ann"), new Header("x-tag", "two"), new Header("x-tag", "one")))
                    .build());

            assertThat(fields(compare(wrong))).containsExactly("upstream.headers.x-tag");
        }

        @Test
        void headersOfTheResponseAreCompared() {
            ProxyAnswer wrong = withRequest(
                    request -> request.toBuilder().responseHeaders(List.of()).build());

            assertThat(fields(compare(wrong))).containsExactly("response.headers.x-served");
        }

        @Test
        void theRequestOfTheLowestClusterIsCompared() {
            List<UpstreamRequest> requests = List.of(
                    RIGHT.upstreamRequests().get(0),
                    RIGHT.upstreamRequests().get(1).toBuilder().path("/other").build());

            assertThat(compare(RIGHT.toBuilder().upstreamRequests(requests).build()))
                    .isEmpty();
        }
    }

    @Nested
    class Config {
        @Test
        void aWrongSettingOfTheRouteIsADifference() {
            ForwardAction action = ForwardAction.class.cast(Sample.route().action());
            ProxyRoute wrong = Sample.route().toBuilder()
                    .action(action.toBuilder()
                            .timeout(Duration.ofSeconds(2))
                            .prefixRewrite("/b")
                            .retries(Optional.empty())
                            .mirrors(List.of())
                            .build())
                    .build();

            assertThat(fields(compare(RIGHT.toBuilder().route(wrong).build())))
                    .containsExactlyInAnyOrder(
                            "config.route.timeout",
                            "config.route.retries",
                            "config.route.mirrors",
                            "config.route.prefixRewrite");
        }

        @Test
        void aWrongSettingOfTheClusterIsADifference() {
            assertThat(fields(compare(withV1(Sample.v1().toBuilder()
                            .connectTimeout(Duration.ofSeconds(1))
                            .panicThreshold(0)
                            .build()))))
                    .containsExactly(
                            "config.clusters[" + Sample.V1 + "].connectTimeout",
                            "config.clusters[" + Sample.V1 + "].settings.panicThreshold");
        }

        @Test
        void localityPriorityAndWeightOfAGroupAreCompared() {
            LocalityEndpoints group = Sample.v1().assignment().get(0);

            assertThat(List.of(
                            group.toBuilder().zone("z2").build(),
                            group.toBuilder().priority(1).build(),
                            group.toBuilder().weight(3).build()))
                    .allSatisfy(wrong -> assertThat(fields(compare(withGroup(wrong))))
                            .containsExactly("config.clusters[" + Sample.V1 + "].groups"));
        }

        @Test
        void weightHealthAndTlsOfAnEndpointAreCompared() {
            LocalityEndpoints group = Sample.v1().assignment().get(0);

            assertThat(List.of(
                            Sample.endpoint(2, true).toBuilder().weight(2).build(),
                            Sample.endpoint(2, true).toBuilder()
                                    .health(EndpointHealth.UNHEALTHY)
                                    .build(),
                            Sample.endpoint(2, false)))
                    .allSatisfy(wrong -> assertThat(fields(compare(withGroup(group.toBuilder()
                                    .endpoints(List.of(Sample.endpoint(1, false), wrong))
                                    .build()))))
                            .containsExactly("config.clusters[" + Sample.V1 + "].groups"));
        }

        @Test
        void aMissingEndpointOfAGroupIsADifference() {
            LocalityEndpoints group = Sample.v1().assignment().get(0);

            assertThat(fields(compare(withGroup(group.toBuilder()
                            .endpoints(List.of(Sample.endpoint(1, false)))
                            .build()))))
                    .containsExactly("config.clusters[" + Sample.V1 + "].groups");
        }

        @Test
        void theOwnerOfAnEndpointIsCompared() {
            LocalityEndpoints group = Sample.v1().assignment().get(0);

            assertThat(fields(compare(withGroup(group.toBuilder()
                            .endpoints(List.of(
                                    Sample.endpoint(1, false),
                                    Sample.endpoint(2, true).toBuilder()
                                            .owner("c2/shop/tea-2")
                                            .build()))
                            .build()))))
                    .containsExactly("config.clusters[" + Sample.V1 + "].groups[10.0.0.2:8080].owner");
        }

        @Test
        void theOrderOfEndpointsAndGroupsDoesNotCount() {
            LocalityEndpoints group = Sample.v1().assignment().get(0);

            assertThat(compare(withGroup(group.toBuilder()
                            .endpoints(List.of(Sample.endpoint(2, true), Sample.endpoint(1, false)))
                            .build())))
                    .isEmpty();
        }

        private ProxyAnswer withGroup(LocalityEndpoints group) {
            return withV1(Sample.v1().toBuilder().assignment(List.of(group)).build());
        }

        private ProxyAnswer withV1(Cluster cluster) {
            return withCluster(0, new ClusterShare(Sample.V1, 90, Share.of(9, 10), Optional.of(cluster)));
        }
    }

    private static List<Difference> compare(ProxyAnswer answer) {
        return AnswerComparison.compare(Sample.CALL, Sample.RECORDED, answer);
    }

    private static List<String> fields(List<Difference> differences) {
        return differences.stream().map(Difference::field).toList();
    }

    private static TargetShare share(TargetShare target, Share share) {
        return new TargetShare(target.cluster(), target.endpoint(), target.priority(), share);
    }

    private static ProxyAnswer withEndpoints(Consumer<List<TargetShare>> change) {
        List<TargetShare> targets = new ArrayList<>(RIGHT.endpoints());
        change.accept(targets);
        return RIGHT.toBuilder().endpoints(targets).build();
    }

    private static ProxyAnswer withCluster(int index, ClusterShare cluster) {
        List<ClusterShare> clusters = new ArrayList<>(RIGHT.clusters());
        clusters.set(index, cluster);
        return RIGHT.toBuilder().clusters(clusters).build();
    }

    private static ProxyAnswer withRequest(UnaryOperator<UpstreamRequest> change) {
        List<UpstreamRequest> requests = new ArrayList<>(RIGHT.upstreamRequests());
        requests.set(0, change.apply(requests.get(0)));
        return RIGHT.toBuilder().upstreamRequests(requests).build();
    }
}
