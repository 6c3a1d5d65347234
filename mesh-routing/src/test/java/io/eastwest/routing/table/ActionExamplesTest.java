package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.SmallMesh.istio;
import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.request;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.envoy.ForwardAction;
import io.eastwest.routing.envoy.RetryPolicy;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.proxy.UpstreamRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Actions of rules as istio-routes.md 6 describes them. */
class ActionExamplesTest {
    private static final String TOWN = service("town/a", 1, "http 80", "http-b 8080")
            + service("town/b", 2, "http 8080")
            + service("town/c", 3, "http 80", "http-b 8080")
            + pod("town/client", "10.1.0.1", "app: client");

    private static ProxyAnswer answer(String rule, String authority, String path, String... headers) {
        return SmallMesh.of(TOWN, rules("town/a", "{hosts: [a, other.example.com], http: [" + rule + "]}"))
                .sidecar(
                        "town/client",
                        "10.96.0.1:80",
                        Optional.empty(),
                        Optional.of(request("GET", authority, path, headers)));
    }

    private static String get(String rule) {
        return SmallMesh.text(answer(rule, "a", "/"));
    }

    private static UpstreamRequest upstream(String rule, String path, String... headers) {
        return answer(rule, "a", path, headers).upstreamRequests().get(0);
    }

    /** 6.12 rows 1 and 3 to 8, trap 4. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[{destination: {host: b}}];503 NC outbound|80||b.town~",
                "[{destination: {host: b, port: {number: 8080}}}];outbound|8080||b.town~",
                "[{destination: {host: a}, weight: 1}, {destination: {host: c}, weight: 3}];1/4 outbound|80||a.town~,"
                        + " 3/4 outbound|80||c.town~",
                "[{destination: {host: a}, weight: 0}, {destination: {host: c}, weight: 5}];outbound|80||c.town~",
                "[{destination: {host: c}, weight: 0}];outbound|80||c.town~",
                "[{destination: {host: a}, weight: 90}, {destination: {host: c, subset: v9}, weight: 10}];9/10 9/10"
                        + " outbound|80||a.town~ + 1/10 503 NC outbound|80|v9|c.town~",
                "[{destination: {host: reviews.prod}}];503 NC outbound|80||reviews.prod",
            })
    void destinations(String route, String expected) {
        assertThat(get("{route: " + route + "}")).isEqualTo(expected);
    }

    /** 6.12 row 2. */
    @Test
    void atAGatewayTheOnlyPortOfTheServiceCounts() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                pod("town/edge", "10.1.0.9", "app: edge"),
                istio(
                        "Gateway",
                        "town/gw",
                        "{selector: {app: edge}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts:"
                                + " ['*']}]}"),
                rules(
                        "town/a",
                        "{hosts: [a.example.com], gateways: [gw], http: [{route: [{destination: {host: b}}]}]}"));

        assertThat(mesh.gateway("town/edge", 80, "a.example.com", "/")).isEqualTo("outbound|8080||b.town~");
    }

    /** 6.4 and trap 43. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{uri: /x};a;/p?q=1;301 http://a/x?q=1",
                "{uri: '/x?y=2'};a;/p?q=1;301 http://a/x?y=2",
                "{uri: x};a;/p;301 http://a/x",
                "{authority: b.example.com};a:8080;/p?q=1;301 http://b.example.com/p?q=1",
                "{scheme: https};a;/p;301 https://a/p",
                "{scheme: https};a:80;/p;301 https://a/p",
                "{scheme: https};a:8080;/p;301 https://a:8080/p",
                "{port: 80};a:8080;/;301 http://a:8080/",
                "{port: 8443, scheme: https};a:8080;/;301 https://a:8443/",
                "{port: 443, scheme: https, authority: b};a:8080;/;301 https://b/",
                "{derivePort: FROM_REQUEST_PORT, authority: b};a:8080;/;301 http://b/",
                "{derivePort: FROM_PROTOCOL_DEFAULT, authority: b};a:8080;/;301 http://b/",
                "{uri: /x, redirectCode: 308};a;/;308 http://a/x",
            })
    void redirects(String redirect, String authority, String path, String expected) {
        assertThat(SmallMesh.text(answer("{redirect: " + redirect + "}", authority, path)))
                .isEqualTo(expected);
    }

    /** 6.4: istiod sends no action for other codes, and Envoy takes no route of the port. */
    @Test
    void redirectCodeThatEnvoyLacksTakesThePortDown() {
        ProxyAnswer answer = answer("{redirect: {uri: /x, redirectCode: 304}}", "a", "/");

        assertThat(SmallMesh.text(answer)).isEqualTo("404 NR");
        assertThat(answer.findings()).anyMatch(finding -> finding.contains("redirect code 304"));
    }

    /** 6.6 and trap 14. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{prefix: /a};{uri: /b};/a/x;/b/x",
                "{prefix: /a};{uri: /b};/abc;/bbc",
                "{prefix: /};{uri: /v2};/x;/v2x",
                "{exact: /a};{uri: /b};/a?q=1;/b?q=1",
                "{regex: '/a.*'};{uri: /b};/abc?q=1;/b?q=1",
                "{prefix: /};{uriRegexRewrite: {match: '/a/(.*)', rewrite: '/x/\\1'}};/a/b?q=1;/x/b?q=1",
                "{prefix: /};{uriRegexRewrite: {match: a, rewrite: b}};/a/a?a=1;/b/b?a=1",
                "{prefix: /};{uriRegexRewrite: {match: '/a', rewrite: '/\\2'}};/a/b;/a/b",
                "{prefix: /};{uriRegexRewrite: {match: '/a', rewrite: '/z\\\\y'}};/a/b;/z\\y/b",
                "{prefix: /};{uriRegexRewrite: {match: '/a', rewrite: '/z\\qy'}};/a/b;/z/b",
            })
    void rewrites(String uri, String rewrite, String path, String expected) {
        String rule = "{match: [{uri: " + uri + "}], rewrite: " + rewrite + ", route: [{destination: {host: c}}]}";

        assertThat(upstream(rule, path).path()).contains(expected);
    }

    /** 6.7: which new authority wins. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rewrite: {authority: w}, headers: {request: {set: {host: s}}};w",
                "headers: {request: {set: {host: s}, add: {':authority': d}}};s",
                "headers: {request: {add: {':authority': d}}};d",
                "headers: {request: {remove: [host]}};a",
            })
    void authorities(String fields, String expected) {
        assertThat(upstream("{" + fields + ", route: [{destination: {host: c}}]}", "/")
                        .authority())
                .contains(expected);
    }

    /** The examples of 6.8, trap 26; with one destination, and with two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{set: {x: r}};{set: {x: d}};d;r",
                "{set: {x: r}};{remove: [x]};r;r",
                "{remove: [x]};{set: {x: d}};d;",
                "{add: {x: r}};{set: {x: d}};d,r;d,r",
            })
    void headerOperations(String route, String destination, String one, String several) {
        String target = "{destination: {host: HOST}, weight: 1, headers: {request: " + destination + "}}";
        String rule = "{headers: {request: " + route + "}, route: [TARGETS]}";

        assertThat(x(upstream(rule.replace("TARGETS", target.replace("HOST", "c")), "/")))
                .isEqualTo(one);
        assertThat(x(upstream(
                        rule.replace("TARGETS", target.replace("HOST", "c") + ", " + target.replace("HOST", "a")),
                        "/")))
                .isEqualTo(several == null ? "" : several);
    }

    private static String x(UpstreamRequest request) {
        List<String> values = request.headers().stream()
                .filter(header -> header.name().equals("x"))
                .map(header -> header.value())
                .toList();
        return String.join(",", values);
    }

    /** 6.9, trap 27. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'';2 connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes [] true",
                "'retries: {},';none",
                "'retries: {attempts: 0},';none",
                "'retries: {attempts: 3},';3"
                        + " connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes [] true",
                "'retries: {attempts: 1, retryOn: \"5xx,503\"},';1 5xx,retriable-status-codes [503] true",
                "'retries: {attempts: 1, retryOn: \"429,retriable-status-codes\"},';1 retriable-status-codes [429]"
                        + " true",
                "'retries: {attempts: 1, retryIgnorePreviousHosts: false},';1"
                        + " connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes [] false",
            })
    void retries(String field, String expected) {
        ForwardAction action = (ForwardAction) answer("{" + field + " route: [{destination: {host: c}}]}", "a", "/")
                .route()
                .orElseThrow()
                .action();

        assertThat(action.retries().map(ActionExamplesTest::text).orElse("none"))
                .isEqualTo(expected);
    }

    private static String text(RetryPolicy policy) {
        return policy.attempts() + " " + policy.retryOn() + " " + policy.retriableStatusCodes() + " "
                + policy.previousHosts();
    }

    /** 6.10. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mirror: {host: a};1 a",
                "mirror: {host: a}, mirrorPercentage: {value: 0};",
                "mirror: {host: a}, mirrorPercentage: {value: 12.5};1/8 a",
                "mirror: {host: a}, mirrorPercent: 50;1/2 a",
                "mirrors: [{destination: {host: a}, percentage: {value: 50}}, {destination: {host: c}}];1/2 a 1 c",
            })
    void mirrors(String fields, String expected) {
        ProxyAnswer answer = answer("{" + fields + ", route: [{destination: {host: c}}]}", "a", "/");
        List<String> mirrors = answer.mirrors().stream()
                .map(mirror -> mirror.share() + " "
                        + mirror.name().substring("outbound|80||".length(), "outbound|80||".length() + 1))
                .toList();

        assertThat(String.join(" ", mirrors)).isEqualTo(expected == null ? "" : expected);
    }

    /** 6.11, trap 28. */
    @Test
    void faultsWithoutPercentageNeverHappen() {
        String route = ", route: [{destination: {host: c}}]}";

        assertThat(get("{fault: {abort: {httpStatus: 418}}" + route)).isEqualTo("outbound|80||c.town~");
        assertThat(get("{fault: {abort: {httpStatus: 418, percentage: {value: 25}}}" + route))
                .isEqualTo("3/4 outbound|80||c.town~ + 1/4 418 FI");
        assertThat(answer("{fault: {delay: {fixedDelay: 5s}}" + route, "a", "/").outcomes())
                .hasSize(1);
        assertThat(answer("{fault: {delay: {fixedDelay: 5s, percent: 50}}" + route, "a", "/").outcomes().stream()
                        .map(outcome -> outcome.flags() + " " + outcome.share()))
                .containsExactly("- 1/2", "DI 1/2");
        assertThat(get("{fault: {abort: {httpStatus: 418, percentage: {value: 100}}}, route: [{destination:"
                        + " {host: none}}]}"))
                .isEqualTo("418 FI");
    }

    /** 6.11 and trap 44: which OPTIONS requests the proxy answers. */
    @Test
    void preflightsAreAnsweredOnRoutesThatForward() {
        String cors = "corsPolicy: {allowOrigins: [{exact: 'https://ok.example'}], allowMethods: [GET]}";
        String forward = "{" + cors + ", route: [{destination: {host: c}}]}";
        String ignore = forward.replace("allowMethods", "unmatchedPreflights: IGNORE, allowMethods");
        String direct = "{" + cors + ", directResponse: {status: 204}}";

        assertThat(options(forward, "https://ok.example", true)).isEqualTo("200");
        assertThat(options(forward, "https://ok.example", false)).isEqualTo("outbound|80||c.town~");
        assertThat(options(forward, "https://no.example", true)).isEqualTo("outbound|80||c.town~");
        assertThat(options(ignore, "https://no.example", true)).isEqualTo("200");
        assertThat(options(direct, "https://ok.example", true)).isEqualTo("204");
    }

    private static String options(String rule, String origin, boolean preflight) {
        String[] headers = preflight
                ? new String[] {"origin: " + origin, "access-control-request-method: PATCH"}
                : new String[] {"origin: " + origin};
        return SmallMesh.text(SmallMesh.of(TOWN, rules("town/a", "{hosts: [a], http: [" + rule + "]}"))
                .sidecar(
                        "town/client",
                        "10.96.0.1:80",
                        Optional.empty(),
                        Optional.of(request("OPTIONS", "a", "/", headers))));
    }

    @Test
    void sharesOfOneAnswerSumToOne() {
        ProxyAnswer answer = answer(
                "{fault: {delay: {fixedDelay: 1s, percentage: {value: 33}}, abort: {httpStatus: 500, percentage:"
                        + " {value: 7}}}, route: [{destination: {host: c}, weight: 2}, {destination: {host: none}, weight:"
                        + " 5}]}",
                "a",
                "/");

        assertThat(Share.sum(answer.outcomes().stream()
                        .map(outcome -> outcome.share())
                        .toList()))
                .isEqualTo(Share.ONE);
    }
}
