package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.envoy.ClusterType;
import io.eastwest.routing.envoy.FaultInjection;
import io.eastwest.routing.envoy.FilterChain;
import io.eastwest.routing.envoy.FilterChainMatch;
import io.eastwest.routing.envoy.HeaderMutations;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.TcpProxy;
import io.eastwest.routing.envoy.WeightedCluster;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outcomes that few configurations bring about. */
class RareOutcomesTest {
    @Test
    void aRedirectMayBeAborted() {
        FaultInjection fault = FaultInjection.builder()
                .abortStatus(503)
                .abortMillionths(250_000)
                .build();
        ProxyRoute route = TestProxy.route(
                        "r", "/", RedirectAction.builder().status(301).build())
                .toBuilder()
                .fault(fault)
                .responseHeaders(new HeaderMutations(List.of(), List.of(new Header("x-r", "1")), List.of()))
                .build();
        ProxyAnswer answer = TestProxy.serving(route).answer(TestProxy.get("/"));

        assertThat(answer.outcomes())
                .extracting(outcome -> outcome.kind() + " " + outcome.status().orElse(0) + " " + outcome.share())
                .containsExactly("DIRECT 503 1/4", "REDIRECTED 301 3/4");
        assertThat(answer.response().orElseThrow().headers()).containsExactly(new Header("content-type", "text/plain"));
    }

    @Test
    void headersThatAreRemovedFromTheResponseAreNamed() {
        HeaderMutations ofRoute = new HeaderMutations(List.of(), List.of(), List.of("X-A", "x-b"));
        HeaderMutations ofDestination = new HeaderMutations(List.of(), List.of(), List.of("x-B", "x-c"));
        WeightedCluster cluster = new WeightedCluster("a", 1, HeaderMutations.NONE, ofDestination, Optional.empty());
        ProxyRoute route =
                TestProxy.route(
                                "r",
                                "/",
                                TestProxy.to("a").toBuilder()
                                        .clusters(List.of(cluster))
                                        .build())
                        .toBuilder()
                        .responseHeaders(ofRoute)
                        .build();

        assertThat(TestProxy.serving(route)
                        .endpoints("a", "10.0.0.1:80")
                        .answer(TestProxy.get("/"))
                        .upstreamRequests()
                        .get(0)
                        .removedResponseHeaders())
                .containsExactly("x-a", "x-b", "x-c");
    }

    @Test
    void aReplyOfAFilterCarriesTheHeadersOfTheRoute() {
        HttpFilter none = new RbacFilter(RbacFilter.Action.ALLOW, List.of(), List.of());
        HeaderMutations headers = new HeaderMutations(List.of(), List.of(new Header("x-r", "1")), List.of());
        ProxyRoute forwards = TestProxy.route("r", "/", TestProxy.to("a")).toBuilder()
                .responseHeaders(headers)
                .build();
        ProxyRoute redirects = TestProxy.route(
                        "r", "/", RedirectAction.builder().status(301).build())
                .toBuilder()
                .responseHeaders(headers)
                .build();

        assertThat(refusal(forwards, none)).containsExactly("content-type", "x-r");
        assertThat(refusal(redirects, none)).containsExactly("content-type");
    }

    private static List<String> refusal(ProxyRoute route, HttpFilter filter) {
        ProxyAnswer answer = TestProxy.serving(route)
                .outbound(TestProxy.listener("10.96.0.1", 8080, TestProxy.http("8080", filter)))
                .answer(TestProxy.get("/"));
        assertThat(answer.outcome().status()).hasValue(403);
        return answer.response().orElseThrow().headers().stream()
                .map(Header::name)
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"api.example, api.example:443", "'', 10.96.0.1:443"})
    void bytesForANameGoWhereTheClientSaid(String serverName, String address) {
        FilterChain chain = FilterChain.builder()
                .name("")
                .filter(new TcpProxy(List.of(WeightedCluster.of("a", 1)), false, List.of()))
                .build();
        ConnectionBuilder connection = TestProxy.dial("10.96.0.1", 443)
                .tls(new TlsClientHello(Optional.of(serverName).filter(name -> !name.isEmpty()), List.of()));

        assertThat(new TestProxy()
                        .outbound(TestProxy.listener("0.0.0.0", 443, chain))
                        .cluster(TestProxy.clusterOf("a").toBuilder()
                                .type(ClusterType.DYNAMIC_FORWARD_PROXY)
                                .build())
                        .answer(ProxyLeg.OUTBOUND, connection, Optional.empty())
                        .endpoints())
                .extracting(target -> target.endpoint().address())
                .containsExactly(address);
    }

    @ParameterizedTest
    @CsvSource({"A.EXAMPLE, exact", "b.example, wild", "x.b.example, wild", "c.io, -"})
    void theNameThatFitsBestIsTaken(String serverName, String taken) {
        TestProxy proxy = named(chain("wild", "*.example"), chain("exact", "b.io", "a.Example"));

        assertThat(to(proxy, serverName).filterChain().orElse("-")).isEqualTo(taken);
    }

    /** Mirrors envoy source/common/listener_manager/filter_chain_manager_impl.cc:addFilterChains. */
    @Test
    void aStarAloneIsNoNameThatEnvoyTakes() {
        ProxyAnswer answer = to(named(chain("star", "*")), "a.example");

        assertThat(answer.outcome().reason()).isEqualTo(Reason.NO_LISTENER);
        assertThat(answer.findings())
                .containsExactly("Envoy refuses listener 0.0.0.0_443: server name \"*\" has a wildcard within a label");
    }

    private static TestProxy named(FilterChain... chains) {
        return new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 443, chains))
                .endpoints("a", "10.0.0.1:443");
    }

    private static ProxyAnswer to(TestProxy proxy, String serverName) {
        return proxy.answer(
                ProxyLeg.OUTBOUND,
                TestProxy.dial("10.96.0.1", 443).tls(new TlsClientHello(Optional.of(serverName), List.of())),
                Optional.empty());
    }

    private static FilterChain chain(String name, String... serverNames) {
        return FilterChain.builder()
                .name(name)
                .match(FilterChainMatch.builder().addServerNames(serverNames).build())
                .filter(new TcpProxy(List.of(WeightedCluster.of("a", 1)), false, List.of()))
                .build();
    }

    @Test
    void policiesSeeTheRequestAndItsConnection() {
        List<RbacInput> seen = new ArrayList<>();
        RbacPolicy policy = new RbacPolicy() {
            @Override
            public String name() {
                return "p";
            }

            @Override
            public Origin origin() {
                return new Origin(ResourceKey.of("", "AuthorizationPolicy", "shop", "p"), "");
            }

            @Override
            public boolean matches(RbacInput input) {
                return seen.add(RbacInput.builder().from(input).build());
            }

            @Override
            public List<Mismatch> mismatches(RbacInput input) {
                return List.of();
            }

            @Override
            public List<PolicyTest> tests(RbacInput input) {
                return List.of();
            }
        };
        HttpFilter allow = new RbacFilter(RbacFilter.Action.ALLOW, List.of(policy), List.of());
        new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080", allow)))
                .answer(TestProxy.get("/a?b").method("POST").addHeader(new Header("x-forwarded-for", "203.0.113.5")));

        assertThat(seen.get(0).sourceAddress()).isEqualTo("10.0.0.9");
        assertThat(seen.get(0).remoteAddress()).isEqualTo("203.0.113.5");
        assertThat(seen.get(0).destinationAddress()).isEqualTo("10.96.0.1");
        assertThat(seen.get(0).destinationPort()).isEqualTo(8080);
        assertThat(seen.get(0).serverName()).isEmpty();
        assertThat(seen.get(0).http()).hasValueSatisfying(http -> {
            assertThat(http.method()).isEqualTo("POST");
            assertThat(http.authority()).isEqualTo("shop");
            assertThat(http.path()).isEqualTo("/a?b");
            assertThat(http.headers()).contains(new Header("x-forwarded-for", "203.0.113.5"));
            assertThat(http.claims()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "x\\\\y, /x\\yc",
        "x\\, /xc",
        "x\\z, /xc",
        "\\1-\\0, /b-abc",
        "\\2, /abc",
    })
    void aBackslashIsForAGroupOrItself(String substitution, String path) {
        String rewritten = PathRewrite.apply(
                "/abc",
                new PathMatch.Prefix("/"),
                Optional.empty(),
                Optional.of(new RegexRewrite("a(b)", substitution)));

        assertThat(rewritten).isEqualTo(path);
    }
}
