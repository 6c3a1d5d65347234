package io.eastwest.routing.ambient;

import static io.eastwest.routing.fixture.AmbientMesh.WEB;
import static io.eastwest.routing.fixture.AmbientMesh.hops;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Decision;
import io.eastwest.routing.EndpointTarget;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.TwoNetworks;
import io.eastwest.routing.fixture.Waypoints;
import org.junit.jupiter.api.Test;

/** Addresses that say less than they seem to: pods in the network of their node, networks with the same addresses. */
class SharedAddressTest {
    private static String onNode(String name, int port) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: NAME, namespace: foo, labels: {app: node}}
                spec:
                  hostNetwork: true
                  serviceAccountName: NAME
                  containers: [{name: app, ports: [{name: http, containerPort: PORT}]}]
                status: {phase: Running, podIP: 192.168.0.1}
                """.replace("NAME", name).replace("PORT", Integer.toString(port));
    }

    private static final String NODE = """
            apiVersion: v1
            kind: Service
            metadata: {name: node, namespace: foo}
            spec: {selector: {app: node}, clusterIP: 10.96.0.30, ports: [{name: http, port: 80, targetPort: http}]}
            """;

    /** Section 5.1: pods in the network of their node are never captured. */
    @Test
    void podsOfOneNodeAreTheirOwnEndpoints() {
        Decision decision =
                AmbientMesh.with(NODE, onNode("one", 7001), onNode("two", 7002)).get("bar/web", "http://node.foo");

        assertThat(decision.endpoints())
                .extracting(EndpointTarget::owner, EndpointTarget::address)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("c1/foo/one", "192.168.0.1:7001"),
                        org.assertj.core.groups.Tuple.tuple("c1/foo/two", "192.168.0.1:7002"));
        assertThat(hops(decision)).isEqualTo("CLIENT_ZTUNNEL -> APPLICATION:plaintext");
    }

    /** The address of a node names no workload, so that no policy or waypoint of one is looked at. */
    @Test
    void theAddressOfANodeNamesNoPod() {
        Decision decision = AmbientMesh.with(NODE, onNode("one", 7001)).get("bar/web", "http://192.168.0.1:7001");

        assertThat(decision.endpoints()).extracting(EndpointTarget::owner).containsExactly("192.168.0.1:7001");
    }

    @Test
    void networksMayUseTheSameAddresses() {
        TwoNetworks mesh = TwoNetworks.empty().app("c1", "istio.io/global: \"true\"", 1);
        mesh.app("c2", "istio.io/global: \"true\"", 0);
        mesh.add("c2", AmbientMesh.captured("foo", "app1", "a", "10.1.0.1"));
        Decision decision = mesh.call("c1");

        assertThat(decision.isForwarded()).isTrue();
        assertThat(decision.shareOfCluster("c1")).isEqualTo(Share.of(1, 2));
        assertThat(decision.shareOfCluster("c2")).isEqualTo(Share.of(1, 2));
    }

    @Test
    void anEndpointThatIsReachedOnTwoWaysTellsBoth() {
        String second = Waypoints.waypoint()
                .substring(Waypoints.waypoint().lastIndexOf("apiVersion"))
                .replace("wp-1", "wp-2")
                .replace("10.0.9.1", "10.0.9.2");
        Decision decision = AmbientMesh.with(Waypoints.waypoint(), second, Waypoints.service())
                .get("bar/web", "http://svc.foo");

        assertThat(decision.endpoints()).hasSize(2).allSatisfy(target -> {
            assertThat(target.owner()).isEqualTo("c1/foo/app-1");
            assertThat(target.share()).isEqualTo(Share.of(1, 2));
        });
        assertThat(decision.endpoints())
                .extracting(target -> target.hops().get(1).proxy())
                .containsExactly("c1/foo/wp-1", "c1/foo/wp-2");
        assertThat(hops(decision))
                .isEqualTo(
                        "CLIENT_ZTUNNEL -> WAYPOINT:HBONE:" + WEB + " -> SERVER_ZTUNNEL:HBONE:" + Waypoints.PRINCIPAL);
    }
}
