package io.eastwest.samples.fleet;

import io.eastwest.samples.fleet.MeshTexts.ClusterText;
import java.util.ArrayList;
import java.util.List;

/**
 * Meshes of two to four clusters on one network with the services {@code orders} and {@code web} in each. Of each three meshes, one
 * has no outlier detection and one keeps calls in their cluster.
 */
final class DemoFleet {
    private DemoFleet() {}

    static List<MeshTexts> of(int meshes) {
        List<MeshTexts> fleet = new ArrayList<>();
        for (int number = 0; number < meshes; number++) {
            fleet.add(mesh(number));
        }
        return fleet;
    }

    private static MeshTexts mesh(int number) {
        int count = 2 + number % 3;
        StringBuilder topology =
                new StringBuilder("apiVersion: eastwest.io/v1\nkind: MeshTopology\nmetadata: {name: mesh-" + number
                        + "}\nspec:\n  clusters:\n");
        List<ClusterText> clusters = new ArrayList<>();
        for (int cluster = 1; cluster <= count; cluster++) {
            topology.append("  - {name: c").append(cluster).append("}\n");
            String text = app("orders", 1, cluster) + "---\n" + app("web", 2, cluster);
            clusters.add(new ClusterText("c" + cluster, text + extra(number / 3 % 3)));
        }
        return new MeshTexts("mesh-" + number, topology.toString(), clusters);
    }

    private static String extra(int kind) {
        return switch (kind) {
            case 0 -> """
                    ---
                    apiVersion: networking.istio.io/v1
                    kind: DestinationRule
                    metadata: {name: orders, namespace: shop}
                    spec: {host: "*.shop.svc.cluster.local", trafficPolicy: {outlierDetection: {maxEjectionPercent: 100}}}
                    """;
            case 1 -> "";
            default -> """
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: istio, namespace: istio-system}
                    data:
                      mesh: |
                        serviceSettings:
                        - settings: {clusterLocal: true}
                          hosts: ["*.shop.svc.cluster.local"]
                    """;
        };
    }

    private static String app(String name, int number, int cluster) {
        return """
                apiVersion: v1
                kind: Service
                metadata: {name: NAME, namespace: shop}
                spec: {clusterIP: 10.96.CLUSTER.NUMBER, selector: {app: NAME}, ports: [{name: http, port: 8080}]}
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: NAME-1, namespace: shop, labels: {app: NAME, security.istio.io/tlsMode: istio}}
                spec: {serviceAccountName: NAME}
                status: {phase: Running, podIP: 10.CLUSTER.0.NUMBER}
                """.replace("NAME", name)
                .replace("NUMBER", Integer.toString(number))
                .replace("CLUSTER", Integer.toString(cluster));
    }
}
