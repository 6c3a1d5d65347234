package io.eastwest.testing;

import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.routing.MeshRouter;

/** The mesh of {@link TeaMesh} with outlier detection for tea, which only web may call, and with a prober in another namespace. */
final class GuardedTea {
    private static final String RULE = """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata:
              name: tea
              namespace: shop
            spec:
              host: tea.shop.svc.cluster.local
              trafficPolicy:
                connectionPool:
                  tcp:
                    connectTimeout: 3s
                outlierDetection:
                  consecutive5xxErrors: 1
                  maxEjectionPercent: 100
            ---
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata:
              name: tea
              namespace: shop
            spec:
              selector:
                matchLabels:
                  app: tea
              rules:
              - from:
                - source:
                    principals: [cluster.local/ns/shop/sa/web]
            """;

    private static final String OTHERS = """
            apiVersion: v1
            kind: Pod
            metadata:
              name: probe-0
              namespace: lab
              labels:
                app: probe
                security.istio.io/tlsMode: istio
            spec:
              serviceAccountName: probe
              containers:
              - name: app
            status:
              phase: Running
              podIP: 10.1.1.3
            ---
            apiVersion: v1
            kind: Service
            metadata:
              name: milk
              namespace: shop
            spec:
              clusterIP: 10.1.0.2
              selector:
                app: probe
              ports:
              - name: http
                port: 80
            """;

    private GuardedTea() {}

    static MeshRouter router() {
        ManifestReader reader = ManifestReader.strict();
        MeshSnapshotBuilder mesh = TeaMesh.builder();
        for (String cluster : new String[] {"east", "west"}) {
            mesh.addManifests(cluster, reader.read("rule.yaml", RULE).orThrow());
        }
        return MeshRouter.of(
                mesh.addManifests("east", reader.read("others.yaml", OTHERS).orThrow())
                        .build());
    }
}
