package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.RedirectAction;
import io.eastwest.routing.envoy.RedirectActionBuilder;
import io.eastwest.routing.envoy.RegexRewrite;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.trace.TraceSink;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectLocationTest {
    private static String location(RedirectActionBuilder action, String authority, String path) {
        ProxyRoute route = TestProxy.route("", "/", action.status(301).build());
        return location(route, authority, path);
    }

    private static String location(ProxyRoute route, String authority, String path) {
        ProxyAnswer answer = TestProxy.serving(route).answer(TestProxy.get(path).authority(authority));
        assertThat(answer.outcome().kind()).isEqualTo(Outcome.Kind.REDIRECTED);
        assertThat(answer.outcome().reason()).isEqualTo(Reason.DIRECT_RESPONSE);
        return answer.response().flatMap(ClientResponse::location).orElse("");
    }

    @Nested
    class WhenAPathIsSet {
        @ParameterizedTest
        @CsvSource({
            "/new/home,      /uri/deep?q=1&r=2, http://shop:8080/new/home?q=1&r=2",
            "new/home,       /x,                http://shop:8080/new/home",
            "/new?from=site, /x?q=1,            http://shop:8080/new?from=site",
        })
        void itReplacesTheWholePathAndKeepsTheQueryUnlessItHasOne(String path, String sent, String expected) {
            assertThat(location(RedirectAction.builder().path(path), "shop:8080", sent))
                    .isEqualTo(expected);
        }
    }

    @Nested
    class WhenThePortOfTheHostHeaderMatters {
        @Test
        void newSchemeKeepsIt() {
            assertThat(location(RedirectAction.builder().scheme("https"), "shop:8080", "/a"))
                    .isEqualTo("https://shop:8080/a");
        }

        @Test
        void newSchemeDropsTheDefaultPortOfTheOldOne() {
            assertThat(location(RedirectAction.builder().scheme("https"), "shop:80", "/a"))
                    .isEqualTo("https://shop/a");
        }

        @Test
        void newPortReplacesIt() {
            assertThat(location(RedirectAction.builder().port(8443), "shop:8080", "/a"))
                    .isEqualTo("http://shop:8443/a");
        }

        @Test
        void newHostDropsIt() {
            assertThat(location(RedirectAction.builder().host("www.shop.example"), "shop:8080", "/a?q=1"))
                    .isEqualTo("http://www.shop.example/a?q=1");
        }
    }

    @Nested
    class WhenThePrefixIsReplaced {
        @ParameterizedTest
        @CsvSource({
            "/xyz,  /foo/bar,   http://shop/xyz/bar",
            "/xyz/, /foo/bar,   http://shop/xyz//bar",
            "/,     /foo/bar,   http://shop//bar",
            "'',    /foo/bar,   http://shop/foo/bar",
            "/xyz/, /foo,       http://shop/xyz/",
            "/xyz,  /foo/b?q=1, http://shop/xyz/b?q=1",
        })
        void theRestFollowsAsItIs(String replacement, String sent, String expected) {
            ProxyRoute route = ProxyRoute.builder()
                    .name("")
                    .match(RouteMatch.builder()
                            .path(new PathMatch.SeparatedPrefix("/foo"))
                            .build())
                    .action(RedirectAction.builder()
                            .status(302)
                            .prefixRewrite(replacement)
                            .build())
                    .build();

            assertThat(location(route, "shop", sent)).isEqualTo(expected);
        }

        @Test
        void anExpressionRunsOverThePathOnly() {
            RedirectActionBuilder action =
                    RedirectAction.builder().regexRewrite(new RegexRewrite("^/v(\\d)/", "/api/\\1/"));

            assertThat(location(action, "shop", "/v2/x?p=/v3/")).isEqualTo("http://shop/api/2/x?p=/v3/");
        }
    }

    @Test
    void ipv6HostsKeepTheirBrackets() {
        RequestState request =
                new RequestState(new Trace(TraceSink.NONE), "GET", "http", "[::1]:80", "/a", HeaderLines.empty());
        request.headers().set("x-forwarded-proto", "http");
        RedirectAction action =
                RedirectAction.builder().status(301).scheme("https").build();

        assertThat(RedirectLocation.of(action, new PathMatch.Prefix("/"), request))
                .isEqualTo("https://[::1]/a");
    }

    @ParameterizedTest
    @CsvSource({
        "https, shop:443, http, http://shop/a",
        "https, shop:80, http, http://shop:80/a",
        "http, shop:443, https, https://shop:443/a",
        "https, shop:443, https, https://shop:443/a"
    })
    void onlyTheDefaultPortOfTheSchemeThatEndsIsDropped(String proto, String authority, String scheme, String to) {
        RequestState request =
                new RequestState(new Trace(TraceSink.NONE), "GET", proto, authority, "/a", HeaderLines.empty());
        request.headers().set("x-forwarded-proto", proto);
        RedirectAction action =
                RedirectAction.builder().status(301).scheme(scheme).build();

        assertThat(RedirectLocation.of(action, new PathMatch.Prefix("/"), request))
                .isEqualTo(to);
    }
}
