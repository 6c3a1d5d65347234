package io.eastwest.routing.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.envoy.DirectResponseAction;
import io.eastwest.routing.envoy.HeaderMatch;
import io.eastwest.routing.envoy.PathMatch;
import io.eastwest.routing.envoy.ProxyRoute;
import io.eastwest.routing.envoy.QueryMatch;
import io.eastwest.routing.envoy.RouteConfiguration;
import io.eastwest.routing.envoy.RouteMatch;
import io.eastwest.routing.envoy.RouteMatchBuilder;
import io.eastwest.routing.envoy.ValueMatch;
import io.eastwest.routing.envoy.VirtualHost;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteConditionsTest {
    private static boolean matches(RouteMatchBuilder match, HttpRequestBuilder request) {
        ProxyRoute route = ProxyRoute.builder()
                .name("taken")
                .match(match.build())
                .action(new DirectResponseAction(200, Optional.empty(), false))
                .build();
        ProxyAnswer answer = TestProxy.serving(route).answer(request);
        assertThat(answer.outcome().reason()).isIn(Reason.DIRECT_RESPONSE, Reason.ROUTE_NOT_FOUND);
        return answer.route().isPresent();
    }

    private static RouteMatchBuilder anyPath() {
        return RouteMatch.builder().path(new PathMatch.Prefix("/"));
    }

    private static ValueMatch value(String kind, String text) {
        return switch (kind) {
            case "exact" -> new ValueMatch.Exact(text);
            case "prefix" -> new ValueMatch.Prefix(text);
            case "regex" -> new ValueMatch.Regex(text);
            default -> new ValueMatch.Present();
        };
    }

    @Nested
    class Paths {
        @ParameterizedTest
        @CsvSource({
            "/a?x=1, true",
            "/a/,    false",
            "/A,     false",
        })
        void anExactPathIsTheWholePathWithoutQuery(String path, boolean expected) {
            assertThat(matches(RouteMatch.builder().path(new PathMatch.Exact("/a")), TestProxy.get(path)))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"/abc, true", "/a/b, true", "/b/a, false"})
        void aPrefixIsNotAwareOfSegments(String path, boolean expected) {
            assertThat(matches(RouteMatch.builder().path(new PathMatch.Prefix("/a")), TestProxy.get(path)))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"/abc, true", "/abc/, true", "/abc/d, true", "/abcd, false", "/ab, false"})
        void aSeparatedPrefixEndsAtASegment(String path, boolean expected) {
            assertThat(matches(RouteMatch.builder().path(new PathMatch.SeparatedPrefix("/abc")), TestProxy.get(path)))
                    .isEqualTo(expected);
        }

        @Test
        void anExpressionMustMatchTheWholePath() {
            assertThat(matches(RouteMatch.builder().path(new PathMatch.Regex("^/api")), TestProxy.get("/api/v1")))
                    .isFalse();
        }

        @Test
        void ignoredCaseDoesNotReachExpressions() {
            RouteMatchBuilder regex =
                    RouteMatch.builder().path(new PathMatch.Regex("/api/.*")).caseSensitive(false);
            RouteMatchBuilder prefix =
                    RouteMatch.builder().path(new PathMatch.Prefix("/Api")).caseSensitive(false);

            assertThat(matches(regex, TestProxy.get("/API/x"))).isFalse();
            assertThat(matches(prefix, TestProxy.get("/aPI/x"))).isTrue();
        }

        @Test
        void thePathIsNormalisedFirst() {
            assertThat(matches(RouteMatch.builder().path(new PathMatch.Exact("/a")), TestProxy.get("/x/%2e%2e/%61")))
                    .isTrue();
        }
    }

    @Nested
    class Headers {
        @ParameterizedTest
        @CsvSource({
            "present, '',  false, true,  true,  true",
            "exact,   '',  false, true,  false, false",
            "exact,   a,   false, false, true,  false",
            "prefix,  a,   false, false, true,  true",
            "regex,   a,   false, false, true,  false",
            "regex,   .*,  false, true,  true,  true",
        })
        void severalValuesAreJoinedAndAbsentOnesNeverMatch(
                String kind, String text, boolean absent, boolean empty, boolean a, boolean ab) {
            HeaderMatch header = new HeaderMatch("x", value(kind, text), false, false);

            check(header, absent, empty, a, ab);
        }

        @ParameterizedTest
        @CsvSource({
            "present, '',  true,  false, false, false",
            "exact,   '',  false, false, true,  true",
            "exact,   a,   true,  true,  false, true",
            "prefix,  a,   true,  true,  false, false",
            "regex,   .*,  false, false, false, false",
        })
        void invertedConditionsTakeAbsentHeadersAsEmpty(
                String kind, String text, boolean absent, boolean empty, boolean a, boolean ab) {
            boolean present = kind.equals("present");
            HeaderMatch header = new HeaderMatch("x", value(kind, text), true, !present);

            check(header, absent, empty, a, ab);
        }

        private void check(HeaderMatch header, boolean absent, boolean empty, boolean a, boolean ab) {
            assertThat(matches(anyPath().addHeader(header), TestProxy.get("/"))).isEqualTo(absent);
            assertThat(matches(anyPath().addHeader(header), with(""))).isEqualTo(empty);
            assertThat(matches(anyPath().addHeader(header), with("a"))).isEqualTo(a);
            assertThat(matches(anyPath().addHeader(header), with("a", "b"))).isEqualTo(ab);
        }

        private HttpRequestBuilder with(String... values) {
            HttpRequestBuilder request = TestProxy.get("/");
            List.of(values).forEach(value -> request.addHeader(new Header("X", value)));
            return request;
        }

        @Test
        void theAuthorityConditionSeesPortAndCaseThatTheVirtualHostIgnores() {
            HeaderMatch authority = new HeaderMatch(":authority", new ValueMatch.Exact("shop"), false, false);

            assertThat(matches(anyPath().addHeader(authority), TestProxy.get("/")))
                    .isTrue();
            assertThat(matches(
                            anyPath().addHeader(authority), TestProxy.get("/").authority("shop:8080")))
                    .isFalse();
            assertThat(matches(
                            anyPath().addHeader(authority), TestProxy.get("/").authority("Shop")))
                    .isFalse();
        }

        @Test
        void aSidecarBelievesTheForwardedScheme() {
            HeaderMatch https = new HeaderMatch(":scheme", new ValueMatch.Exact("https"), false, false);

            assertThat(matches(anyPath().addHeader(https), TestProxy.get("/"))).isFalse();
            assertThat(matches(
                            anyPath().addHeader(https),
                            TestProxy.get("/").addHeader(new Header("X-Forwarded-Proto", "HTTPS"))))
                    .isTrue();
        }
    }

    @Nested
    class QueryParameters {
        @ParameterizedTest
        @CsvSource({
            "exact,   a,  /?k=b&k=a, false",
            "exact,   a,  /?k=a&k=b, true",
            "exact,   '', /?k,       true",
            "exact,   '', /?k=,      true",
            "exact,   '', /,         false",
            "exact,   a,  /?k=%61,   false",
            "exact,   a,  /?K=a,     false",
            "present, '', /?x&k,     true",
            "regex,   .*, /?x,       false",
            "regex,   b+, /?k=bbb,   true",
        })
        void theFirstRawValueCounts(String kind, String text, String path, boolean expected) {
            RouteMatchBuilder match = anyPath().addQueryParameter(new QueryMatch("k", value(kind, text)));

            assertThat(matches(match, TestProxy.get(path))).isEqualTo(expected);
        }
    }

    @Nested
    class VirtualHosts {
        private static VirtualHost host(String name, String... domains) {
            return VirtualHost.builder().name(name).domains(List.of(domains)).build();
        }

        @ParameterizedTest
        @CsvSource({
            "echo,             echo",
            "ECHO:9999,        echo",
            "a.b.example.org,  b",
            "b.example.org,    example",
            "x-eu.example.org, example",
            "10.0.0.1:80,      echo",
            "[2001:db8::1]:80, echo",
            "unknown.io,       any",
        })
        void exactBeatsTheLongestWildcardBeatsAny(String authority, String expected) {
            RouteConfiguration table = new RouteConfiguration(
                    "8080",
                    List.of(
                            host("any", "*"),
                            host("example", "*.example.org"),
                            host("b", "*.b.example.org"),
                            host("echo", "echo", "10.0.0.1", "[2001:db8::1]")));

            ProxyAnswer answer =
                    TestProxy.serving().routes(table).answer(TestProxy.get("/").authority(authority));

            assertThat(answer.virtualHost()).contains(expected);
            assertThat(answer.outcome().status()).hasValue(404);
            assertThat(answer.outcome().flags()).isEqualTo("NR");
        }
    }
}
