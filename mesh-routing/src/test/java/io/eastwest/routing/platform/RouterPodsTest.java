package io.eastwest.routing.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Conditions;
import io.eastwest.routing.balancing.Share;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Routers whose pods the snapshot knows, and members of a site that take no requests. */
class RouterPodsTest {
    private static final String PLATFORM = """
            gslb:
            - {host: shop.example.com, probe: {level: H1}, pool: [{ltm: site-a}, {ltm: site-b}]}
            ltm:
            - {name: site-a, members: [{cluster: a}]}
            - {name: site-b, members: [{cluster: b}]}
            """;
    private static final String LABEL = "ingresscontroller.operator.openshift.io/deployment-ingresscontroller: default";

    private static PlatformRouter router(String platform, String... inA) {
        return TwoClusterShop.with(platform)
                .add("a", TwoClusterShop.route("shop.example.com"))
                .add("a", inA)
                .add("b", TwoClusterShop.route("shop.example.com"))
                .router();
    }

    private static String pod(String namespace, String name, String label, int number) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: NAME, namespace: SPACE, labels: {LABEL}}
                spec: {nodeName: node-1}
                status: {phase: Running, podIP: 10.1.7.NUMBER}
                """.replace("NAME", name)
                .replace("SPACE", namespace)
                .replace("LABEL", label)
                .replace("NUMBER", Integer.toString(number));
    }

    private static EntryResult ask(PlatformRouter router, String... down) {
        Conditions conditions = Conditions.healthy();
        for (String pod : List.of(down)) {
            conditions = conditions.and(Conditions.podDown(pod));
        }
        return router.withoutMesh(TwoClusterShop.REQUEST, TwoClusterShop.CALLS, PlatformOutage.of(conditions));
    }

    @Test
    void aRouterRunsWhileOneOfItsPodsIsUp() {
        PlatformRouter router = router(
                PLATFORM,
                pod("openshift-ingress", "router-1", LABEL, 1),
                pod("openshift-ingress", "router-2", LABEL, 2));

        assertThat(ask(router, "a/openshift-ingress/router-1").landingIn("a")).isEqualTo(Share.of(1, 2));
        assertThat(ask(router, "a/openshift-ingress/router-1", "a/openshift-ingress/router-2")
                        .landingIn("b"))
                .isEqualTo(Share.ONE);
    }

    @Test
    void otherPodsAreNoRouters() {
        PlatformRouter router = router(
                PLATFORM, pod("openshift-ingress", "canary-1", "app: canary", 1), pod("shop", "router-1", LABEL, 2));

        assertThat(ask(router, "a/openshift-ingress/canary-1", "a/shop/router-1")
                        .landingIn("a"))
                .isEqualTo(Share.of(1, 2));
    }

    @Test
    void aMemberWithoutRatioTakesNothing() {
        EntryResult result = ask(router("""
                gslb:
                - {host: shop.example.com, pool: [{ltm: both}]}
                ltm:
                - {name: both, members: [{cluster: a, ratio: 0}, {cluster: b}]}
                """));

        assertThat(result.landingIn("b")).isEqualTo(Share.ONE);
        assertThat(result.landingIn("a")).isEqualTo(Share.ZERO);
    }

    @Test
    void ofRoutesOfAHostTheOldestNamespaceAndTheLongestPathTakeARequest() {
        String old = created("front", "2024-01-01T00:00:00Z", "/", "front");
        String deep = created("deep", "2025-01-01T00:00:00Z", "/api", "nobody");
        String same = created("aaa", "2026-01-01T00:00:00Z", "/api", "front");
        PlatformRouter router =
                TwoClusterShop.with("""
                gslb:
                - {host: shop.example.com, pool: [{ltm: site-a}]}
                ltm:
                - {name: site-a, members: [{cluster: a}]}
                """).add("a", same, deep, old).router();

        assertThat(causes(router, "/")).isEmpty();
        assertThat(causes(router, "/apis")).isEmpty();
        assertThat(causes(router, "/api?x=/y")).isEqualTo("NO_ENDPOINT");
        assertThat(causes(router, "/api/v1")).isEqualTo("NO_ENDPOINT");
    }

    private static String created(String name, String time, String path, String service) {
        return TwoClusterShop.route(
                        name,
                        "{host: shop.example.com, path: " + path + ", to: {kind: Service, name: " + service + "}}")
                .replace("namespace: shop}", "namespace: shop, creationTimestamp: '" + time + "'}");
    }

    private static String causes(PlatformRouter router, String path) {
        return router
                .withoutMesh(
                        new PlatformRequest("shop.example.com", path, ""),
                        TwoClusterShop.CALLS,
                        PlatformOutage.builder().build())
                .losses()
                .stream()
                .map(loss -> loss.cause().name())
                .collect(Collectors.joining(","));
    }
}
