package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.fixture.SmallMesh;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SharedResourcesTest {
    private static final int PODS = 100;

    private static String pods(String name, int network) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < PODS; i++) {
            all.append(SmallMesh.pod(
                    "shop/" + name + "-" + i,
                    "10.2." + network + "." + (i + 1),
                    String.format(Locale.ROOT, "app: %s, number: \"%d\"", name, i)));
        }
        return all.toString();
    }

    private static MeshRouter router(String... more) {
        List<String> manifests = new ArrayList<>(List.of(
                SmallMesh.service("shop/a", 1, "http 80"),
                SmallMesh.service("shop/b", 2, "http 80"),
                pods("web", 1),
                pods("job", 2)));
        manifests.addAll(List.of(more));
        MeshSnapshot snapshot = SmallMesh.snapshot(manifests.toArray(String[]::new));
        return MeshRouter.of(snapshot);
    }

    private static List<Decision> askAll(MeshRouter router, String callers, String host) {
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < PODS; i++) {
            decisions.add(router.decide(Call.get("http://" + host + "/x").from(callers + "-" + i, "shop", "c1")));
        }
        return decisions;
    }

    @Nested
    class OfPodsThatDifferInWhatNobodyLooksAt {
        private final MeshRouter router = router();

        @Test
        void listenersAndRoutesAreMadeOnce() {
            askAll(router, "web", "a");
            askAll(router, "job", "a");

            assertThat(router.mesh().shared("c1").outbound().count()).isEqualTo(1);
            assertThat(router.mesh().shared("c1").routeConfigurations().count()).isEqualTo(1);
        }

        @Test
        void oneClusterOfAServiceServesAllCallers() {
            askAll(router, "web", "a");
            int asked = router.mesh().shared("c1").clusters().count();

            askAll(router, "job", "a");

            assertThat(router.mesh().shared("c1").clusters().count()).isEqualTo(asked);
        }
    }

    @Nested
    class OfTheServer {
        private static final String SERVED = """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: shop}
                spec: {selector: {app: web}, clusterIP: 10.96.0.9, ports: [{name: http, port: 80, targetPort: 8080}]}
                """;

        @Test
        void podsOfOneDeploymentHaveOneInboundTable() {
            MeshRouter router = router(SERVED);

            Decision decision = router.decide(Call.get("http://web/x").from("job-0", "shop", "c1"));

            assertThat(decision.endpoints()).hasSize(PODS);
            assertThat(router.proxies()).isEqualTo(PODS + 1);
            assertThat(router.mesh().shared("c1").inbound().count()).isEqualTo(1);
        }

        @Test
        void aPolicyForSomePodsMakesATableForThem() {
            MeshRouter router = router(SERVED, """
                    ---
                    apiVersion: security.istio.io/v1
                    kind: AuthorizationPolicy
                    metadata: {name: closed, namespace: shop}
                    spec: {action: DENY, selector: {matchLabels: {number: "7"}}, rules: [{}]}
                    """);

            Decision decision = router.decide(Call.get("http://web/x").from("job-0", "shop", "c1"));

            assertThat(decision.firstTry().endpoints())
                    .hasSize(PODS - 1)
                    .noneMatch(endpoint -> endpoint.address().equals("10.2.1.8:8080"));
            assertThat(router.mesh().shared("c1").inbound().count()).isEqualTo(2);
        }
    }

    @Nested
    class WhereARouteIsForCallersWithALabel {
        private static final String RULE = """
                ---
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a, namespace: shop}
                spec:
                  hosts: [a]
                  http:
                  - match: [{sourceLabels: {number: "3"}}]
                    route: [{destination: {host: b}}]
                  - route: [{destination: {host: a}}]
                """;

        @Test
        void onlyTheyGetRoutesOfTheirOwn() {
            MeshRouter router = router(RULE);

            List<Decision> decisions = askAll(router, "web", "a");

            assertThat(router.mesh().shared("c1").routeConfigurations().count()).isEqualTo(2);
            assertThat(decisions.get(3).endpoints().get(0).owner()).isEqualTo("c1/shop/b-1");
            assertThat(decisions.get(4).endpoints().get(0).owner()).isEqualTo("c1/shop/a-1");
        }
    }
}
