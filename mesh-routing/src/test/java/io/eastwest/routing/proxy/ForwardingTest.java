package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.envoy.Cluster;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.ForwardActionBuilder;
import io.eastwest.routing.envoy.ForwardedFor;
import io.eastwest.routing.envoy.HashPolicy;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.LbEndpoint;
import io.eastwest.routing.envoy.LoadBalancingPolicy;
import io.eastwest.routing.envoy.LocalityEndpoints;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.UpstreamTls;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.envoy.WeightedCluster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardingTest {
    private static ForwardActionBuilder toA() {
        return TestProxy.to("a").toBuilder();
    }

    private static UpstreamRequest upstream(PathMatch match, ForwardAction action, HttpRequestBuilder request) {
        ProxyRoute route = ProxyRoute.builder()
                .name("r")
                .match(RouteMatch.builder().path(match).build())
                .action(action)
                .build();
        return TestProxy.serving(route)
                .endpoints("a", "10.0.0.1:80")
                .answer(request)
                .upstreamRequests()
                .get(0);
    }

    @Nested
    class WhenThePathIsRewritten {
        @ParameterizedTest
        @CsvSource({
            "/a, /b,  /a/x?q=1, /b/x?q=1",
            "/a, /b,  /abc,     /bbc",
            "/,  /v2, /x,       /v2x",
            "/a, '',  /a/x,     /a/x",
        })
        void thePrefixIsReplacedAsText(String prefix, String rewrite, String sent, String expected) {
            ForwardAction action = toA().prefixRewrite(rewrite).build();

            assertThat(upstream(new PathMatch.Prefix(prefix), action, TestProxy.get(sent))
                            .path())
                    .contains(expected);
        }

        @Test
        void exactAndExpressionMatchesAreReplacedAsAWhole() {
            ForwardAction action = toA().prefixRewrite("/b").build();

            assertThat(upstream(new PathMatch.Exact("/a/x"), action, TestProxy.get("/a/x?q=1"))
                            .path())
                    .contains("/b?q=1");
            assertThat(upstream(new PathMatch.Regex("/a/.*"), action, TestProxy.get("/a/x?q=1"))
                            .path())
                    .contains("/b?q=1");
        }

        @ParameterizedTest
        @CsvSource({
            "^/foo/?,          /,          /foo/bar,  /bar",
            "^/foo/?,          /,          /foo,      /",
            "/v(\\d+)/(\\w+),  /\\2/v\\1,  /v1/a/v2/b?q=/v1/a, /a/v1/b/v2?q=/v1/a",
            "o*,               x,          /foo,      x/xfx",
        })
        void anExpressionIsReplacedWhereverItMatches(
                String pattern, String substitution, String sent, String expected) {
            ForwardAction action =
                    toA().regexRewrite(new RegexRewrite(pattern, substitution)).build();

            assertThat(upstream(new PathMatch.Prefix("/"), action, TestProxy.get(sent))
                            .path())
                    .contains(expected);
        }
    }

    @Nested
    class WhenTheAuthorityIsRewritten {
        @Test
        void theRouteWinsOverTheDestination() {
            WeightedCluster destination =
                    new WeightedCluster("a", 1, HeaderMutations.NONE, HeaderMutations.NONE, Optional.of("destination"));
            ForwardAction only = ForwardAction.builder().addCluster(destination).build();
            ForwardAction both = only.toBuilder().hostRewrite("route").build();

            assertThat(upstream(new PathMatch.Prefix("/"), only, TestProxy.get("/"))
                            .authority())
                    .contains("destination");
            assertThat(upstream(new PathMatch.Prefix("/"), both, TestProxy.get("/"))
                            .authority())
                    .contains("route");
        }
    }

    @Nested
    class WhenHeadersEndAtTheProxy {
        @Test
        void theyDoNotReachTheUpstream() {
            HttpRequestBuilder request = TestProxy.get("/")
                    .addHeader(new Header("Connection", "close"))
                    .addHeader(new Header("Keep-Alive", "3"))
                    .addHeader(new Header("TE", "gzip, trailers"));

            assertThat(upstream(new PathMatch.Prefix("/"), toA().build(), request)
                            .headers())
                    .containsExactly(new Header("te", "trailers"));
        }

        @Test
        void anUpgradeKeepsThem() {
            HttpRequestBuilder request = TestProxy.get("/")
                    .addHeader(new Header("connection", "Upgrade"))
                    .addHeader(new Header("upgrade", "websocket"));

            assertThat(TestProxy.byName(upstream(new PathMatch.Prefix("/"), toA().build(), request)
                            .headers()))
                    .containsOnlyKeys("connection", "upgrade");
        }

        @Test
        void headersThatSteerTheProxyAreReported() {
            ProxyAnswer answer =
                    TestProxy.serving().answer(TestProxy.get("/").addHeader(new Header("x-envoy-max-retries", "9")));

            assertThat(answer.findings()).singleElement().asString().contains("x-envoy-max-retries");
        }
    }

    @Nested
    class WhenTheProxyIsAnEdge {
        private List<Header> seen(ForwardedFor trust, Header... sent) {
            FilterChain chain = FilterChain.builder()
                    .name("")
                    .filter(TestProxy.manager("r", trust))
                    .build();
            VirtualHost host = VirtualHost.builder()
                    .name("any")
                    .addDomain("*")
                    .addRoute(TestProxy.route("r", "/", toA().build()))
                    .build();
            return new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 8080, chain))
                    .routes(new RouteConfiguration("r", List.of(host)))
                    .endpoints("a", "10.0.0.1:80")
                    .answer(TestProxy.get("/").headers(List.of(sent)))
                    .upstreamRequests()
                    .get(0)
                    .headers();
        }

        @Test
        void itOverwritesTheSchemeUnlessProxiesBeforeItAreTrusted() {
            Header https = new Header("x-forwarded-proto", "https");

            assertThat(seen(new ForwardedFor(true, 0), https)).containsExactly(new Header("x-forwarded-proto", "http"));
            assertThat(seen(new ForwardedFor(true, 1), https)).containsExactly(https);
            assertThat(seen(new ForwardedFor(false, 0), https)).containsExactly(https);
        }

        @Test
        void itAppendsThePeer() {
            Header before = new Header("x-forwarded-for", "203.0.113.5");

            assertThat(seen(new ForwardedFor(true, 0), before))
                    .containsExactly(new Header("x-forwarded-for", "203.0.113.5,10.0.0.9"));
            assertThat(seen(new ForwardedFor(false, 0), before)).containsExactly(before);
            assertThat(seen(new ForwardedFor(true, 0))).isEmpty();
        }
    }

    @Nested
    class WhenAClusterHashes {
        private ProxyAnswer answer(HashPolicy policy, HeaderMutations operations, HttpRequestBuilder request) {
            Cluster ring = TestProxy.clusterOf("a", "10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080").toBuilder()
                    .loadBalancing(new LoadBalancingPolicy.RingHash(1024))
                    .build();
            ProxyRoute route = TestProxy.route(
                            "r", "/", toA().addHashPolicy(policy).build())
                    .toBuilder()
                    .requestHeaders(operations)
                    .build();
            return TestProxy.serving(route).cluster(ring).answer(request);
        }

        private List<String> hosts(HashPolicy policy, HeaderMutations operations, HttpRequestBuilder request) {
            return answer(policy, operations, request).endpoints().stream()
                    .map(target -> target.endpoint().address())
                    .toList();
        }

        @ParameterizedTest
        @CsvSource({
            "user-1,     10.0.0.2:8080",
            "user-2,     10.0.0.3:8080",
            "alice,      10.0.0.3:8080",
            "session-42, 10.0.0.1:8080",
        })
        void aHeaderChoosesTheHost(String user, String host) {
            HttpRequestBuilder request = TestProxy.get("/").addHeader(new Header("X-User", user));

            assertThat(hosts(new HashPolicy.OfHeader("x-user"), HeaderMutations.NONE, request))
                    .containsExactly(host);
        }

        @Test
        void headerOperationsComeFirst() {
            HttpRequestBuilder request = TestProxy.get("/").addHeader(new Header("x-user", "user-1"));
            HeaderMutations set =
                    new HeaderMutations(List.of(), List.of(new Header("x-user", "session-42")), List.of());
            HeaderMutations remove = new HeaderMutations(List.of(), List.of(), List.of("x-user"));

            assertThat(hosts(new HashPolicy.OfHeader("x-user"), set, request)).containsExactly("10.0.0.1:8080");
            assertThat(hosts(new HashPolicy.OfHeader("x-user"), remove, request))
                    .hasSize(3);
        }

        @Test
        void theSourceIsTheLastForwardedAddressAtASidecar() {
            HttpRequestBuilder request =
                    TestProxy.get("/").addHeader(new Header("x-forwarded-for", "192.0.2.5, 10.1.2.3"));

            assertThat(hosts(new HashPolicy.OfSourceIp(), HeaderMutations.NONE, request))
                    .hasSize(1);
        }

        @Test
        void aMissingCookieIsMadeAndSent() {
            HashPolicy cookie =
                    new HashPolicy.OfCookie("user", Optional.of("/shop"), Optional.of(Duration.ofMinutes(1)));

            ProxyAnswer answer = answer(cookie, HeaderMutations.NONE, TestProxy.get("/"));

            assertThat(answer.endpoints()).hasSize(1);
            assertThat(answer.upstreamRequests().get(0).responseHeaders())
                    .singleElement()
                    .satisfies(header -> assertThat(header.value())
                            .matches("user=\"[0-9a-f]{16}\"; Max-Age=60; Path=/shop; HttpOnly"));
        }
    }

    @Nested
    class WhenTheAddressThatWasDialledCounts {
        @Test
        void theClusterIsNotBalancedAndKeepsWhatIsKnownOfTheEndpoint() {
            LbEndpoint known = LbEndpoint.builder()
                    .address("10.96.0.1:8080")
                    .mutualTls(true)
                    .owner("c1/shop/pod-1")
                    .build();
            Cluster original = TestProxy.clusterOf("a").toBuilder()
                    .type(ClusterType.ORIGINAL_DST)
                    .assignment(List.of(LocalityEndpoints.builder()
                            .region("")
                            .zone("")
                            .subzone("")
                            .addEndpoint(known)
                            .build()))
                    .build();

            ProxyAnswer answer = TestProxy.serving(TestProxy.route("r", "/", toA().build()))
                    .cluster(original)
                    .answer(TestProxy.get("/"));

            assertThat(answer.endpoints())
                    .extracting(TargetShare::endpoint, TargetShare::share)
                    .containsExactly(tuple(known, Share.ONE));
        }
    }

    @Nested
    class WhenTheNameIsLookedUp {
        @ParameterizedTest
        @CsvSource({
            "shop, NONE, shop:80",
            "shop, AUTO, shop:80",
            "shop, SIMPLE, shop:443",
            "shop:9000, SIMPLE, shop:9000",
            "[::1], NONE, [::1]:80"
        })
        void theAuthorityOrWhatIsUsualSaysThePort(String authority, UpstreamTls.Mode mode, String address) {
            Cluster byName = TestProxy.clusterOf("a").toBuilder()
                    .type(ClusterType.DYNAMIC_FORWARD_PROXY)
                    .tls(UpstreamTls.builder().mode(mode).build())
                    .build();
            VirtualHost host = VirtualHost.builder()
                    .name("all")
                    .addDomain("*")
                    .addRoute(TestProxy.route("r", "/", toA().build()))
                    .build();

            ProxyAnswer answer = new TestProxy()
                    .outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080")))
                    .routes(new RouteConfiguration("8080", List.of(host)))
                    .cluster(byName)
                    .answer(TestProxy.get("/").authority(authority));

            assertThat(answer.endpoints())
                    .extracting(target -> target.endpoint().address())
                    .containsExactly(address);
        }
    }
}
