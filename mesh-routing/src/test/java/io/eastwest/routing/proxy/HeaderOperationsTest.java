package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.WeightedCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class HeaderOperationsTest {
    private static HeaderMutations set(String name, String value) {
        return new HeaderMutations(List.of(), List.of(new Header(name, value)), List.of());
    }

    private static HeaderMutations add(String name, String value) {
        return new HeaderMutations(List.of(new Header(name, value)), List.of(), List.of());
    }

    private static HeaderMutations remove(String name) {
        return new HeaderMutations(List.of(), List.of(), List.of(name));
    }

    private static ProxyAnswer answer(HeaderMutations route, HeaderMutations destination, boolean weighted) {
        WeightedCluster cluster = new WeightedCluster("a", 1, destination, HeaderMutations.NONE, Optional.empty());
        ProxyRoute operated =
                TestProxy.route(
                                "",
                                "/",
                                ForwardAction.builder()
                                        .addCluster(cluster)
                                        .weighted(weighted)
                                        .build())
                        .toBuilder()
                        .requestHeaders(route)
                        .build();
        return TestProxy.serving(operated)
                .endpoints("a", "10.0.0.1:80")
                .answer(TestProxy.get("/")
                        .addHeader(new Header("X-Old", "old"))
                        .addHeader(new Header("X-List", "one"))
                        .addHeader(new Header("X-List", "two")));
    }

    private static Map<String, List<String>> upstream(
            HeaderMutations route, HeaderMutations destination, boolean many) {
        return TestProxy.byName(
                answer(route, destination, many).upstreamRequests().get(0).headers());
    }

    @Nested
    class WhenThereIsOneDestination {
        @Test
        void itsSetWinsOverTheSetOfTheRoute() {
            assertThat(upstream(set("x", "r"), set("x", "d"), false)).containsEntry("x", List.of("d"));
        }

        @Test
        void itsRemoveCannotUndoTheSetOfTheRoute() {
            assertThat(upstream(set("x", "r"), remove("x"), false)).containsEntry("x", List.of("r"));
        }

        @Test
        void itsSetSurvivesTheRemoveOfTheRoute() {
            assertThat(upstream(remove("x"), set("x", "d"), false)).containsEntry("x", List.of("d"));
        }

        @Test
        void whatTheRouteAddsComesAfterWhatItSets() {
            assertThat(upstream(add("x", "r"), set("x", "d"), false)).containsEntry("x", List.of("d", "r"));
        }
    }

    @Nested
    class WhenDestinationsAreWeighted {
        @Test
        void theSetOfTheRouteWins() {
            assertThat(upstream(set("x", "r"), set("x", "d"), true)).containsEntry("x", List.of("r"));
        }

        @Test
        void theRemoveOfTheRouteDeletesWhatTheDestinationSet() {
            assertThat(upstream(remove("x"), set("x", "d"), true)).doesNotContainKey("x");
        }

        @Test
        void whatTheRouteAddsFollowsWhatTheDestinationSet() {
            assertThat(upstream(add("x", "r"), set("x", "d"), true)).containsEntry("x", List.of("d", "r"));
        }
    }

    @Nested
    class WhenValuesAreFormatted {
        @Test
        void aHeaderIsCopied() {
            assertThat(upstream(set("x", "%REQ(x-old)%"), HeaderMutations.NONE, false))
                    .containsEntry("x", List.of("old"));
        }

        @Test
        void severalLinesAreCopiedAsOneText() {
            assertThat(upstream(set("x", "%REQ(X-List)%"), HeaderMutations.NONE, false))
                    .containsEntry("x", List.of("one,two"));
        }

        @Test
        void anAbsentHeaderLeavesTheOperationOut() {
            assertThat(upstream(set("x-old", "%REQ(x-none)%"), HeaderMutations.NONE, false))
                    .containsEntry("x-old", List.of("old"));
        }

        @Test
        void anotherHeaderStandsInForAnAbsentOne() {
            assertThat(upstream(set("x", "%REQ(x-none?x-old):2%"), HeaderMutations.NONE, false))
                    .containsEntry("x", List.of("ol"));
        }

        @Test
        void doubledPercentSignsBecomeOne() {
            assertThat(upstream(set("x", "100%%"), HeaderMutations.NONE, false)).containsEntry("x", List.of("100%"));
        }

        @Test
        void theProtocolIsWritten() {
            assertThat(upstream(set("x", "p-%PROTOCOL%"), HeaderMutations.NONE, false))
                    .containsEntry("x", List.of("p-HTTP/1.1"));
        }

        @Test
        void anotherCommandIsReported() {
            ProxyAnswer answer = answer(set("x", "%START_TIME%"), HeaderMutations.NONE, false);

            assertThat(answer.findings()).singleElement().asString().contains("%START_TIME%");
        }

        @Test
        void aSinglePercentSignTakesTheWholeRouteConfigurationAway() {
            ProxyAnswer answer = answer(set("x", "100%"), HeaderMutations.NONE, false);

            assertThat(answer.outcome().reason()).isEqualTo(Reason.ROUTE_NOT_FOUND);
            assertThat(answer.virtualHost()).isEmpty();
            assertThat(answer.findings()).singleElement().asString().contains("single percent sign");
        }
    }

    @Test
    void anEmptyValueDoesNothing() {
        assertThat(upstream(set("x-old", ""), HeaderMutations.NONE, false)).containsEntry("x-old", List.of("old"));
    }

    @Test
    void whatEnvoyAddsToEveryRequestIsNotShown() {
        assertThat(upstream(HeaderMutations.NONE, HeaderMutations.NONE, false)).containsOnlyKeys("x-old", "x-list");
    }
}
