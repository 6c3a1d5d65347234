package io.eastwest.routing.gateway;

import static io.eastwest.routing.fixture.TwoSidecars.WEB;
import static io.eastwest.routing.fixture.TwoSidecars.security;
import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.Decision;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.TwoSidecars;
import org.junit.jupiter.api.Test;

/** Calls of workloads through a gateway: security-ambient.md 6.4 and example 6f. */
class InnerGatewayTest {
    private static final String EGRESS = TwoSidecars.pod(
                    "edge/egress", "10.0.0.20", "egress", ", istio: egressgateway, security.istio.io/tlsMode: istio")
            + """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: egress, namespace: edge}
            spec: {selector: {istio: egressgateway}, clusterIP: 10.96.0.20, ports: [{name: tls, port: 443, targetPort: 8443}]}
            ---
            apiVersion: networking.istio.io/v1
            kind: ServiceEntry
            metadata: {name: bank, namespace: edge}
            spec:
              hosts: [bank.example]
              addresses: [240.0.0.1]
              ports: [{number: 80, name: http, protocol: HTTP}]
              resolution: STATIC
              location: MESH_EXTERNAL
              endpoints: [{address: 198.51.100.7}]
            ---
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: egress, namespace: edge}
            spec:
              selector: {istio: egressgateway}
              servers: [{port: {number: 8443, name: tls, protocol: HTTPS}, hosts: [bank.example], tls: {mode: ISTIO_MUTUAL}}]
            ---
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: egress, namespace: edge}
            spec:
              host: egress.edge.svc.cluster.local
              trafficPolicy: {tls: {mode: ISTIO_MUTUAL, sni: SNI}}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: bank, namespace: edge}
            spec:
              hosts: [bank.example]
              gateways: [mesh, edge/egress]
              http:
              - match: [{gateways: [mesh]}]
                route: [{destination: {host: egress.edge.svc.cluster.local, port: {number: 443}}}]
              - match: [{gateways: [edge/egress]}]
                route: [{destination: {host: bank.example, port: {number: 80}}}]
            """;

    private static TwoSidecars egress(String... policies) {
        String[] all = new String[policies.length + 1];
        all[0] = EGRESS.replace("SNI", "bank.example");
        System.arraycopy(policies, 0, all, 1, policies.length);
        return TwoSidecars.with(all);
    }

    @Test
    void aCallPassesTheEgressGatewayWithTheIdentityOfItsCaller() {
        Decision decision = egress().get("bar/web", "http://bank.example/pay");

        assertThat(AmbientMesh.hops(decision))
                .isEqualTo("CLIENT_SIDECAR -> INGRESS_GATEWAY:mutual TLS:" + WEB + " -> APPLICATION:plaintext");
        assertThat(decision.endpoints().get(0).address()).isEqualTo("198.51.100.7:80");
        assertThat(decision.endpoints().get(0).routedTo()).isEqualTo("outbound|443||egress.edge.svc.cluster.local");
    }

    /** Example 6f. */
    @Test
    void policiesOfTheGatewaySeeThatIdentity() {
        String onlyWeb = security(
                "AuthorizationPolicy",
                "edge/p",
                "{selector: {matchLabels: {istio: egressgateway}}, rules: [{from: [{source: {principals: [" + WEB
                        + "]}}], to: [{operation: {paths: [/pay]}}]}]}");
        TwoSidecars mesh = egress(
                onlyWeb, TwoSidecars.pod("bar/other", "10.0.0.3", "other", ", security.istio.io/tlsMode: istio"));

        assertThat(mesh.get("bar/web", "http://bank.example/pay").isForwarded()).isTrue();
        assertThat(AmbientMesh.hops(mesh.get("bar/web", "http://bank.example/admin")))
                .isEqualTo("refused 403");
        assertThat(AmbientMesh.hops(mesh.get("bar/other", "http://bank.example/pay")))
                .isEqualTo("refused 403");
    }

    @Test
    void aServerNameThatTheGatewayDoesNotServeIsClosed() {
        TwoSidecars mesh = TwoSidecars.with(EGRESS.replace("SNI", "other.example"));

        assertThat(TwoSidecars.end(mesh.get("bar/web", "http://bank.example/pay")))
                .isEqualTo("503 UC filter_chain_not_found");
    }

    @Test
    void gatewaysThatSendToEachOtherAreFollowedSoFarOnly() {
        TwoSidecars mesh = TwoSidecars.with(EGRESS.replace("SNI", "bank.example")
                .replace(
                        "route: [{destination: {host: bank.example, port: {number: 80}}}]",
                        "route: [{destination: {host: egress.edge.svc.cluster.local, port: {number: 443}}}]"));

        assertThat(mesh.get("bar/web", "http://bank.example/pay")
                        .outcomes()
                        .get(0)
                        .detail())
                .isEqualTo("the call goes in a circle of gateways");
    }

    @Test
    void aGatewayOnTheEdgeRoutesCallsFromInside() {
        TwoSidecars mesh = TwoSidecars.with(
                TwoSidecars.pod("edge/ingress", "10.0.0.21", "ingress", "") + """
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: ingress, namespace: edge}
                        spec: {selector: {app: ingress}, clusterIP: 10.96.0.21, ports: [{name: http, port: 80, targetPort: 8080}]}
                        """,
                SmallMesh.istio(
                        "Gateway",
                        "edge/ingress",
                        "{selector: {app: ingress}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ['*']}]}"),
                SmallMesh.rules(
                        "edge/ingress",
                        "{hosts: ['*'], gateways: [ingress], http: [{route: [{destination: {host:"
                                + " app.foo.svc.cluster.local, port: {number: 80}}}]}]}"));

        assertThat(AmbientMesh.hops(mesh.get("bar/web", "http://ingress.edge/")))
                .isEqualTo("CLIENT_SIDECAR -> INGRESS_GATEWAY:plaintext -> SERVER_SIDECAR:mutual TLS:"
                        + "cluster.local/ns/edge/sa/ingress");
    }
}
