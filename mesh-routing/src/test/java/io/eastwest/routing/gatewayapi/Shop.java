package io.eastwest.routing.gatewayapi;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.Header;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import io.eastwest.routing.trace.TraceStep;
import io.eastwest.routing.view.MeshViews;
import java.util.List;
import java.util.Optional;

/**
 * A mesh with Services {@code shop/a}, {@code shop/b} and {@code depot/c}, a client in {@code web}, a client in
 * {@code shop}, and the pod of Gateway {@code edge/public}, which listens on 80, 8081 and 443.
 */
final class Shop {
    private static final String TOPOLOGY = """
        apiVersion: eastwest.io/v1
        kind: MeshTopology
        metadata: {name: shop}
        spec: {clusters: [{name: c1}]}
        """;
    private static final String WORKLOADS =
            service("shop", "a", 1) + service("shop", "b", 2) + service("depot", "c", 3) + """
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: public-istio, namespace: edge}
                spec:
                  clusterIP: 10.96.0.9
                  selector: {app: public}
                  ports:
                  - {name: web, port: 80, targetPort: 80}
                  - {name: other, port: 8081, targetPort: 8081}
                  - {name: tls, port: 443, targetPort: 443}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: public-1, namespace: edge, labels: {app: public}}
                spec: {serviceAccountName: public}
                status: {phase: Running, podIP: 10.0.0.9}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: client-1, namespace: web, labels: {app: client, security.istio.io/tlsMode: istio}}
                spec: {serviceAccountName: client}
                status: {phase: Running, podIP: 10.0.0.8}
                """;

    private final MeshSnapshot snapshot;
    private final MeshRouter router;

    private Shop(MeshSnapshot snapshot) {
        this.snapshot = snapshot;
        this.router = MeshRouter.of(snapshot);
    }

    private static String service(String namespace, String name, int number) {
        return """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: NAME, namespace: NS}
            spec:
              clusterIP: 10.96.0.NUMBER
              selector: {app: NAME}
              ports:
              - {name: http, port: 8080, targetPort: 8080}
              - {name: http-more, port: 9080, targetPort: 9080}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: NAME-1, namespace: NS, labels: {app: NAME, security.istio.io/tlsMode: istio}}
            spec: {serviceAccountName: NAME}
            status: {phase: Running, podIP: 10.0.0.NUMBER}
            """.replace("NAME", name).replace("NS", namespace).replace("NUMBER", Integer.toString(number));
    }

    /** {@return the mesh with these manifests} */
    static Shop with(String... manifests) {
        ManifestReader reader = ManifestReader.pruning();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology)
                .addManifests("c1", reader.read("workloads.yaml", WORKLOADS).orThrow());
        for (String manifest : manifests) {
            mesh.addManifests("c1", reader.read("routes.yaml", manifest).orThrow());
        }
        return new Shop(mesh.build());
    }

    /** {@return Gateway {@code edge/public} with these listeners, each {@code {name: .., port: .., ...}}; routes of all namespaces attach} */
    static String gateway(String... listeners) {
        StringBuilder text = new StringBuilder("""
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: public, namespace: edge}
            spec:
              gatewayClassName: istio
              listeners:
            """);
        for (String listener : listeners) {
            text.append("  - ")
                    .append(listener, 0, listener.length() - 1)
                    .append(", allowedRoutes: {namespaces: {from: All}}}\n");
        }
        return text.toString();
    }

    /** {@return Gateway {@code edge/public} that takes everything on port 80} */
    static String gateway() {
        return gateway("{name: web, port: 80, protocol: HTTP}");
    }

    /** {@return HTTPRoute of that Gateway with these rules in flow style} */
    static String route(String key, String rules) {
        return route("HTTPRoute", key, "{name: public, namespace: edge}", "[]", rules);
    }

    /** {@return a route; {@code key} is {@code namespace/name}, or {@code namespace/name@time}} */
    static String route(String kind, String key, String parent, String hostnames, String rules) {
        String[] parts = key.split("[/@]", -1);
        return """
            apiVersion: gateway.networking.k8s.io/v1
            kind: KIND
            metadata: {name: NAME, namespace: NS, creationTimestamp: "TIME"}
            spec:
              parentRefs: [PARENT]
              hostnames: HOSTS
              rules: RULES
            """.replace("KIND", kind)
                .replace("NAME", parts[1])
                .replace("NS", parts[0])
                .replace("TIME", parts.length > 2 ? parts[2] : "2026-02-01T00:00:00Z")
                .replace("PARENT", parent)
                .replace("HOSTS", hostnames)
                .replace("RULES", rules);
    }

    /** {@return what istiod makes of the objects} */
    GatewayApiRules rules() {
        return GatewayApiRules.of(MeshViews.of(snapshot).view("c1"));
    }

    /** {@return what istiod reports of the objects} */
    GatewayApiStatus status() {
        return router.status("c1");
    }

    /** {@return what the gateway does on port 80 with a GET; headers are {@code name: value}} */
    ProxyAnswer get(String authority, String path, String... headers) {
        return gateway(80, "GET", authority, path, headers);
    }

    ProxyAnswer gateway(int port, String method, String authority, String path, String... headers) {
        return router.proxy("c1/edge/public-1")
                .gateway(
                        Connection.builder()
                                .destinationAddress("10.0.0.9")
                                .destinationPort(port)
                                .build(),
                        Optional.of(request(method, authority, path, headers)),
                        endpoint -> false,
                        TraceSink.NONE);
    }

    /** {@return where the gateway sends what comes on port 443 with TLS for a server name: clusters, or why nowhere} */
    String tls(String serverName) {
        ProxyAnswer answer = router.proxy("c1/edge/public-1")
                .gateway(
                        Connection.builder()
                                .destinationAddress("10.0.0.9")
                                .destinationPort(443)
                                .tls(new TlsClientHello(Optional.of(serverName), List.of()))
                                .build(),
                        Optional.empty(),
                        endpoint -> false,
                        TraceSink.NONE);
        return SmallMesh.text(answer);
    }

    /** {@return what is told of the rules for bytes that arrive at the gateway on a port} */
    List<String> chainSteps(int port) {
        return router.explain(Call.tcp("any.test", port).arrivingAt("public-1", "edge", "c1")).steps().stream()
                .filter(step -> step.stage() == TraceStep.Stage.VIRTUAL_SERVICE)
                .map(step -> (step.taken() ? "+ " : "- ") + step.candidate() + ": " + step.reason())
                .toList();
    }

    /** {@return what the sidecar of a pod does with a GET to the address of a Service} */
    ProxyAnswer from(String pod, String address, int port, String authority, String path) {
        return router.proxy("c1/" + pod)
                .outbound(
                        Connection.builder()
                                .destinationAddress(address)
                                .destinationPort(port)
                                .build(),
                        Optional.of(request("GET", authority, path)),
                        endpoint -> false,
                        TraceSink.NONE);
    }

    private static HttpRequest request(String method, String authority, String path, String... headers) {
        HttpRequestBuilder request =
                HttpRequest.builder().method(method).authority(authority).path(path);
        List.of(headers).forEach(header -> {
            String[] parts = header.split(": ", 2);
            request.addHeader(new Header(parts[0], parts[1]));
        });
        return request.build();
    }
}
