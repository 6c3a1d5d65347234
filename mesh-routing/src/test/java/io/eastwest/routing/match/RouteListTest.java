package io.eastwest.routing.match;

import static io.eastwest.routing.match.Routes.claim;
import static io.eastwest.routing.match.Routes.exact;
import static io.eastwest.routing.match.Routes.header;
import static io.eastwest.routing.match.Routes.prefix;
import static io.eastwest.routing.match.Routes.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatchBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RouteListTest {
    private static final HeaderMatch GET = header(":method", "GET");

    private static RoutedHost hostOf(ProxyRoute... routes) {
        return new RoutedHost(Routes.host("shop", List.of("*"), routes));
    }

    private static String first(TestInput input, ProxyRoute... routes) {
        return hostOf(routes)
                .first(input, RouteObserver.NONE)
                .map(ProxyRoute::name)
                .orElse("none");
    }

    private static TestInput post(String path) {
        return new TestInput("POST", path, Map.of());
    }

    @Nested
    class TheFirstThatMatches {
        @Test
        void isTakenWhateverItsKind() {
            ProxyRoute[] routes = {
                route("deep", exact("/a/b")), route("wide", prefix("/a")), route("any", prefix("/")),
            };

            assertThat(first(TestInput.get("/a/b"), routes)).isEqualTo("deep");
            assertThat(first(TestInput.get("/a/b?c=d"), routes)).isEqualTo("deep");
            assertThat(first(TestInput.get("/a/bc"), routes)).isEqualTo("wide");
            assertThat(first(TestInput.get("/b"), routes)).isEqualTo("any");
        }

        @Test
        void mayBeOneThatIgnoresCase() {
            ProxyRoute[] routes = {
                route("folded", prefix("/Shop").caseSensitive(false)), route("plain", prefix("/sho")),
            };

            assertThat(first(TestInput.get("/SHOP/1"), routes)).isEqualTo("folded");
            assertThat(first(TestInput.get("/shore"), routes)).isEqualTo("plain");
            assertThat(first(TestInput.get("/SHORE"), routes)).isEqualTo("none");
        }

        @Test
        void countsTheConditionsOnMethods() {
            ProxyRoute[] routes = {
                route("twice", prefix("/").addHeader(GET).addHeader(header(":method", "POST"))),
                route(
                        "inverted",
                        prefix("/a").addHeader(new HeaderMatch(":method", new ValueMatch.Exact("GET"), true, false))),
                route("read", prefix("/").addHeader(GET)),
            };

            assertThat(first(TestInput.get("/a"), routes)).isEqualTo("read");
            assertThat(first(post("/a"), routes)).isEqualTo("inverted");
            assertThat(first(post("/b"), routes)).isEqualTo("none");
        }

        @Test
        void hasAnObjectThatStandsForIt() {
            RoutedHost shop = hostOf(route("a", prefix("/a")), route("b", prefix("/b")));

            Object a = shop.choice(TestInput.get("/a"));

            assertThat(shop.choice(post("/a/c"))).isSameAs(a);
            assertThat(shop.choice(TestInput.get("/b"))).isNotSameAs(a).isNotSameAs(shop);
            assertThat(shop.choice(TestInput.get("/c"))).isSameAs(shop);
        }
    }

    @Nested
    class AnObserver implements RouteObserver {
        private final List<String> heard = new ArrayList<>();

        @Override
        public boolean isWatching() {
            return true;
        }

        @Override
        public void considered(ProxyRoute route, List<Mismatch> mismatches) {
            heard.add(route.name() + " "
                    + mismatches.stream().map(Mismatch::field).toList());
        }

        @Test
        void hearsOfEachRouteUpToTheOneTakenAndOfAllThatFailed() {
            RoutedHost shop = hostOf(
                    route("both", exact("/b").addHeader(GET).addHeader(header("x", "1"))),
                    route("header", prefix("/").addHeader(header("x", "1"))),
                    route("taken", prefix("/a")),
                    route("later", prefix("/")));

            assertThat(shop.first(post("/a"), this)).map(ProxyRoute::name).contains("taken");
            assertThat(heard).containsExactly("both [path, header :method, header x]", "header [header x]", "taken []");
        }

        @Test
        void hearsOfAllWhenNoneIsTaken() {
            RoutedHost shop = hostOf(route("a", exact("/a")), route("b", exact("/b")));

            assertThat(shop.first(TestInput.get("/c"), this)).isEmpty();
            assertThat(heard).containsExactly("a [path]", "b [path]");
        }

        @Test
        void isNotWatchingWhenNothingIsWanted() {
            assertThat(RouteObserver.NONE.isWatching()).isFalse();
        }
    }

    @Nested
    class WhatRoutesLookAt {
        @Test
        void isTheNamesOfTheirHeadersOnce() {
            RoutedHost shop = hostOf(
                    route("a", prefix("/").addHeader(header("X-User", "1")).addHeader(GET)),
                    route("b", prefix("/").addHeader(header("x-user", "2")).addHeader(header("Host", "h"))));

            assertThat(shop.headerNames()).containsExactly(":authority", ":method", "x-user");
            assertThat(hostOf(route("a", prefix("/"))).headerNames()).isEmpty();
        }

        @Test
        void isTheTokenWhenAnyHasAConditionOnAClaim() {
            ProxyRoute plain = route("plain", prefix("/").addHeader(header("x", "1")));

            assertThat(hostOf(plain, route("claim", prefix("/").addClaim(claim("admin", "role"))))
                            .looksAtClaims())
                    .isTrue();
            assertThat(hostOf(plain).looksAtClaims()).isFalse();
        }
    }

    @Nested
    class IsDecided {
        private boolean decided(RouteMatchBuilder match) {
            return hostOf(route("first", match), route("second", prefix("/b"))).isDecided();
        }

        @Test
        void whenTheFirstRouteTakesEveryPath() {
            assertThat(decided(prefix("/"))).isTrue();
            assertThat(decided(prefix(""))).isTrue();
        }

        @Test
        void notWhenTheFirstRouteHasACondition() {
            assertThat(decided(prefix("/a"))).isFalse();
            assertThat(decided(exact("/"))).isFalse();
            assertThat(decided(prefix("/").addHeader(GET))).isFalse();
            assertThat(hostOf().isDecided()).isFalse();
        }
    }

    @Test
    void aTableHasTheRoutesOfAllItsHosts() {
        RouteConfiguration two = new RouteConfiguration(
                "80",
                List.of(
                        Routes.host("a", List.of("a"), route("1", prefix("/")), route("2", prefix("/"))),
                        Routes.host("b", List.of("b"), route("3", prefix("/")))));

        assertThat(RouteTable.of(two).size()).isEqualTo(3);
    }
}
