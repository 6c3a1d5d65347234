package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of whatever a proxy on the way looks at is found, and shown by a call. */
class WitnessTest {
    private static BehaviouralDiff diff(MeshRouter before, MeshRouter after) {
        BehaviouralDiff diff = BehaviouralDiff.of(before, after);
        diff.changes().forEach(change -> {
            boolean same = change.decisionBefore().isPresent()
                    && change.decisionAfter().isPresent()
                    && before.decide(change.witness())
                            .outcomes()
                            .equals(change.decisionBefore().get().outcomes())
                    && after.decide(change.witness())
                            .outcomes()
                            .equals(change.decisionAfter().get().outcomes());
            assertThat(same).as(change.toText()).isTrue();
        });
        return diff;
    }

    private static HttpRequest witness(BehaviouralDiff diff) {
        assertThat(diff.changes()).as(diff.toText()).isNotEmpty();
        return diff.changes().get(0).witness().request().orElseThrow();
    }

    private static MeshRouter policy(String spec, String... more) {
        return BehaviouralDiffTest.mesh(String.join("---\n", more)
                + (more.length == 0 ? "" : "---\n")
                + AmbientMesh.policy("AuthorizationPolicy", "shop", "p", spec));
    }

    private static String rule(String action, String rule) {
        return "{selector: {matchLabels: {app: orders}}, action: " + action + ", rules: [" + rule + "]}";
    }

    @Nested
    class OfPolicies {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {when: [{key: 'request.headers[x-user]', values: [jason]}]} | {when: [{key: 'request.headers[x-user]', values: [kate]}]}
                {when: [{key: 'request.headers[x-user]', values: ['ja*']}]} | {when: [{key: 'request.headers[x-user]', values: ['*']}]}
                {when: [{key: 'request.headers[x-user]', notValues: [a]}]}  | {when: [{key: 'request.headers[x-user]', notValues: [a, b]}]}
                {to: [{operation: {paths: ['/a/{*}/c']}}]}                  | {to: [{operation: {paths: ['/a/{**}/c']}}]}
                {to: [{operation: {paths: ['/a*'], notPaths: ['/a/b']}}]}   | {to: [{operation: {paths: ['/a*'], notPaths: ['/a/c']}}]}
                {to: [{operation: {hosts: ['orders.shop']}}]}               | {to: [{operation: {hosts: ['ORDERS.shop.svc']}}]}
                {to: [{operation: {notMethods: [GET, PUT]}}]}               | {to: [{operation: {notMethods: [GET]}}]}
                {to: [{operation: {ports: ['8080'], methods: [PURGE]}}]}    | {to: [{operation: {ports: ['8081'], methods: [PURGE]}}]}
                {from: [{source: {namespaces: [shop]}}]}                    | {from: [{source: {namespaces: [town]}}]}
                {from: [{source: {ipBlocks: [10.0.0.4]}}]}                  | {from: [{source: {ipBlocks: [10.0.0.5]}}]}
                {from: [{source: {remoteIpBlocks: [192.0.2.0/26]}}]}        | {from: [{source: {remoteIpBlocks: [192.0.2.0/25]}}]}
                {when: [{key: remote.ip, values: [192.0.2.9]}]}             | {when: [{key: remote.ip, values: [192.0.2.10]}]}
                """)
        void everyConditionIsVaried(String before, String after) {
            assertThat(diff(policy(rule("DENY", before)), policy(rule("DENY", after)))
                            .isEmpty())
                    .isFalse();
            assertThat(diff(policy(rule("ALLOW", before)), policy(rule("ALLOW", after)))
                            .isEmpty())
                    .isFalse();
            assertThat(diff(policy(rule("DENY", before)), policy(rule("DENY", before)))
                            .toText())
                    .isEqualTo("no call is answered differently\n");
        }

        @Test
        void theCallThatShowsAHeaderHasIt() {
            String both = "{to: [{operation: {paths: [/a]}}], when: [{key: 'request.headers[x-user]', values: [jason]},"
                    + " {key: 'request.headers[x-tier]', values: ['gold*']}]}";

            HttpRequest request = witness(diff(BehaviouralDiffTest.mesh(""), policy(rule("DENY", both))));

            assertThat(request.path()).isEqualTo("/a");
            assertThat(request.headerValues("x-user")).containsExactly("jason");
            assertThat(request.headerValues("x-tier")).containsExactly("gold");
        }

        @Test
        void aRuleBehindARewriteIsMetByThePathThatIsSent() {
            String rewrite = SmallMesh.rules(
                    "shop/orders",
                    "{hosts: [orders], http: [{match: [{uri: {prefix: /v1}}], rewrite: {uri: /api},"
                            + " route: [{destination: {host: orders}}]}]}");

            HttpRequest request = witness(diff(
                    policy(rule("DENY", "{to: [{operation: {paths: [/none]}}]}"), rewrite),
                    policy(rule("DENY", "{to: [{operation: {paths: [/api/secret]}}]}"), rewrite)));

            assertThat(request.path()).isEqualTo("/v1/secret");
        }

        @Test
        void aHeaderThatARuleAppendsToIsMetByWhatIsSent() {
            String appends = SmallMesh.rules(
                    "shop/orders",
                    "{hosts: [orders], http: [{headers: {request: {add: {x-way: mesh}}},"
                            + " route: [{destination: {host: orders}}]}]}");

            BehaviouralDiff diff = diff(
                    policy(rule("DENY", "{when: [{key: 'request.headers[x-way]', values: [jason]}]}"), appends),
                    policy(rule("DENY", "{when: [{key: 'request.headers[x-way]', values: [kate]}]}"), appends));

            assertThat(diff.changes())
                    .flatExtracting(
                            change -> change.witness().request().orElseThrow().headerValues("x-way"))
                    .containsExactlyInAnyOrder("jason", "kate");
        }

        @Test
        void aHeaderThatARuleAppendsIsThereWithoutBeingSent() {
            String appends = SmallMesh.rules(
                    "shop/orders",
                    "{hosts: [orders], http: [{headers: {request: {add: {x-way: mesh}}},"
                            + " route: [{destination: {host: orders}}]}]}");

            HttpRequest request = witness(diff(
                    policy(rule("DENY", "{when: [{key: 'request.headers[x-way]', values: [none]}]}"), appends),
                    policy(rule("DENY", "{when: [{key: 'request.headers[x-way]', values: [mesh]}]}"), appends)));

            assertThat(request.headerValues("x-way")).isEmpty();
        }
    }

    @Nested
    class OfTokens {
        private static final String ISSUERS =
                "{selector: {matchLabels: {app: orders}}, jwtRules: [{issuer: ISSUER, jwks: x, MORE}]}";

        private static String verified(String issuer, String more) {
            return AmbientMesh.policy(
                    "RequestAuthentication",
                    "shop",
                    "tokens",
                    ISSUERS.replace("ISSUER", issuer).replace("MORE", more));
        }

        private static MeshRouter mesh(String... manifests) {
            return BehaviouralDiffTest.mesh(String.join("---\n", manifests));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                one | audiences: [a]                              | two | audiences: [a]
                one | audiences: [a]                              | one | audiences: [b]
                one | 'fromHeaders: [{name: x-token}]'            | one | 'fromHeaders: [{name: x-other}]'
                one | fromParams: [t]                             | one | fromParams: [u]
                one | 'outputClaimToHeaders: [{header: x-s, claim: sub}]' | one | audiences: []
                """)
        void everyRuleOfVerificationIsVaried(String issuer, String more, String otherIssuer, String otherMore) {
            assertThat(diff(mesh(verified(issuer, more)), mesh(verified(otherIssuer, otherMore)))
                            .isEmpty())
                    .isFalse();
            assertThat(diff(mesh(verified(issuer, more)), mesh(verified(issuer, more)))
                            .toText())
                    .isEqualTo("no call is answered differently\n");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {from: [{source: {requestPrincipals: ['one/kate']}}]} | {from: [{source: {requestPrincipals: ['one/jo']}}]}
                {from: [{source: {requestPrincipals: ['*']}}]}        | {from: [{source: {requestPrincipals: ['one/*']}}]}
                {when: [{key: 'request.auth.claims[group]', values: [a]}]} | {when: [{key: 'request.auth.claims[group]', values: [b]}]}
                {when: [{key: 'request.auth.claims[scope]', values: [read]}]} | {when: [{key: 'request.auth.claims[scope]', values: [write]}]}
                {when: [{key: 'request.auth.claims[a][b]', values: [x]}]} | {when: [{key: 'request.auth.claims[a][c]', values: [x]}]}
                {when: [{key: request.auth.audiences, values: [a]}]}  | {when: [{key: request.auth.presenter, values: [a]}]}
                """)
        void everyConditionOnATokenIsVaried(String before, String after) {
            String tokens = verified("one", "audiences: []") + "---\n"
                    + verified("two", "audiences: []").replace("name: tokens", "name: others");
            MeshRouter one = policy(rule("ALLOW", before), tokens);
            MeshRouter other = policy(rule("ALLOW", after), tokens);

            assertThat(diff(one, other).isEmpty()).isFalse();
            assertThat(diff(one, policy(rule("ALLOW", before), tokens)).toText())
                    .isEqualTo("no call is answered differently\n");
        }
    }

    @Nested
    class OfRoutes {
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                {request: {remove: [x-internal]}}       | {request: {remove: [x-other]}}
                {request: {set: {x-a: '1'}}}            | {request: {add: {x-a: '1'}}}
                {request: {set: {x-a: '%REQ(x-b)%'}}}   | {request: {set: {x-a: '%REQ(x-c)%'}}}
                """)
        void whatIsDoneToAHeaderIsSeenOnACallThatHasIt(String before, String after) {
            String rules = "{hosts: [orders], http: [{headers: HEADERS, route: [{destination: {host: orders}}]}]}";

            assertThat(diff(
                                    BehaviouralDiffTest.mesh(
                                            SmallMesh.rules("shop/orders", rules.replace("HEADERS", before))),
                                    BehaviouralDiffTest.mesh(
                                            SmallMesh.rules("shop/orders", rules.replace("HEADERS", after))))
                            .isEmpty())
                    .isFalse();
        }

        @Test
        void aConditionOnTheAuthorityIsVaried() {
            String rules = "{hosts: [orders], http: [{match: [{authority: {exact: NAME}}], route: [{destination: {host:"
                    + " admin}}]}, {route: [{destination: {host: orders}}]}]}";
            BehaviouralDiff diff = diff(
                    BehaviouralDiffTest.mesh(SmallMesh.rules("shop/orders", rules.replace("NAME", "nobody"))),
                    BehaviouralDiffTest.mesh(SmallMesh.rules("shop/orders", rules.replace("NAME", "orders.shop"))));

            assertThat(witness(diff).authority()).isEqualTo("orders.shop");
        }

        @Test
        void originsOfPreflightsAreVaried() {
            String rules = "{hosts: [orders], http: [{corsPolicy: {allowOrigins: [{exact: 'ORIGIN'}]},"
                    + " route: [{destination: {host: orders}}]}]}";

            BehaviouralDiff diff = diff(
                    BehaviouralDiffTest.mesh(SmallMesh.rules("shop/orders", rules.replace("ORIGIN", "http://a"))),
                    BehaviouralDiffTest.mesh(SmallMesh.rules("shop/orders", rules.replace("ORIGIN", "http://b"))));

            assertThat(diff.changes())
                    .anySatisfy(change -> assertThat(
                                    change.witness().request().orElseThrow().headerValues("origin"))
                            .containsExactly("http://a"));
        }
    }

    @Nested
    class AtWaypoints {
        private static MeshRouter mesh(String... more) {
            String[] all = new String[more.length + 2];
            all[0] = Waypoints.waypoint();
            all[1] = Waypoints.service();
            System.arraycopy(more, 0, all, 2, more.length);
            return AmbientMesh.with(all).router();
        }

        private static String route(String match, String filters) {
            return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: route, namespace: foo}
                spec:
                  parentRefs: [{group: "", kind: Service, name: svc}]
                  rules:
                  - {matches: [MATCH], filters: [FILTERS], backendRefs: [{name: svc, port: 80}]}
                """.replace("MATCH", match).replace("FILTERS", filters);
        }

        @Test
        void routesAreVaried() {
            HttpRequest request = witness(diff(
                    mesh(route("{headers: [{name: x-a, value: '1'}]}", "")),
                    mesh(route("{headers: [{name: x-a, value: '2'}]}", ""))));

            assertThat(request.headerValues("x-a")).hasSize(1);
        }

        @Test
        void whatIsSentOnCounts() {
            String header = "{type: RequestHeaderModifier, requestHeaderModifier: {set: [{name: x-b, value: VALUE}]}}";

            assertThat(diff(
                                    mesh(route("{}", header.replace("VALUE", "one"))),
                                    mesh(route("{}", header.replace("VALUE", "two"))))
                            .isEmpty())
                    .isFalse();
        }

        @Test
        void policiesAreVaried() {
            String spec = "{targetRefs: [{group: \"\", kind: Service, name: svc}], action: DENY, rules: [{when: [{key:"
                    + " 'request.headers[x-user]', values: [VALUE]}]}]}";

            HttpRequest request = witness(diff(
                    mesh(AmbientMesh.authorization(spec.replace("VALUE", "jason"))),
                    mesh(AmbientMesh.authorization(spec.replace("VALUE", "kate")))));

            assertThat(request.headerValues("x-user")).containsAnyOf("jason", "kate");
        }
    }

    @Nested
    class OfCallers {
        @Test
        void podsWithoutAProxyShowWhatPlaintextIsFor() {
            String strict = AmbientMesh.policy("PeerAuthentication", "shop", "default", "{mtls: {mode: MODE}}");
            String bare = "---\n"
                    + SmallMesh.pod("shop/bare", "10.0.0.9", "app: bare")
                            .replace(", security.istio.io/tlsMode: istio", "");

            BehaviouralDiff diff = diff(
                    BehaviouralDiffTest.mesh(strict.replace("MODE", "PERMISSIVE") + bare),
                    BehaviouralDiffTest.mesh(strict.replace("MODE", "STRICT") + bare));

            assertThat(diff.changes())
                    .filteredOn(change -> change.witness().tls().isEmpty()
                            && change.witness().request().isPresent())
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(change.callers())
                            .extracting(Object::toString)
                            .containsExactly("east/shop/bare"));
        }

        @Test
        void callsFromOutsideShowWhatGatewaysDo() {
            String gateway = String.format(Locale.ROOT, """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: ingress, namespace: shop}
                    spec:
                      type: LoadBalancer
                      clusterIP: 172.30.1.1
                      selector: {app: ingress}
                      ports: [{name: http, port: 80, targetPort: 8080}]
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: ingress-1, namespace: shop, labels: {app: ingress, istio: ingress}}
                    spec: {containers: [{name: istio-proxy, image: proxyv2, ports: [{containerPort: 8080}]}]}
                    status: {phase: Running, podIP: 10.0.0.8}
                    ---
                    apiVersion: networking.istio.io/v1
                    kind: Gateway
                    metadata: {name: edge, namespace: shop}
                    spec:
                      selector: {istio: ingress}
                      servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*.example.com']}]
                    """);
            String rules = SmallMesh.rules(
                    "shop/edge",
                    "{hosts: ['*.example.com'], gateways: [edge], http: [{match: [{headers: {x-a: {exact: VALUE}},"
                            + " uri: {prefix: /o}}], route: [{destination: {host: orders}}]}]}");

            BehaviouralDiff diff = diff(
                    BehaviouralDiffTest.mesh(gateway + rules.replace("VALUE", "one")),
                    BehaviouralDiffTest.mesh(gateway + rules.replace("VALUE", "two")));

            HttpRequest request = witness(diff);
            assertThat(request.authority()).endsWith(".example.com");
            assertThat(request.headerValues("x-a")).containsAnyOf("one", "two");
            assertThat(diff.changes().get(0).witness().caller().outside()).isTrue();
        }
    }
}
