package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.ResourceKey;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.HttpVersion;
import io.eastwest.routing.call.JwtToken;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.HttpFilter;
import io.eastwest.routing.envoy.JwtFilter;
import io.eastwest.routing.envoy.JwtFilterRule;
import io.eastwest.routing.envoy.Origin;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.PolicyTest;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RbacFilter;
import io.eastwest.routing.envoy.RbacInput;
import io.eastwest.routing.envoy.RbacPolicy;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RouteAction;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import io.eastwest.routing.trace.Mismatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is heard of the requests at a proxy. */
class RequestObserverTest {
    private static final Origin ORIGIN = new Origin(ResourceKey.of("", "Filter", "shop", "f"), "");

    private static final class Ear implements RequestObserver {
        private final List<HttpExchange> exchanges = new ArrayList<>();
        private boolean choosesRoute;
        private boolean decides;

        @Override
        public void exchanged(HttpExchange exchange) {
            exchanges.add(exchange);
        }

        @Override
        public void connected(ConnectionExchange exchange) {}

        @Override
        public void answered(String proxy, ProxyAnswer answer) {}

        @Override
        public void requestChoosesRoute() {
            choosesRoute = true;
        }

        @Override
        public void requestDecides() {
            decides = true;
        }
    }

    private record Rule(String name, boolean matched) implements RbacPolicy {
        @Override
        public Origin origin() {
            return ORIGIN;
        }

        @Override
        public boolean matches(RbacInput input) {
            return matched;
        }

        @Override
        public List<Mismatch> mismatches(RbacInput input) {
            return List.of();
        }

        @Override
        public List<PolicyTest> tests(RbacInput input) {
            return List.of(new PolicyTest(name, List.of(), false, matched));
        }
    }

    private final Ear ear = new Ear();

    private ProxyAnswer answer(HttpRequestBuilder request, List<ProxyRoute> routes, HttpFilter... filters) {
        VirtualHost host =
                VirtualHost.builder().name("shop").addDomain("*").routes(routes).build();
        TestProxy proxy = new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080", filters)))
                .routes(new RouteConfiguration("8080", List.of(host)))
                .endpoints("a", "10.0.0.1:80");
        return EnvoyProxy.answer(
                proxy,
                ProxyLeg.OUTBOUND,
                TestProxy.dial("10.96.0.1", 8080).build(),
                Optional.of(request.build()),
                EndpointConditions.HEALTHY,
                ear);
    }

    private static ProxyRoute all(RouteAction action) {
        return TestProxy.route("all", "/", action);
    }

    private HttpExchange heard(HttpRequestBuilder request, HttpFilter... filters) {
        answer(request, List.of(all(TestProxy.to("a"))), filters);
        return ear.exchanges.get(0);
    }

    @Test
    void theRequestAndWhatTookItAreHeard() {
        HttpExchange exchange = heard(TestProxy.get("/a/../b"));

        assertThat(exchange.request().path()).isEqualTo("/a/../b");
        assertThat(exchange.input().target()).isEqualTo("/b");
        assertThat(exchange.manager().routeConfiguration()).isEqualTo("8080");
        assertThat(exchange.routes()).map(RouteConfiguration::name).hasValue("8080");
        assertThat(exchange.table()).isPresent();
        assertThat(exchange.host()).map(VirtualHost::name).hasValue("shop");
        assertThat(exchange.route()).map(ProxyRoute::name).hasValue("all");
        assertThat(exchange.routedByToken()).isFalse();
        assertThat(exchange.verified()).isFalse();
        assertThat(exchange.tests()).isEmpty();
        assertThat(ear.isRecording()).isFalse();
    }

    @Test
    void policiesAreAskedUntilOneMatches() {
        HttpFilter deny = new RbacFilter(
                RbacFilter.Action.DENY,
                List.of(new Rule("no", false), new Rule("yes", true), new Rule("x", true)),
                List.of());

        assertThat(heard(TestProxy.get("/"), deny).tests())
                .extracting(PolicyTest::path)
                .containsExactly("no", "yes");
        assertThat(ear.exchanges.get(0).route()).isPresent();
    }

    @Test
    void aTokenThatIsVerifiedIsHeardAndWhetherItChoseTheRoute() {
        JwtFilterRule rule = JwtFilterRule.builder().issuer("i").origin(ORIGIN).build();
        HttpRequestBuilder request =
                TestProxy.get("/").token(JwtToken.builder().issuer("i").build());

        assertThat(heard(request, new JwtFilter(List.of(rule), false)).verified())
                .isTrue();
        assertThat(ear.exchanges.get(0).routedByToken()).isFalse();
        answer(request, List.of(all(TestProxy.to("a"))), new JwtFilter(List.of(rule), true));
        assertThat(ear.exchanges.get(1).routedByToken()).isTrue();
    }

    @Test
    void whatTheCodecRefusesIsNotHeard() {
        answer(TestProxy.get("shelf"), List.of());

        assertThat(ear.exchanges).isEmpty();
    }

    @Test
    void anOldVersionIsAskedToUpgrade() {
        ProxyAnswer answer = answer(TestProxy.get("/").version(HttpVersion.HTTP_1_0), List.of(all(TestProxy.to("a"))));

        assertThat(answer.outcome().status()).hasValue(426);
        assertThat(answer.outcome().detail()).isEqualTo("low_version");
        assertThat(answer.virtualHost()).isEmpty();
        assertThat(answer.endpoints()).isEmpty();
    }

    @Nested
    class WhetherTheRequestMatters {
        @Test
        void isNotWhereOneRouteTakesAll() {
            answer(TestProxy.get("/"), List.of(all(TestProxy.to("a"))));

            assertThat(ear.choosesRoute).isFalse();
            assertThat(ear.decides).isFalse();
        }

        @Test
        void isSoWhereItChoosesAmongRoutes() {
            ProxyRoute matched = ProxyRoute.builder()
                    .name("x")
                    .match(RouteMatch.builder()
                            .path(new PathMatch.Prefix("/"))
                            .addHeader(new HeaderMatch("x", new ValueMatch.Exact("1"), false, false))
                            .build())
                    .action(TestProxy.to("a"))
                    .build();
            answer(TestProxy.get("/"), List.of(matched, all(TestProxy.to("a"))));

            assertThat(ear.choosesRoute).isTrue();
        }

        @Test
        void isSoWhereItsPathIsRewrittenOrRedirected() {
            answer(
                    TestProxy.get("/"),
                    List.of(all(
                            TestProxy.to("a").toBuilder().prefixRewrite("/b").build())));
            assertThat(ear.decides).isFalse();

            answer(
                    TestProxy.get("/"),
                    List.of(all(
                            TestProxy.to("a").toBuilder().prefixRewrite("b%41").build())));
            assertThat(ear.decides).isTrue();
        }

        @Test
        void isSoWhereAnExpressionRewritesIt() {
            answer(
                    TestProxy.get("/"),
                    List.of(all(TestProxy.to("a").toBuilder()
                            .regexRewrite(new RegexRewrite("a", "b"))
                            .build())));

            assertThat(ear.decides).isTrue();
        }

        @Test
        void isSoWhereItSaysWhereARedirectLeads() {
            answer(
                    TestProxy.get("/"),
                    List.of(all(RedirectAction.builder().status(301).build())));

            assertThat(ear.decides).isTrue();
        }

        @Test
        void isSoWhereAnAuthorizerIsAsked() {
            answer(
                    TestProxy.get("/").addHeader(new Header("x", "1")),
                    List.of(all(TestProxy.to("a"))),
                    new RbacFilter(RbacFilter.Action.CUSTOM, List.of(new Rule("r", true)), List.of()));

            assertThat(ear.decides).isTrue();
        }
    }
}
