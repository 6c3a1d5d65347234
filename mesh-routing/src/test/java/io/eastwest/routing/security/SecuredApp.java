package io.eastwest.routing.security;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.call.Connection;
import io.eastwest.routing.call.ConnectionBuilder;
import io.eastwest.routing.call.HttpRequest;
import io.eastwest.routing.call.HttpRequestBuilder;
import io.eastwest.routing.call.Peer;
import io.eastwest.routing.call.TlsClientHello;
import io.eastwest.routing.proxy.EndpointConditions;
import io.eastwest.routing.proxy.Outcome;
import io.eastwest.routing.proxy.ProxyAnswer;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;

/**
 * A mesh with one workload, {@code foo/app}, that serves HTTP on 8080 (service port 80), TCP on 9000 and undetected bytes on 7000,
 * under some policies.
 */
final class SecuredApp {
    static final int HTTP = 8080;
    static final int TCP = 9000;
    static final int AUTO = 7000;
    static final int UNDECLARED = 6000;
    static final String WEB = "cluster.local/ns/bar/sa/web";
    private static final String ADDRESS = "10.0.0.9";
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata: {name: shop}
            spec: {clusters: [{name: c1}]}
            """;
    private static final String WORKLOAD = """
            apiVersion: v1
            kind: Service
            metadata: {name: app, namespace: foo}
            spec:
              selector: {app: a}
              clusterIP: 10.96.0.9
              ports:
              - {name: http, port: 80, targetPort: 8080, protocol: TCP}
              - {name: tcp, port: 9000, targetPort: 9000, protocol: TCP}
              - {name: any, port: 7000, targetPort: 7000, protocol: TCP}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: app-1, namespace: foo, labels: {app: a, security.istio.io/tlsMode: istio}}
            spec: {serviceAccountName: app}
            status: {phase: Running, podIP: 10.0.0.9}
            """;

    private final MeshRouter router;

    private SecuredApp(MeshRouter router) {
        this.router = router;
    }

    /** {@return the mesh with these manifests} */
    static SecuredApp under(String... manifests) {
        ManifestReader reader = ManifestReader.pruning();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology)
                .addManifests("c1", reader.read("app.yaml", WORKLOAD).orThrow());
        for (String manifest : manifests) {
            mesh.addManifests("c1", reader.read("policies.yaml", manifest).orThrow());
        }
        return new SecuredApp(MeshRouter.of(mesh.build()));
    }

    /** {@return a connection without TLS} */
    static ConnectionBuilder plain(int port) {
        return Connection.builder()
                .destinationAddress(ADDRESS)
                .destinationPort(port)
                .sourceAddress("10.0.0.1");
    }

    /** {@return a connection of a sidecar with the certificate of a principal} */
    static ConnectionBuilder mesh(int port, String principal, String... protocols) {
        return plain(port).peer(new Peer(principal)).tls(new TlsClientHello(Optional.empty(), List.of(protocols)));
    }

    static ConnectionBuilder by(String principal) {
        return mesh(HTTP, principal, "istio-http/1.1", "istio", "http/1.1");
    }

    static ConnectionBuilder tcpBy(String principal) {
        return mesh(TCP, principal, "istio-peer-exchange", "istio");
    }

    static HttpRequestBuilder get(String path) {
        return HttpRequest.builder().authority("app.foo").path(path);
    }

    ProxyAnswer answer(ConnectionBuilder connection, Optional<HttpRequest> request) {
        return router.proxy("c1/foo/app-1")
                .inbound(connection.build(), request, EndpointConditions.HEALTHY, TraceSink.NONE);
    }

    /** {@return status of a request: 200 where it reaches the application, {@code closed} where none is sent} */
    String http(ConnectionBuilder connection, HttpRequestBuilder request) {
        Outcome outcome = answer(connection, Optional.of(request.build())).outcome();
        if (outcome.kind() == Outcome.Kind.FORWARDED) {
            return "200";
        }
        return outcome.closed() ? "closed" : String.valueOf(outcome.status().orElse(0));
    }

    /** {@return {@code ok} where bytes reach the application, else {@code closed}} */
    String tcp(ConnectionBuilder connection) {
        return answer(connection, Optional.empty()).outcome().kind() == Outcome.Kind.FORWARDED ? "ok" : "closed";
    }

    /**
     * {@return an AuthorizationPolicy of namespace {@code foo}}
     *
     * @param name its name
     * @param spec its specification in one line of YAML
     */
    static String policy(String name, String spec) {
        return policy("foo", name, spec);
    }

    static String policy(String namespace, String name, String spec) {
        return manifest("AuthorizationPolicy", namespace, name, spec);
    }

    static String manifest(String kind, String namespace, String name, String spec) {
        return """
                apiVersion: security.istio.io/v1
                kind: %s
                metadata: {name: %s, namespace: %s}
                spec: %s
                """.formatted(kind, name, namespace, spec);
    }
}
