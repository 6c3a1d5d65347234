package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eastwest.routing.Call;
import io.eastwest.routing.Caller;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.KindsTown;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EquivalenceTest {
    private static final String SUBSETS = SmallMesh.istio(
            "DestinationRule",
            "shop/a",
            "{host: a, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}");
    private static final String VIRTUAL_SERVICE = SmallMesh.rules(
            "shop/a",
            "{hosts: [a.shop.svc.cluster.local], http: ["
                    + "{match: [{headers: {x-beta: {exact: 'on'}}}], route: [{destination: {host: a, subset: v2}}]},"
                    + " {match: [{uri: {exact: /exact}}], route: [{destination: {host: a, subset: v2}}]},"
                    + " {route: [{destination: {host: a, subset: v1}, weight: 90},"
                    + " {destination: {host: a, subset: v2}, weight: 10}]}]}");
    private static final String HTTP_ROUTE = route("/exact", 90);

    private static String route(String path, int weight) {
        return """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: a, namespace: shop}
                spec:
                  parentRefs: [{group: '', kind: Service, name: a}]
                  rules:
                  - matches: [{headers: [{name: x-beta, value: 'on'}]}]
                    backendRefs: [{name: a-v2, port: 80}]
                  - matches: [{path: {type: Exact, value: PATH}}]
                    backendRefs: [{name: a-v2, port: 80}]
                  - backendRefs: [{name: a-v1, port: 80, weight: WEIGHT}, {name: a-v2, port: 80, weight: REST}]
                """.replace("PATH", path)
                .replace("WEIGHT", Integer.toString(weight))
                .replace("REST", Integer.toString(100 - weight));
    }

    private static String service(String name, int number, String selector) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: NAME, namespace: shop}
                spec: {clusterIP: 10.96.0.NUMBER, selector: {SELECTOR}, ports: [{name: http, port: 80}]}
                """.replace("NAME", name)
                .replace("NUMBER", Integer.toString(number))
                .replace("SELECTOR", selector);
    }

    private static MeshRouter mesh(String... more) {
        List<String> all = new ArrayList<>(List.of(
                service("a", 1, "app: a"),
                service("a-v1", 2, "app: a, version: v1"),
                service("a-v2", 3, "app: a, version: v2"),
                SmallMesh.pod("shop/a-1", "10.0.0.1", "app: a, version: v1"),
                SmallMesh.pod("shop/a-2", "10.0.0.2", "app: a, version: v2"),
                SmallMesh.pod("web/client", "10.1.0.1", "app: client")));
        all.addAll(List.of(more));
        return MeshRouter.of(SmallMesh.snapshot(all.toArray(String[]::new)));
    }

    private static Equivalence compare(MeshRouter one, MeshRouter other) {
        return Equivalence.of(one, other, "a.shop");
    }

    @Nested
    class OfAVirtualServiceAndAnHttpRoute {
        private final MeshRouter old = mesh(SUBSETS, VIRTUAL_SERVICE);

        @Test
        void theyAreEqualThoughAllNamesDiffer() {
            Equivalence equivalence = compare(old, mesh(HTTP_ROUTE));

            assertThat(equivalence.toText())
                    .startsWith("EQUAL: 18 calls of 3 callers to 1 target, nothing is broken\n");
            assertThat(equivalence.notCompared()).isEmpty();
            assertThat(equivalence.ignored())
                    .contains("names of clusters: [outbound|80|v2|a.shop.svc.cluster.local] and"
                            + " [outbound|80||a-v2.shop.svc.cluster.local]")
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("names of rules: ")
                            .contains("VirtualService/shop/a spec.http[2]", "HTTPRoute/shop/a"));
        }

        @Test
        void anotherWeightIsFoundWithACallAndBothDecisions() {
            Equivalence equivalence = compare(old, mesh(route("/exact", 80)));

            assertThat(equivalence.isEqual()).isFalse();
            assertThat(equivalence.witness()).hasValueSatisfying(change -> {
                assertThat(change.before()).contains("9/10 c1/shop/a-1");
                assertThat(change.after()).contains("4/5 c1/shop/a-1");
                assertThat(change.decisionBefore()).isPresent();
                assertThat(change.decisionAfter()).isPresent();
            });
        }

        @Test
        void anotherPathIsFoundByACallWithIt() {
            Equivalence equivalence = compare(old, mesh(route("/other", 90)));

            assertThat(equivalence.witness())
                    .hasValueSatisfying(change -> assertThat(
                                    change.witness().request().orElseThrow().path())
                            .isIn("/exact", "/other"));
        }

        @Test
        void settingsOfTheBackendsCount() {
            String limited = SmallMesh.istio(
                    "DestinationRule",
                    "shop/v2",
                    "{host: a-v2, trafficPolicy: {connectionPool: {http: {http1MaxPendingRequests: 1}}}}");

            assertThat(compare(old, mesh(HTTP_ROUTE, limited)).witness())
                    .hasValueSatisfying(change -> assertThat(change.after()).contains("10.0.0.2:80 by"));
        }
    }

    @Nested
    class OfWhatIsAsked {
        private static final String CLIENT = SmallMesh.pod("late/pod", "10.1.0.9", "app: late");
        private static final String WILD = SmallMesh.istio(
                "ServiceEntry",
                "shop/wild",
                "{hosts: ['*.wild.example'], location: MESH_INTERNAL, resolution: NONE,"
                        + " ports: [{number: 80, name: http, protocol: HTTP}]}");

        @Test
        void allServicesOfBothMeshesAreComparedWhereNoneIsNamed() {
            assertThat(Equivalence.of(mesh(), mesh()).toText())
                    .matches("EQUAL: [0-9]+ calls of 3 callers to 3 targets, nothing is broken\n");
            assertThat(Equivalence.of(mesh(), mesh(service("b", 4, "app: a"))).witness())
                    .hasValueSatisfying(change -> {
                        assertThat(change.target()).isEqualTo("b.shop:80");
                        assertThat(change.before()).isEqualTo("the host is not known");
                        assertThat(change.decisionBefore()).isEmpty();
                        assertThat(change.decisionAfter()).isPresent();
                    });
        }

        @Test
        void servicesAreNamedInShortOrInFull() {
            String oneOfThree = "EQUAL: [0-9]+ calls of 3 callers to 1 target, nothing is broken\n";

            assertThat(Equivalence.of(mesh(), mesh(), "a-v1.shop").toText()).matches(oneOfThree);
            assertThat(Equivalence.of(mesh(), mesh(), "a-v1.shop.svc.cluster.local")
                            .toText())
                    .matches(oneOfThree);
            assertThat(Equivalence.of(mesh(), mesh(service("b", 4, "app: a")), "b.shop")
                            .isEqual())
                    .isFalse();
        }

        @Test
        void callersOfOneMeshAreNotCompared() {
            assertThat(Equivalence.of(mesh(CLIENT), mesh(), "a.shop").notCompared())
                    .containsExactly("calls of c1/late/pod, which only the first mesh has");
            assertThat(Equivalence.of(mesh(CLIENT), mesh(CLIENT), "a.shop"))
                    .satisfies(each -> assertThat(each.toText())
                            .matches("EQUAL: [0-9]+ calls of 4 callers to 1 target, nothing is broken\n"));
        }

        @Test
        void servicesThatNoCallCanNameAreToldOnceWhereTheyAreMeant() {
            String line = "calls to *.wild.example: it stands for many names, and a call needs one";

            assertThat(Equivalence.of(mesh(WILD), mesh(WILD)).notCompared()).containsExactly(line);
            assertThat(Equivalence.of(mesh(), mesh(WILD), "*.wild.example").notCompared())
                    .containsExactly(line);
            assertThat(Equivalence.of(mesh(WILD), mesh(WILD), "a.shop").notCompared())
                    .isEmpty();
        }

        @Test
        void chosenCallersCallChosenTargets() {
            Equivalence equivalence = Equivalence.of(
                    mesh(),
                    mesh(),
                    List.of(new Caller("client", "web", "c1")),
                    List.of(new CallTarget("it", Call.tcp("a.shop", 80))),
                    List.of(Conditions.healthy()));

            assertThat(equivalence.toText())
                    .matches("EQUAL: [0-9]+ calls? of 1 caller to 1 target, nothing is broken\n")
                    .startsWith("EQUAL: " + equivalence.calls() + " call");
            assertThat(equivalence.calls()).isPositive();
        }
    }

    @Nested
    class OfCopies {
        private static String mirrored(String subset, int percent) {
            return SmallMesh.rules(
                    "shop/a",
                    "{hosts: [a.shop.svc.cluster.local], http: [{route: [{destination: {host: a}}], mirrors:"
                            + " [{destination: {" + subset + "}, percentage: {value: " + percent + "}}]}]}");
        }

        @Test
        void whereTheyGoAndHowManyCounts() {
            MeshRouter one = mesh(SUBSETS, mirrored("host: a, subset: v1", 50));

            assertThat(compare(one, mesh(SUBSETS, mirrored("host: a-v1", 50))).isEqual())
                    .isTrue();
            assertThat(compare(one, mesh(SUBSETS, mirrored("host: a-v1", 40))).witness())
                    .hasValueSatisfying(change -> {
                        assertThat(change.before()).contains("mirrored to 1/2 [10.0.0.1:80]");
                        assertThat(change.after()).contains("mirrored to 2/5 [10.0.0.1:80]");
                    });
            assertThat(compare(one, mesh(SUBSETS, mirrored("host: a", 100))).witness())
                    .hasValueSatisfying(
                            change -> assertThat(change.after()).contains("mirrored to [10.0.0.1:80, 10.0.0.2:80]"));
        }
    }

    @Nested
    class AsText {
        @Test
        void aDifferenceHasItsCall() {
            String text = compare(mesh(SUBSETS, VIRTUAL_SERVICE), mesh(route("/exact", 80)))
                    .toText();

            assertThat(text.lines().toList())
                    .first()
                    .asString()
                    .matches("DIFFERENT: \\d+ calls? of 3 callers to 1 target, nothing is broken");
            assertThat(text)
                    .contains(
                            "\na.shop:80\n  - ",
                            "\n  + ",
                            "\n  such as GET http://a.shop.svc.cluster.local:80/ from c1/");
        }

        @Test
        void namesAndGapsHaveALineEach() {
            String text = compare(
                            mesh(SUBSETS, VIRTUAL_SERVICE),
                            mesh(HTTP_ROUTE, SmallMesh.pod("late/pod", "10.1.0.9", "app: late")))
                    .toText();

            assertThat(text)
                    .startsWith("EQUAL AS FAR AS COMPARED: ")
                    .contains("\nignored: names of clusters: [outbound|80|v2|a.shop.svc.cluster.local] and"
                            + " [outbound|80||a-v2.shop.svc.cluster.local]\n")
                    .endsWith("\nnot compared: calls of c1/late/pod, which only the second mesh has\n");
        }

        @Test
        void whatIsNotModelledIsNotCompared() {
            String patch = SmallMesh.istio(
                            "EnvoyFilter",
                            "web/patch",
                            "{configPatches: [{applyTo: HTTP_ROUTE, match: {context: SIDECAR_OUTBOUND}, patch: {operation:"
                                    + " MERGE, value: {}}}]}")
                    .replace("networking.istio.io/v1", "networking.istio.io/v1alpha3");

            assertThat(compare(mesh(), mesh(patch)).notCompared())
                    .singleElement()
                    .asString()
                    .contains("EnvoyFilter/web/patch");
        }

        @Test
        void otherReadingsOfPathsAreDoubted() {
            String decodes = """
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data: {mesh: "pathNormalization: {normalization: DECODE_AND_MERGE_SLASHES}"}
                    """;

            assertThat(compare(mesh(), mesh(decodes)).notCompared())
                    .containsExactly(
                            "a.shop:80: paths that are not normal are read in another way, and were not tried");
        }
    }

    @Test
    void tlsRulesOfAVirtualServiceAndATlsRouteAreComparedByServerNames() {
        String route = """
                ---
                apiVersion: gateway.networking.k8s.io/v1
                kind: TLSRoute
                metadata: {name: a, namespace: shop}
                spec:
                  parentRefs: [{group: '', kind: Service, name: a, port: 443}]
                  hostnames: ['*.town']
                  rules: [{backendRefs: [{name: b, port: 443}]}]
                """;
        String rules = SmallMesh.rules(
                "shop/a",
                "{hosts: ['*.town', a.shop.svc.cluster.local], tls: [{match: [{port: 443, sniHosts: ['*.town']}],"
                        + " route: [{destination: {host: b, port: {number: 443}}}]}]}");
        MeshRouter old = KindsTown.with(rules);

        Equivalence same = compare(old, KindsTown.with(route));
        Equivalence other = compare(old, KindsTown.with(route.replace("*.town", "*.city")));

        assertThat(same.isEqual()).as(same.toText()).isTrue();
        assertThat(same.notCompared()).isEmpty();
        assertThat(other.witness().orElseThrow().witness().tls().orElseThrow().serverName())
                .get()
                .asString()
                .matches(".*\\.(town|city)");
    }

    @Test
    void headersOfOneDestinationAreNotThoseOfAnother() {
        String headers = "{hosts: [a.shop.svc.cluster.local], http: [{route: ["
                + "{destination: {host: a, subset: v1}, weight: 50, headers: {request: {set: {x-to: ONE}}}},"
                + " {destination: {host: a, subset: v2}, weight: 50, headers: {request: {set: {x-to: TWO}}}}]}]}";
        MeshRouter one = mesh(SUBSETS, SmallMesh.rules("shop/a", headers));
        MeshRouter swapped = mesh(
                SUBSETS,
                SmallMesh.rules(
                        "shop/a",
                        headers.replace("ONE", "x").replace("TWO", "ONE").replace("x-to: x", "x-to: TWO")));

        assertThat(compare(one, one).isEqual()).isTrue();
        assertThat(compare(one, swapped).isEqual()).isFalse();
    }

    @Test
    void conditionsMayTellWhatHealthDoesNot() {
        String retries = "{hosts: [a.shop.svc.cluster.local], http: [{retries: {attempts: 0},"
                + " route: [{destination: {host: a}}]}]}";
        MeshRouter one = mesh();
        MeshRouter other = mesh(SmallMesh.rules("shop/a", retries));
        List<Conditions> conditions = List.of(Conditions.healthy(), Conditions.podDown("c1/shop/a-1"));

        assertThat(Equivalence.of(one, one, List.of("a.shop"), conditions).toText())
                .isEqualTo("EQUAL: 9 calls of 3 callers to 1 target, under 2 conditions\n");
        assertThat(Equivalence.of(one, other, List.of("a.shop"), conditions).isEqual())
                .isFalse();
    }

    @Test
    void whatCannotBeComparedIsSaid() {
        String odd = SmallMesh.rules(
                "shop/a",
                "{hosts: [a.shop.svc.cluster.local], http: [{match: [{uri: {regex: '(?i)/x'}}],"
                        + " route: [{destination: {host: a}}]}]}");
        MeshRouter late = mesh(odd, SmallMesh.pod("late/pod", "10.1.0.9", "app: late"));

        Equivalence equivalence = compare(mesh(odd), late);

        assertThat(equivalence.isEqual()).isTrue();
        assertThat(equivalence.toText()).startsWith("EQUAL AS FAR AS COMPARED: ");
        assertThat(equivalence.notCompared())
                .containsExactly(
                        "calls of c1/late/pod, which only the second mesh has",
                        "a.shop:80: expression of a path is not understood exactly");
        assertThatThrownBy(() -> Equivalence.of(late, late, "b.shop"))
                .hasMessage("neither mesh has a service \"b.shop\"");
    }

    @Test
    void theExampleOfThePage() {
        MeshRouter virtualServices = mesh(SUBSETS, VIRTUAL_SERVICE);
        MeshRouter httpRoutes = mesh(HTTP_ROUTE);

        Equivalence equivalence = Equivalence.of(virtualServices, httpRoutes, "a.shop");
        equivalence.isEqual();
        equivalence.witness(); // a call and both decisions, if it is not
        equivalence.ignored(); // names that differ where decisions do not

        assertThat(equivalence.isEqual()).isTrue();
        assertThat(equivalence.witness()).isEmpty();
        assertThat(equivalence.ignored()).isNotEmpty();
    }
}
