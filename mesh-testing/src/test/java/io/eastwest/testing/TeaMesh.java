package io.eastwest.testing;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.Call;
import io.eastwest.routing.MeshRouter;

/** A mesh of the clusters east and west on one network: a service with a pod in each, and its caller in east. */
final class TeaMesh {
    private static final String TOPOLOGY = """
            apiVersion: eastwest.io/v1
            kind: MeshTopology
            metadata:
              name: tea
            spec:
              clusters:
              - name: east
                network: one
              - name: west
                network: one
            """;

    private static final String SERVICE = """
            apiVersion: v1
            kind: Service
            metadata:
              name: tea
              namespace: shop
            spec:
              clusterIP: 10.%1$s.0.1
              selector:
                app: tea
              ports:
              - name: http
                port: 80
            ---
            apiVersion: v1
            kind: Pod
            metadata:
              name: tea-0
              namespace: shop
              labels:
                app: tea
                security.istio.io/tlsMode: istio
            spec:
              serviceAccountName: tea
              containers:
              - name: app
                ports:
                - containerPort: 80
            status:
              phase: Running
              podIP: 10.%1$s.1.1
            """;

    private static final String CALLER = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: web-0
              namespace: shop
              labels:
                app: web
                security.istio.io/tlsMode: istio
            spec:
              serviceAccountName: web
              containers:
              - name: app
            status:
              phase: Running
              podIP: 10.1.1.2
            """;

    private static final String RULES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata:
              name: tea
              namespace: shop
            spec:
              hosts:
              - tea.shop.svc.cluster.local
              http:
              - name: moved
                match:
                - uri:
                    exact: /moved
                redirect:
                  uri: /milk
              - name: teapot
                match:
                - uri:
                    exact: /teapot
                directResponse:
                  status: 418
              - name: broken
                match:
                - uri:
                    exact: /broken
                fault:
                  abort:
                    httpStatus: 500
                    percentage:
                      value: 100
                route:
                - destination:
                    host: tea.shop.svc.cluster.local
              - name: all
                route:
                - destination:
                    host: tea.shop.svc.cluster.local
            """;

    private TeaMesh() {}

    static MeshRouter router() {
        return MeshRouter.of(builder().build());
    }

    static MeshSnapshotBuilder builder() {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology topology = (MeshTopology)
                reader.read("topology.yaml", TOPOLOGY).orThrow().get(0).resource();
        return MeshSnapshot.builder(topology)
                .addManifests(
                        "east", reader.read("tea.yaml", SERVICE.formatted("1")).orThrow())
                .addManifests("east", reader.read("web.yaml", CALLER).orThrow())
                .addManifests("east", reader.read("rules.yaml", RULES).orThrow())
                .addManifests(
                        "west", reader.read("tea.yaml", SERVICE.formatted("2")).orThrow());
    }

    static Call get(String path) {
        return Call.get("http://tea.shop" + path).from("web", "shop", "east");
    }
}
