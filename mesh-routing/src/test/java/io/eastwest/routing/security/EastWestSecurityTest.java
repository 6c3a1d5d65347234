package io.eastwest.routing.security;

import static io.eastwest.routing.fixture.TwoSidecars.end;
import static io.eastwest.routing.fixture.TwoSidecars.mode;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.Call;
import io.eastwest.routing.Decision;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls of sidecars through an east-west gateway: examples 6a to 6e and traps T26, T28 and T34 of security-ambient.md. */
class EastWestSecurityTest {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: shop}
            spec: {clusters: [{name: c1, network: n1}, {name: c2, network: n2}]}
            """;
    private static final String PEER = "cluster.local/ns/bar/sa/web";

    private static String cluster(int number) {
        String pods = number == 1
                ? TwoSidecars.pod("bar/web", "10.1.0.1", "web", ", security.istio.io/tlsMode: istio")
                : TwoSidecars.pod("foo/app", "10.2.0.9", "a", ", version: v1, security.istio.io/tlsMode: istio");
        return """
                apiVersion: v1
                kind: Namespace
                metadata: {name: istio-system, labels: {topology.istio.io/network: nX}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: app, namespace: foo}
                spec: {selector: {app: a}, clusterIP: 10.X.96.9, ports: [{name: http, port: 80, targetPort: 8080}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: nX}}
                spec:
                  type: LoadBalancer
                  selector: {istio: eastwestgateway}
                  clusterIP: 10.X.96.99
                  ports: [{name: tls, port: 15443, targetPort: 15443}]
                status: {loadBalancer: {ingress: [{ip: 203.0.113.X}]}}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: ew, namespace: istio-system}
                spec:
                  selector: {istio: eastwestgateway}
                  servers:
                  - {port: {number: 15443, name: tls, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: ew-1, namespace: istio-system, labels: {istio: eastwestgateway, security.istio.io/tlsMode: istio}}
                spec:
                  serviceAccountName: ew
                  containers:
                  - name: istio-proxy
                    env: [{name: ISTIO_META_NETWORK, value: nX}, {name: ISTIO_META_REQUESTED_NETWORK_VIEW, value: nX}]
                status: {phase: Running, podIP: 10.X.0.99}
                """.replace("X", Integer.toString(number)) + pods;
    }

    /** {@return the call of bar/web in c1 to foo/app, whose only pod is in c2} */
    private static Decision call(List<String> near, List<String> far) {
        ManifestReader reader = ManifestReader.pruning();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(AmbientMesh.topology(TOPOLOGY))
                .addManifests("c1", reader.read("c1.yaml", cluster(1)).orThrow())
                .addManifests("c2", reader.read("c2.yaml", cluster(2)).orThrow());
        near.forEach(
                text -> mesh.addManifests("c1", reader.read("near.yaml", text).orThrow()));
        far.forEach(
                text -> mesh.addManifests("c2", reader.read("far.yaml", text).orThrow()));
        return MeshRouter.of(mesh.build()).decide(Call.get("http://app.foo/").from("web", "bar", "c1"));
    }

    /** Example 6a. */
    @Test
    void theDestinationSeesTheIdentityOfTheCaller() {
        Decision decision = call(List.of(), List.of(mode("foo", "STRICT")));

        assertThat(AmbientMesh.hops(decision))
                .isEqualTo("CLIENT_SIDECAR -> EAST_WEST_GATEWAY:passed through -> SERVER_SIDECAR:mutual TLS:" + PEER);
        assertThat(decision.shareOfCluster("c2")).isEqualTo(Share.ONE);
    }

    /** Example 6b. */
    @Test
    void endpointsThatDisableItOnBothSidesAreNotReached() {
        String off = mode("foo", "DISABLE");

        assertThat(end(call(List.of(off), List.of(off)))).isEqualTo("503 UH no_healthy_upstream");
    }

    /** Example 6c and trap T34: the caller goes by the policies of its own control plane. */
    @Test
    void endpointsThatDisableItOnTheirSideAloneAreClosedByTheGateway() {
        Decision decision = call(List.of(), List.of(mode("foo", "DISABLE")));

        assertThat(decision.outcomes().get(0).status()).hasValue(503);
        assertThat(decision.outcomes().get(0).detail())
                .startsWith("gateway c2/istio-system/ew-1 closes the connection");
    }

    /** Example 6e and trap T28. */
    @Test
    void policiesOnTheGatewayDoNothing() {
        String none = security(
                "AuthorizationPolicy",
                "istio-system/none",
                "{selector: {matchLabels: {istio: eastwestgateway}}, action: DENY, rules: [{}]}");

        assertThat(call(List.of(), List.of(none)).isForwarded()).isTrue();
    }

    @Test
    void policiesAtTheDestinationSeeTheCaller() {
        String other = security("AuthorizationPolicy", "foo/p", "{rules: [{from: [{source: {namespaces: [else]}}]}]}");

        assertThat(end(call(List.of(), List.of(other)))).isEqualTo("403 - rbac_denied");
        assertThat(call(List.of(), List.of(other.replace("[else]", "[bar]"))).isForwarded())
                .isTrue();
    }

    /** Trap T26: the subset leaves the endpoints marked, and what comes without TLS is closed. */
    @Test
    void plaintextOfASubsetIsClosedByTheGateway() {
        String rule = SmallMesh.istio(
                "DestinationRule",
                "foo/app",
                "{host: app.foo.svc.cluster.local, trafficPolicy: {tls: {mode: DISABLE}}, subsets: [{name: v1, labels:"
                        + " {version: v1}}]}");
        String toSubset = SmallMesh.rules(
                "foo/app",
                "{hosts: [app.foo.svc.cluster.local], http: [{route: [{destination: {host: app.foo.svc.cluster.local,"
                        + " subset: v1}}]}]}");
        Decision subset = call(List.of(rule, toSubset), List.of());

        assertThat(subset.outcomes().get(0).detail())
                .isEqualTo("gateway c2/istio-system/ew-1 closes the connection: FILTER_CHAIN_NOT_FOUND");
        assertThat(end(call(List.of(rule), List.of()))).isEqualTo("503 UH no_healthy_upstream");
    }
}
