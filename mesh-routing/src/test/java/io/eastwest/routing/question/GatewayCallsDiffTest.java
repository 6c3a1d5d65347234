package io.eastwest.routing.question;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Gateways are called from outside and call nobody themselves. */
class GatewayCallsDiffTest {
    private static final String PODS = SmallMesh.service("shop/orders", 1, "http 8080")
            + SmallMesh.service("shop/admin", 2, "http 8080")
            + SmallMesh.pod("edge/ingress-1", "10.0.0.8", "app: ingress");

    private static String service(String namespace, String labels, String spec, String status) {
        return """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: ingress, namespace: NS, labels: {LABELS}}
                spec: {clusterIP: 172.30.1.1, ports: [{name: tls, port: 443}, {name: http, port: 80}], SPEC}
                status: {STATUS}
                """.replace("NS", namespace)
                .replace("LABELS", labels)
                .replace("SPEC", spec)
                .replace("STATUS", status);
    }

    private static String edge() {
        return service(
                "edge", "", "type: LoadBalancer, selector: {app: ingress}", "loadBalancer: {ingress: [{ip: 1.2.3.4}]}");
    }

    private static MeshRouter mesh(String... more) {
        return MeshRouter.of(SmallMesh.snapshot(PODS, String.join("", more)));
    }

    private static String callers(String... more) {
        return MeshCallers.of(mesh(more)).stream()
                .map(Caller::toString)
                .toList()
                .toString();
    }

    @Nested
    class Callers {

        @Test
        void arePodsThatNoServiceShowsToTheOutside() {
            assertThat(callers(service("edge", "", "selector: {app: ingress}", "")))
                    .contains("c1/edge/ingress-1")
                    .contains("c1/shop/orders-1");
            assertThat(callers(edge())).doesNotContain("ingress").contains("c1/shop/orders-1");
        }

        @Test
        void areNotBehindExternalAddressesOrNetworks() {
            assertThat(callers(service("edge", "", "externalIPs: [1.2.3.4], selector: {app: ingress}", "")))
                    .doesNotContain("ingress");
            assertThat(callers(service("edge", "topology.istio.io/network: n1", "selector: {app: ingress}", "")))
                    .doesNotContain("ingress");
        }

        @ParameterizedTest
        @ValueSource(strings = {"selector: {app: other}", "selector: {app: ingress, more: than}", "type: ClusterIP"})
        void areThoseThatTheServiceDoesNotSelect(String selector) {
            String status = "loadBalancer: {ingress: [{ip: 1.2.3.4}]}";

            assertThat(callers(service("edge", "", selector, status))).contains("c1/edge/ingress-1");
        }

        @Test
        void areThoseOfOtherNamespaces() {
            assertThat(callers(edge().replace("namespace: edge", "namespace: shop")))
                    .contains("c1/edge/ingress-1");
        }

        @Test
        void areNeitherWaypointsNorTheSystem() {
            assertThat(callers(
                            "---\n" + Waypoints.waypoint(),
                            SmallMesh.pod("kube-system/dns", "10.0.0.11", "app: dns"),
                            SmallMesh.pod("istio-system/istiod", "10.0.0.12", "app: istiod")))
                    .doesNotContain("wp-1", "dns", "istiod");
        }
    }

    @Nested
    class Comparisons {
        private static final String SYSTEM = SmallMesh.pod("kube-system/dns", "10.0.0.11", "app: dns")
                + SmallMesh.pod("istio-system/istiod", "10.0.0.12", "app: istiod");

        private static String gateway(String server) {
            return SmallMesh.istio("Gateway", "edge/edge", "{selector: {app: ingress}, servers: [" + server + "]}");
        }

        @Test
        void leaveGatewaysAndTheSystemOutOfTheCallers() {
            BehaviouralDiff diff = BehaviouralDiff.of(mesh(edge()), mesh(edge(), SYSTEM));

            assertThat(diff.onlyBefore()).isEmpty();
            assertThat(diff.onlyAfter()).isEmpty();
            assertThat(BehaviouralDiff.of(mesh(SmallMesh.pod("shop/late", "10.0.0.13", "app: late")), mesh())
                            .toText())
                    .isEqualTo("callers only before: c1/shop/late\n");
        }

        @Test
        void findOrTellWhatIsBehindTlsThatPasses() {
            String server =
                    "{port: {number: 443, name: tls, protocol: TLS}, tls: {mode: PASSTHROUGH}, hosts: ['a.example']}";
            String rules = SmallMesh.rules(
                    "edge/edge",
                    "{hosts: [a.example], gateways: [edge], tls: [{match: [{sniHosts: [a.example]}], route: [{destination:"
                            + " {host: TARGET.shop.svc.cluster.local, port: {number: 8080}}}]}]}");

            checkThatTheTargetMatters(
                    mesh(edge(), gateway(server), rules.replace("TARGET", "orders")),
                    mesh(edge(), gateway(server), rules.replace("TARGET", "admin")));
        }

        private static void checkThatTheTargetMatters(MeshRouter one, MeshRouter other) {
            BehaviouralDiff same = BehaviouralDiff.of(one, one);
            BehaviouralDiff diff = BehaviouralDiff.of(one, other);

            assertThat(same.isEmpty()).isTrue();
            assertThat(diff.isEmpty() && diff.incomplete().equals(same.incomplete()))
                    .as(diff.toText())
                    .isFalse();
        }
    }
}
