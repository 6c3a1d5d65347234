package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.model.topology.MeshTopologySpec;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BehaviouralDiffTest {
    private static final String RULES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: orders
              namespace: shop
            spec:
              hosts: [orders]
              http:
            """;
    private static final String ADMIN = """
              - name: admin
                match: [{uri: {exact: /orders/admin}}]
                route: [{destination: {host: admin}}]
            """;
    private static final String ORDERS = """
              - name: all
                match: [{uri: {prefix: /orders}}]
                route: [{destination: {host: orders}}]
            """;

    @Nested
    class OfRules {
        @Test
        void twoRulesOfWhichOneShadowsTheOtherSwappedAreOneChange() {
            BehaviouralDiff diff = BehaviouralDiff.of(mesh(RULES + ADMIN + ORDERS), mesh(RULES + ORDERS + ADMIN));

            assertThat(diff.changes()).singleElement().satisfies(change -> {
                assertThat(change.target()).isEqualTo("orders.shop:8080");
                assertThat(change.witness().request().orElseThrow().path()).isEqualTo("/orders/admin");
                assertThat(change.callers())
                        .extracting(Object::toString)
                        .contains("east/shop/web", "east/shop/batch")
                        .hasSize(5);
                assertThat(change.requests()).isEqualTo(5);
                assertThat(change.before()).contains("outbound|8080||admin.shop.svc.cluster.local");
                assertThat(change.after()).contains("outbound|8080||orders.shop.svc.cluster.local");
            });
            assertThat(diff.incomplete()).isEmpty();
        }

        @Test
        void rulesThatDoNotMeetMayBeSwapped() {
            String other = ORDERS.replace("/orders", "/other").replace("all", "other");

            assertThat(BehaviouralDiff.of(mesh(RULES + ADMIN + other), mesh(RULES + other + ADMIN))
                            .isEmpty())
                    .isTrue();
        }

        @Test
        void namesAndCommentsChangeNothing() {
            assertThat(BehaviouralDiff.of(
                                    mesh(RULES + ADMIN + ORDERS),
                                    mesh("# comment\n" + RULES + ADMIN.replace("name: admin", "name: boss") + ORDERS))
                            .toText())
                    .isEqualTo("no call is answered differently\n");
        }

        @Test
        void aConditionOnTwoHeadersIsFoundByACallThatHasBoth() {
            String canary = """
                      - match: [{headers: {x-user: {exact: jason}, x-beta: {regex: 'on|yes'}}, queryParams: {v: {exact: '2'}}}]
                        route: [{destination: {host: admin}}]
                    """;

            BehaviouralDiff diff = BehaviouralDiff.of(mesh(RULES + ORDERS), mesh(RULES + canary + ORDERS));

            assertThat(diff.changes())
                    .anySatisfy(change -> assertThat(change.after()).contains("||admin.shop"))
                    .allSatisfy(change -> {
                        var request = change.witness().request().orElseThrow();
                        assertThat(request.headerValues("x-user")).containsExactly("jason");
                        assertThat(request.headerValues("x-beta")).containsExactly("on");
                        assertThat(request.path()).endsWith("?v=2");
                    });
        }

        @Test
        void anExpressionThatIsNotUnderstoodIsTold() {
            String odd = ORDERS.replace("{prefix: /orders}", "{regex: '(?i)/orders.*'}");

            BehaviouralDiff diff = BehaviouralDiff.of(mesh(RULES + odd), mesh(RULES + odd));

            assertThat(diff.isEmpty()).isTrue();
            assertThat(diff.incomplete())
                    .containsExactly("orders.shop:8080: expression of a path is not understood exactly");
        }
    }

    @Nested
    class OfPolicies {
        @Test
        void aPathThatIsDeniedIsFound() {
            String deny = """
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: no-admin, namespace: shop}
                    spec:
                      selector: {matchLabels: {app: orders}}
                      action: DENY
                      rules: [{to: [{operation: {paths: ['/orders/admin*'], methods: [DELETE]}}]}]
                    """;

            BehaviouralDiff diff = BehaviouralDiff.of(mesh(""), mesh(deny));

            assertThat(diff.changes()).singleElement().satisfies(change -> {
                assertThat(change.witness().request().orElseThrow().method()).isEqualTo("DELETE");
                assertThat(change.after()).startsWith("refused 403");
            });
        }
    }

    @Nested
    class OfBrokenMeshes {
        @Test
        void aRuleThatMattersOnlyUnderAFailureIsFoundUnderIt() {
            String ejects = """
                    apiVersion: networking.istio.io/v1
                    kind: DestinationRule
                    metadata: {name: orders, namespace: shop}
                    spec:
                      host: orders
                      trafficPolicy: {outlierDetection: {maxEjectionPercent: 100}}
                    """;
            Conditions outage = Conditions.podDown("east/shop/orders-1");

            assertThat(BehaviouralDiff.of(mesh(""), mesh(ejects)).isEmpty()).isTrue();
            assertThat(BehaviouralDiff.of(mesh(""), mesh(ejects), List.of(outage))
                            .changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.conditions()).isEqualTo(outage));
        }

        @Test
        void callersOfOneMeshOnlyAreTold() {
            BehaviouralDiff diff = BehaviouralDiff.of(mesh(""), mesh(pod("late", 9)));

            assertThat(diff.onlyAfter()).containsExactly("east/shop/late");
            assertThat(diff.isEmpty()).isFalse();
        }
    }

    static MeshRouter mesh(String more) {
        String all = String.join(
                "---\n",
                service("orders"),
                service("admin"),
                pod("orders-1", 1).replace("app: orders-1", "app: orders"),
                pod("orders-2", 2).replace("app: orders-2", "app: orders"),
                pod("admin-1", 3).replace("app: admin-1", "app: admin"),
                pod("web", 4),
                pod("batch", 5),
                more);
        MeshTopology topology = MeshTopology.of(
                "shop",
                MeshTopologySpec.builder()
                        .addClusters(ClusterTopology.of("east"))
                        .build());
        return MeshRouter.of(MeshSnapshot.builder(topology)
                .addManifests(
                        "east", ManifestReader.strict().read("east.yaml", all).orThrow())
                .build());
    }

    private static String service(String name) {
        return String.format(Locale.ROOT, """
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: shop}
                spec:
                  clusterIP: 172.30.0.%2$d
                  selector: {app: %1$s}
                  ports: [{name: http, port: 8080}]
                """, name, name.length());
    }

    private static String pod(String name, int number) {
        return String.format(Locale.ROOT, """
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %1$s
                  namespace: shop
                  labels: {app: %1$s, security.istio.io/tlsMode: istio}
                spec:
                  containers: [{name: app, ports: [{containerPort: 8080}]}]
                status: {phase: Running, podIP: 10.0.0.%2$d}
                """, name, number);
    }
}
