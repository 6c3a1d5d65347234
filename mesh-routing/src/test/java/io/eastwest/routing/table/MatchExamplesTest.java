package io.eastwest.routing.table;

import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of istio-routes.md 5.3, 5.4 and 5.7: one condition, one request. */
class MatchExamplesTest {
    private static final String TOWN = service("town/a", 1, "http 80", "http-b 8080")
            + service("town/b", 2, "http 80", "http-b 8080")
            + pod("town/client", "10.1.0.1", "app: client");

    private static String get(String match, String path, String... headers) {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                rules("town/a", "{hosts: [a], http: [{match: [" + match + "], route: [{destination: {host: b}}]}]}"));
        return mesh.get("town/client", "10.96.0.1:80", "a", path, headers);
    }

    private static boolean matches(String match, String path, String... headers) {
        String answer = get(match, path, headers);
        assertThat(answer).isIn("outbound|80||b.town~", "404 NR");
        return !answer.equals("404 NR");
    }

    /** 5.7 rows 1 to 4, and case. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{uri: {exact: /a}};/a?x=1;true",
                "{uri: {exact: /a}};/a/;false",
                "{uri: {exact: /a}};/A;false",
                "{uri: {exact: /a}, ignoreUriCase: true};/A;true",
                "{uri: {prefix: /a}};/abc;true",
                "{uri: {prefix: /a}};/a/b;true",
                "{uri: {prefix: /a}};/b/a;false",
                "{uri: {prefix: /A}, ignoreUriCase: true};/abc;true",
                "{uri: {regex: ^/api}};/api/v1;false",
                "{uri: {regex: /api/.*}, ignoreUriCase: true};/API/x;false",
                "{uri: {regex: '(?i)/api/.*'}};/API/x;true",
                "{uri: {regex: /api/.*}};/api/x?y=1;true",
                "{uri: {prefix: ''}};/x;true",
                "{method: {exact: GET}};/;true",
                "{method: {exact: get}};/;false",
                "{method: {regex: 'GET|PUT'}};/;true",
                "{scheme: {exact: http}};/;true",
                "{scheme: {exact: https}};/;false",
                "{authority: {exact: a}};/;true",
                "{authority: {prefix: 'a.'}};/;false",
                "{headers: {':path': {exact: '/x?y=1'}}};/x?y=1;true",
                "{headers: {':method': {exact: GET}}};/;true",
                "{headers: {host: {exact: a}}};/;true",
                "{headers: {uri: {exact: /}}};/;false",
            })
    void pathMethodSchemeAndAuthority(String match, String path, boolean expected) {
        assertThat(matches(match, path)).isEqualTo(expected);
    }

    /** 5.7 row 9, trap 40. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{exact: a};/?k=a;true",
                "{exact: a};/?k=b&k=a;false",
                "{exact: a};/?K=a;false",
                "{exact: ''};/?k;true",
                "{exact: ''};/?k=;true",
                "{exact: ''};/;false",
                "{};/?k;true",
                "{};/?x=1;false",
                "{prefix: a};/?k=abc;true",
                "{regex: 'a+'};/?k=aab;false",
                "{regex: 'a+'};/?k=aa;true",
                "{regex: '*'};/?k=anything;true",
                "{exact: 'a b'};/?k=a%20b;false",
                "{exact: 'a%20b'};/?k=a%20b;true",
            })
    void queryParameters(String condition, String path, boolean expected) {
        assertThat(matches("{queryParams: {k: " + condition + "}}", path)).isEqualTo(expected);
    }

    /** The table of 5.4, with traps 8 to 10; columns: absent, empty, a, and a,b in two lines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "headers;{};false;true;true;true",
                "headers;{regex: '*'};false;true;true;true",
                "headers;{exact: ''};false;true;false;false",
                "headers;{exact: a};false;false;true;false",
                "headers;{exact: 'a,b'};false;false;false;true",
                "headers;{prefix: a};false;false;true;true",
                "headers;{regex: a};false;false;true;false",
                "headers;{regex: '.*'};false;true;true;true",
                "withoutHeaders;{};true;false;false;false",
                "withoutHeaders;{regex: '*'};true;false;false;false",
                "withoutHeaders;{exact: ''};false;false;true;true",
                "withoutHeaders;{exact: a};true;true;false;true",
                "withoutHeaders;{prefix: a};true;true;false;false",
                "withoutHeaders;{regex: '.*'};false;false;false;false",
            })
    void headers(String field, String condition, boolean absent, boolean empty, boolean one, boolean two) {
        String match = "{" + field + ": {x: " + condition + "}}";

        assertThat(matches(match, "/")).as("absent").isEqualTo(absent);
        assertThat(matches(match, "/", "X: ")).as("empty").isEqualTo(empty);
        assertThat(matches(match, "/", "X: a")).as("one").isEqualTo(one);
        assertThat(matches(match, "/", "X: a", "x: b")).as("two").isEqualTo(two);
    }

    @Test
    void severalWithoutHeadersMustAllFail() {
        String match = "{withoutHeaders: {x: {exact: a}, y: {}}}";

        assertThat(matches(match, "/")).isTrue();
        assertThat(matches(match, "/", "x: b")).isTrue();
        assertThat(matches(match, "/", "x: a")).isFalse();
        assertThat(matches(match, "/", "y: 1")).isFalse();
    }

    /** 5.7 rows 5 to 7 and 10, trap 6. */
    @Test
    void matchesAreAlternativesAndConditionsOfOneMatchAreNot() {
        assertThat(matches("{uri: {prefix: /a}}, {headers: {x: {exact: '1'}}}", "/b", "x: 1"))
                .isTrue();
        assertThat(matches("{uri: {prefix: /a}, headers: {x: {exact: '1'}}}", "/a"))
                .isFalse();
        assertThat(matches("{sourceLabels: {app: web}, gateways: [mesh]}", "/")).isTrue();
        assertThat(get("{sourceLabels: {app: web}}", "/")).isEqualTo("outbound|80||a.town~");
        assertThat(get("{sourceNamespace: web}", "/")).isEqualTo("outbound|80||a.town~");
        assertThat(get("{sourceNamespace: town, sourceLabels: {app: client}, port: 80}", "/"))
                .isEqualTo("outbound|80||b.town~");
        assertThat(get("{port: 8080}", "/")).isEqualTo("outbound|80||a.town~");
        assertThat(get("{gateways: [other]}", "/")).isEqualTo("outbound|80||a.town~");
    }

    /** 5.6 and 5.7 row 8, trap 15: what holds beforehand does not count as a condition. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{uri: {prefix: /}}",
                "{uri: {regex: '.*'}}",
                "{port: 80}",
                "{sourceLabels: {app: client}}",
                "{name: n}",
                "{statPrefix: s}",
                "{ignoreUriCase: true}"
            })
    void nothingFollowsAMatchThatTakesAll(String match) {
        SmallMesh mesh = SmallMesh.of(TOWN, rules("town/a", """

              hosts: [a]
              http:
              - {match: [MATCH], route: [{destination: {host: b}}]}
              - {match: [{uri: {prefix: /admin}}], route: [{destination: {host: a}}]}
            """.replace("MATCH", match)));

        assertThat(mesh.get("town/client", "10.96.0.1:80", "a", "/admin")).isEqualTo("outbound|80||b.town~");
        assertThat(mesh.sidecar(
                                "town/client",
                                "10.96.0.1:80",
                                Optional.empty(),
                                Optional.of(SmallMesh.request("GET", "a", "/admin")))
                        .virtualHost())
                .contains("a.town.svc.cluster.local:80");
    }

    /** 5.3: an empty prefix takes every path, but rules behind it stay. */
    @Test
    void emptyPrefixIsNoCatchAll() {
        SmallMesh mesh = SmallMesh.of(TOWN, rules("town/a", """

              hosts: [a]
              http:
              - {match: [{uri: {prefix: ""}, headers: {x: {}}}, {uri: {prefix: ""}}], route: [{destination: {host: b}}]}
              - {route: [{destination: {host: a}}]}
            """));

        assertThat(mesh.get("town/client", "10.96.0.1:80", "a", "/admin")).isEqualTo("outbound|80||b.town~");
    }

    /** Traps 11 to 13. */
    @Test
    void authorityConditionSeesThePort() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                rules(
                        "town/a",
                        "{hosts: [a], http: [{match: [{authority: {exact: a}}], route: [{destination: {host: b}}]}]}"));

        assertThat(mesh.get("town/client", "10.96.0.1:80", "a", "/")).isEqualTo("outbound|80||b.town~");
        assertThat(mesh.get("town/client", "10.96.0.1:80", "a:80", "/")).isEqualTo("404 NR");
        assertThat(mesh.get("town/client", "10.96.0.1:80", "A", "/")).isEqualTo("404 NR");
    }
}
