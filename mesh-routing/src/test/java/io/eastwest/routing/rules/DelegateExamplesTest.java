package io.eastwest.routing.rules;

import static io.eastwest.routing.fixture.SmallMesh.pod;
import static io.eastwest.routing.fixture.SmallMesh.rules;
import static io.eastwest.routing.fixture.SmallMesh.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delegates as istio-routes.md 4 describes them; a root rule that vanishes leaves the call to the rule behind it. */
class DelegateExamplesTest {
    private static final String TOWN = service("town/a", 1, "http 80", "http-b 8080")
            + service("town/b", 2, "http 80", "http-b 8080")
            + service("town/c", 3, "http 80", "http-b 8080")
            + pod("town/client", "10.1.0.1", "app: client");

    private static SmallMesh mesh(String root, String delegate) {
        return SmallMesh.of(
                TOWN, rules("town/root", """

                      hosts: [a]
                      http:
                      - {ROOT delegate: {name: part}}
                      - {name: last, route: [{destination: {host: c}}]}
                    """.replace("ROOT", root)), rules("town/part", "{http: [" + delegate + "]}"));
    }

    private static String get(SmallMesh mesh, String path, String... headers) {
        return mesh.get("town/client", "10.96.0.1:80", "a", path, headers);
    }

    private static final String TO_B = "route: [{destination: {host: b}}]";
    private static final String B = "outbound|80||b.town~";
    private static final String C = "outbound|80||c.town~";

    /** Example (a). */
    @Test
    void rulesOfTheDelegateTakeThePlaceOfTheRootRule() {
        SmallMesh mesh = mesh(
                "match: [{uri: {prefix: /productpage}, port: 8080}],",
                "{match: [{uri: {prefix: /productpage/v1}}], " + TO_B + "}, {route: [{destination: {host: a}}]}");

        assertThat(mesh.get("town/client", "10.96.0.1:8080", "a", "/productpage/v1"))
                .isEqualTo("outbound|8080||b.town~");
        assertThat(mesh.get("town/client", "10.96.0.1:8080", "a", "/productpage"))
                .isEqualTo("outbound|8080||a.town~");
        assertThat(mesh.get("town/client", "10.96.0.1:8080", "a", "/x")).isEqualTo("outbound|8080||c.town~");
        assertThat(get(mesh, "/productpage/v1")).isEqualTo(C);
    }

    /** Example (b), rule 5. */
    @Test
    void oneConflictingMatchDropsTheWholeDelegateRule() {
        String match = "match: [{uri: {exact: /productpage/v1}}, {uri: {exact: /reviews}}], ";
        SmallMesh mesh = mesh("match: [{uri: {prefix: /productpage}}],", "{" + match + TO_B + "}");

        assertThat(get(mesh, "/productpage/v1")).isEqualTo(C);
    }

    /** Rule 5: every match of the delegate is joined with every match of the root that it does not contradict. */
    @Test
    void matchesMultiply() {
        SmallMesh mesh = mesh(
                "match: [{headers: {x: {exact: '1'}}}, {headers: {y: {exact: '1'}}}],",
                "{match: [{uri: {prefix: /a}}, {uri: {prefix: /b}}], " + TO_B + "}");

        assertThat(get(mesh, "/a", "x: 1")).isEqualTo(B);
        assertThat(get(mesh, "/b", "y: 1")).isEqualTo(B);
        assertThat(get(mesh, "/a")).isEqualTo(C);
        assertThat(get(mesh, "/c", "x: 1")).isEqualTo(C);
    }

    /** Rules 7 and 8 and examples (c) to (e); traps 23 and 24: whether a match of the root and one of the delegate go together. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{uri: {regex: /a}};{uri: {regex: /a}};false",
                "{uri: {regex: /a}};{uri: {}};false",
                "{uri: {prefix: /}};{uri: {regex: /a}};false",
                "{uri: {exact: /a}};{uri: {exact: /a}};true",
                "{uri: {exact: /a}};{uri: {prefix: /a}};false",
                "{uri: {exact: /a}};{uri: {}};false",
                "{uri: {prefix: /}};{uri: {prefix: /a}};true",
                "{uri: {prefix: /b}};{uri: {prefix: /a}};false",
                "{uri: {prefix: /a}};{uri: {exact: /a}};true",
                "{uri: {prefix: /a}};{uri: {}};false",
                "{uri: {}};{uri: {exact: /a}};false",
                "{uri: {prefix: ''}};{uri: {exact: /a}};false",
                "{method: {exact: GET}};{method: {exact: GET}};true",
                "{method: {exact: GET}};{method: {exact: PUT}};false",
                "{headers: {x: {}}};{headers: {x: {exact: '1'}}};false",
                "{headers: {x: {prefix: ''}}};{headers: {x: {exact: '1'}}};false",
                "{headers: {y: {}}, uri: {prefix: /}};{headers: {x: {exact: '1'}}};true",
                "{withoutHeaders: {z: {exact: '1'}}};{withoutHeaders: {z: {exact: '2'}}};false",
                "{queryParams: {q: {exact: '1'}}};{queryParams: {q: {exact: '1'}}};true",
                "{queryParams: {q: {exact: '1'}}};{queryParams: {q: {}}};false",
                "{ignoreUriCase: true};{uri: {prefix: /a}};false",
                "{ignoreUriCase: true};{uri: {prefix: /A}, ignoreUriCase: true};true",
                "{port: 80};{port: 8080};false",
                "{port: 80};{uri: {prefix: /a}};true",
                "{sourceNamespace: town};{uri: {prefix: /}};false",
                "{sourceNamespace: town};{sourceNamespace: town};true",
                "{sourceLabels: {app: client}};{sourceLabels: {app: other}};false",
                "{sourceLabels: {app: client}};{uri: {prefix: /a}};true",
                "{gateways: [mesh]};{gateways: [mesh]};true",
                "{gateways: [mesh]};{gateways: [mesh, x]};false",
                "{gateways: [x, mesh]};{gateways: [mesh]};true",
                "{gateways: [x]};{gateways: [mesh]};false",
            })
    void conflicts(String root, String delegate, boolean merges) {
        SmallMesh mesh = mesh("match: [" + root + "],", "{match: [" + delegate + "], " + TO_B + "}");

        assertThat(get(mesh, "/a?q=1", "x: 1", "y: 1")).isEqualTo(merges ? B : C);
    }

    /** Example (d). */
    @Test
    void rootMatchIsInheritedByARuleWithoutMatches() {
        assertThat(get(mesh("match: [{sourceNamespace: town}],", "{" + TO_B + "}"), "/"))
                .isEqualTo(B);
        assertThat(get(mesh("match: [{sourceNamespace: web}],", "{" + TO_B + "}"), "/"))
                .isEqualTo(C);
    }

    /** Rule 9 and trap 25. */
    @Test
    void actionsAreInheritedWhereTheDelegateHasNone() {
        assertThat(get(mesh("directResponse: {status: 418},", "{" + TO_B + "}"), "/"))
                .isEqualTo("418");
        assertThat(get(mesh("directResponse: {status: 418},", "{directResponse: {status: 419}}"), "/"))
                .isEqualTo("419");
        assertThat(get(mesh("redirect: {uri: /x},", "{" + TO_B + "}"), "/")).isEqualTo(B);
        assertThat(get(mesh("fault: {abort: {httpStatus: 418, percentage: {value: 100}}},", "{" + TO_B + "}"), "/"))
                .isEqualTo("418 FI");
    }

    /** Rules 1, 2 and 10. */
    @Test
    void delegateThatIsMissingHiddenOrARootDropsTheRule() {
        String root =
                "{hosts: [a], http: [{delegate: {name: NAME, namespace: NS}}, {route: [{destination: {host: c}}]}]}";
        String part = "{EXPORT http: [{route: [{destination: {host: b.town.svc.cluster.local}}]}]}";
        String own = root.replace("NAME", "part").replace("NS", "web");

        assertThat(get(SmallMesh.of(TOWN, rules("town/root", own)), "/")).isEqualTo(C);
        assertThat(get(SmallMesh.of(TOWN, rules("town/root", own), rules("web/part", part.replace("EXPORT", ""))), "/"))
                .isEqualTo(B);
        assertThat(get(
                        SmallMesh.of(
                                TOWN,
                                rules("town/root", own),
                                rules("web/part", part.replace("EXPORT", "exportTo: ['.'],"))),
                        "/"))
                .isEqualTo(C);
        assertThat(get(
                        SmallMesh.of(
                                TOWN,
                                rules("town/root", own),
                                rules("web/part", part.replace("EXPORT", "exportTo: [town],"))),
                        "/"))
                .isEqualTo(B);
        assertThat(get(
                        SmallMesh.of(
                                TOWN,
                                rules("town/root", own),
                                rules("web/part", part.replace("EXPORT", "hosts: [x.y],"))),
                        "/"))
                .isEqualTo(C);
    }

    /** Rule 3. */
    @Test
    void shortHostsOfTheDelegateAreThoseOfItsNamespace() {
        SmallMesh mesh = SmallMesh.of(
                TOWN,
                service("web/b", 4, "http 80"),
                rules("town/root", "{hosts: [a], http: [{delegate: {name: part, namespace: web}}]}"),
                rules("web/part", "{http: [{route: [{destination: {host: b}}]}]}"));

        assertThat(get(mesh, "/")).isEqualTo("outbound|80||b.web~");
    }
}
