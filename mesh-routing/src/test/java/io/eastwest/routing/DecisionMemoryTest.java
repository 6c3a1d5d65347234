package io.eastwest.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.fixture.SmallMesh;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DecisionMemoryTest {
    private static final String MESH =
            SmallMesh.service("shop/a", 1, "http 80") + SmallMesh.pod("shop/client", "10.1.0.1", "app: client");

    private static Call call(String path) {
        return Call.get("http://a" + path).from("client", "shop", "c1");
    }

    private static MeshRouter router(String... more) {
        String[] manifests = new String[more.length + 1];
        manifests[0] = MESH;
        System.arraycopy(more, 0, manifests, 1, more.length);
        return MeshRouter.of(SmallMesh.snapshot(manifests));
    }

    @Nested
    class WhereNothingLooksAtTheRequest {
        private final MeshRouter router = router();

        @Test
        void callsOfOneRouteShareWhatFollows() {
            Decision one = router.decide(call("/one"));

            assertThat(router.decide(call("/two")).endpoints()).isSameAs(one.endpoints());
        }

        @Test
        void eachCallKeepsItsOwnRequest() {
            router.decide(call("/one"));

            Decision two = router.decide(call("/two?q=1"));

            assertThat(two.call()).isEqualTo(call("/two?q=1"));
            assertThat(two.firstLeg().upstreamRequests().get(0).path()).contains("/two?q=1");
        }

        @Test
        void otherConditionsAreOtherDecisions() {
            Decision healthy = router.decide(call("/one"));
            Decision broken = router.with(Conditions.clusterDown("c1")).decide(call("/one"));

            assertThat(healthy.isForwarded()).isTrue();
            assertThat(broken.isRefused()).isTrue();
            assertThat(router.decide(call("/one"), Conditions.clusterDown("c1")))
                    .isEqualTo(broken);
            assertThat(router.with(Conditions.clusterDown("c1")).decide(call("/one"), Conditions.healthy()))
                    .isEqualTo(healthy);
        }
    }

    @Nested
    class WhereThePolicyOfTheServerLooksAtThePath {
        private final MeshRouter router = router("""
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: no-admin, namespace: shop}
                spec: {action: DENY, rules: [{to: [{operation: {paths: [/admin]}}]}]}
                """);

        @Test
        void everyCallIsAsked() {
            assertThat(router.decide(call("/one")).isForwarded()).isTrue();
            assertThat(router.decide(call("/admin")).isRefused()).isTrue();
            assertThat(router.decide(call("/one")).isForwarded()).isTrue();
        }
    }
}
