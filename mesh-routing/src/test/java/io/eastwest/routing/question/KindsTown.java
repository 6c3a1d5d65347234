package io.eastwest.routing.question;

import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.fixture.SmallMesh;

/** A mesh with a port of each protocol, a gateway, callers with a proxy and without; something in it is written in one way or another. */
final class KindsTown {
    private static final String TOWN = String.join(
            "",
            service("a", 1),
            service("b", 2),
            SmallMesh.pod("shop/client", "10.1.0.1", "app: client"),
            SmallMesh.pod("web/bare", "10.1.0.2", "app: bare").replace(", security.istio.io/tlsMode: istio", ""),
            """
                    ---
                    apiVersion: v1
                    kind: Service
                    metadata: {name: edge, namespace: edge}
                    spec:
                      type: LoadBalancer
                      clusterIP: 10.96.1.1
                      externalIPs: [203.0.113.1]
                      selector: {app: edge}
                      ports:
                      - {name: http, port: 80, targetPort: 8080}
                      - {name: https, port: 443, targetPort: 8443}
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: edge-1, namespace: edge, labels: {app: edge}}
                    spec: {serviceAccountName: edge, containers: [{name: istio-proxy, image: proxyv2}]}
                    status: {phase: Running, podIP: 10.1.0.9}
                    """);

    private KindsTown() {}

    private static String service(String name, int number) {
        return SmallMesh.service("shop/" + name, number, "http 80", "tls 443", "tcp 9000", "grpc 7000", "any 7070");
    }

    /** {@return the mesh with more manifests} */
    static MeshRouter with(String more) {
        return SmallMesh.of(TOWN, more).router();
    }

    /** {@return the mesh with a port of service {@code a} written otherwise} */
    static MeshRouter withPort(String port, String otherwise) {
        return SmallMesh.of(TOWN.replaceFirst("\\{name: " + port + "\\}", "{name: " + otherwise + "}"))
                .router();
    }

    /** {@return a VirtualService of the mesh for both services} */
    static String rules(String more) {
        return SmallMesh.rules(
                "shop/rules", "{hosts: [a.shop.svc.cluster.local, b.shop.svc.cluster.local], " + more + "}");
    }

    /** {@return a Gateway with one server on port 443, and rules for it} */
    static String edge(String server, String rules) {
        return SmallMesh.istio(
                        "Gateway", "edge/gw", "{selector: {app: edge}, servers: [{port: {number: 443, name: s, " + server + "}]}")
                + SmallMesh.rules("edge/rules", "{gateways: [gw], " + rules + "}");
    }
}
