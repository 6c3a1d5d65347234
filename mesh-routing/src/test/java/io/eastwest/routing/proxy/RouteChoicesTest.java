package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.envoy.ClaimMatch;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.RouteMatchBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the requests on one connection choose. */
class RouteChoicesTest {
    private static RouteChoices choices(VirtualHost... hosts) {
        TestProxy proxy = new TestProxy()
                .outbound(TestProxy.listener("0.0.0.0", 8080, TestProxy.http("8080")))
                .routes(new RouteConfiguration("8080", List.of(hosts)));
        return EnvoyProxy.of(proxy)
                .choices(
                        ProxyLeg.OUTBOUND,
                        TestProxy.dial("10.96.0.1", 8080).build(),
                        Optional.of(TestProxy.get("/").build()));
    }

    private static VirtualHost host(String name, ProxyRoute... routes) {
        return VirtualHost.builder()
                .name(name)
                .addDomain(name)
                .routes(List.of(routes))
                .build();
    }

    private static ProxyRoute matching(RouteMatchBuilder match) {
        return ProxyRoute.builder()
                .name("r")
                .match(match.path(new PathMatch.Prefix("/")).build())
                .action(TestProxy.to("a"))
                .build();
    }

    private static Object choice(RouteChoices choices, HttpRequestBuilder request) {
        return choices.of(request.build());
    }

    @Test
    void requestsThatTakeOneRouteChooseAlike() {
        RouteChoices choices = choices(
                host(
                        "shop",
                        TestProxy.route("a", "/a", TestProxy.to("a")),
                        TestProxy.route("b", "/b", TestProxy.to("a"))),
                host("other", TestProxy.route("a", "/a", TestProxy.to("a"))));
        Object first = choice(choices, TestProxy.get("/a/1"));

        assertThat(choice(choices, TestProxy.get("/a/2"))).isSameAs(first);
        assertThat(choice(choices, TestProxy.get("/b"))).isNotSameAs(first);
        assertThat(choice(choices, TestProxy.get("/a").authority("other"))).isNotSameAs(first);
        assertThat(choice(choices, TestProxy.get("/a"))).isSameAs(first);
        assertThat(choices.routes()).isPresent();
    }

    @Test
    void requestsThatTakeNoRouteChooseTheirHostOrNone() {
        RouteChoices choices = choices(host("shop", TestProxy.route("a", "/a", TestProxy.to("a"))));
        Object without = choice(choices, TestProxy.get("/x"));
        Object unknown = choice(choices, TestProxy.get("/x").authority("unknown"));

        assertThat(choice(choices, TestProxy.get("/y"))).isSameAs(without);
        assertThat(choice(choices, TestProxy.get("/y").authority("nobody"))).isSameAs(unknown);
        assertThat(unknown).isNotSameAs(without).isNotSameAs(RouteChoices.UNDECIDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-forwarded-proto", "authorization", ":scheme", "te"})
    void aRouteThatLooksAtWhatProxiesChangeLeavesItOpen(String header) {
        RouteMatchBuilder match =
                RouteMatch.builder().addHeader(new HeaderMatch(header, new ValueMatch.Exact("x"), false, false));

        assertThat(choice(choices(host("shop", matching(match))), TestProxy.get("/")))
                .isSameAs(RouteChoices.UNDECIDED);
    }

    @Test
    void aRouteThatLooksAtOtherHeadersDecides() {
        RouteMatchBuilder match =
                RouteMatch.builder().addHeader(new HeaderMatch("x", new ValueMatch.Exact("1"), false, false));
        RouteChoices choices = choices(host("shop", matching(match)));

        assertThat(choice(choices, TestProxy.get("/").addHeader(new Header("x", "1"))))
                .isNotSameAs(choice(choices, TestProxy.get("/")))
                .isNotSameAs(RouteChoices.UNDECIDED);
    }

    @Test
    void aRouteThatLooksAtClaimsLeavesItOpen() {
        RouteMatchBuilder match =
                RouteMatch.builder().addClaim(new ClaimMatch(List.of("group"), new ValueMatch.Exact("dev"), false));

        assertThat(choice(choices(host("shop", matching(match))), TestProxy.get("/")))
                .isSameAs(RouteChoices.UNDECIDED);
    }

    @Test
    void withoutRoutesNobodyChooses() {
        RouteChoices none = EnvoyProxy.of(new TestProxy())
                .choices(ProxyLeg.OUTBOUND, TestProxy.dial("10.96.0.1", 1).build(), Optional.empty());

        assertThat(none).isSameAs(RouteChoices.none());
        assertThat(choice(none, TestProxy.get("/"))).isSameAs(none);
        assertThat(none.routes()).isEmpty();
    }
}
