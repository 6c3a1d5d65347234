package io.eastwest.routing.platform;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.MeshSnapshotBuilder;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.topology.MeshTopology;
import io.eastwest.routing.MeshRouter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters {@code a} and {@code b} of two networks, each with the frontend {@code shop/front} and the backend {@code shop/back},
 * two pods each, a Route {@code shop.example.com} to the frontend, and a site with a load balancer.
 */
final class TwoClusterShop {
    static final AppGraph CALLS = AppGraph.empty().calls("shop/front", AppCall.to("shop/back", 8080));
    static final PlatformRequest REQUEST = PlatformRequest.to("shop.example.com");

    private final Map<String, List<String>> manifests = new LinkedHashMap<>();
    private final String platform;

    private TwoClusterShop(String platform) {
        this.platform = platform;
        for (String cluster : List.of("a", "b")) {
            int number = cluster.equals("a") ? 1 : 2;
            add(cluster, gateway(number));
            add(cluster, app("front", number, 1), app("back", number, 2));
            add(cluster, """
                    apiVersion: networking.istio.io/v1
                    kind: DestinationRule
                    metadata: {name: back, namespace: shop}
                    spec: {host: back, trafficPolicy: {outlierDetection: {maxEjectionPercent: 100}}}
                    """);
        }
    }

    /** {@return the mesh; without Routes when the test adds its own} */
    static TwoClusterShop with(String platform) {
        return new TwoClusterShop(platform);
    }

    /** {@return the mesh with the same Route in both clusters, where global DNS probes so deep} */
    static TwoClusterShop probing(String level, String whenAllDown) {
        TwoClusterShop shop = with("""
                gslb:
                - host: shop.example.com
                  whenAllDown: WHEN
                  probe: {level: LEVEL}
                  pool: [{ltm: site-a}, {ltm: site-b}]
                ltm:
                - {name: site-a, members: [{cluster: a}]}
                - {name: site-b, members: [{cluster: b}]}
                """.replace("WHEN", whenAllDown).replace("LEVEL", level));
        return shop.add("a", route("shop.example.com")).add("b", route("shop.example.com"));
    }

    static String route(String host) {
        return route("front", "{host: " + host + ", to: {kind: Service, name: front}}");
    }

    static String route(String name, String spec) {
        return "apiVersion: route.openshift.io/v1\nkind: Route\nmetadata: {name: " + name + ", namespace: shop}\nspec: "
                + spec + "\n";
    }

    private static String app(String name, int cluster, int number) {
        StringBuilder text = new StringBuilder("""
                apiVersion: v1
                kind: Service
                metadata: {name: NAME, namespace: shop}
                spec: {clusterIP: 10.96.0.APP, selector: {app: NAME}, ports: [{name: http, port: 8080}]}
                """.replace("NAME", name).replace("APP", Integer.toString(number)));
        for (int i = 1; i <= 2; i++) {
            text.append("""
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata:
                      name: NAME-POD
                      namespace: shop
                      labels: {app: NAME, security.istio.io/tlsMode: istio}
                    spec: {serviceAccountName: NAME, nodeName: node-CLUSTER}
                    status: {phase: Running, podIP: 10.CLUSTER.APP.POD}
                    """.replace("NAME", name)
                    .replace("CLUSTER", Integer.toString(cluster))
                    .replace("APP", Integer.toString(number))
                    .replace("POD", Integer.toString(i)));
        }
        return text.toString();
    }

    private static String gateway(int number) {
        return """
                apiVersion: v1
                kind: Namespace
                metadata: {name: istio-system, labels: {topology.istio.io/network: nNUMBER}}
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: node-NUMBER, labels: {topology.kubernetes.io/region: rNUMBER, topology.kubernetes.io/zone: z}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: ew, namespace: istio-system, labels: {topology.istio.io/network: nNUMBER}}
                spec:
                  type: LoadBalancer
                  clusterIP: 10.96.9.NUMBER
                  selector: {istio: eastwestgateway}
                  ports: [{name: tls, port: 15443}]
                status: {loadBalancer: {ingress: [{ip: 203.0.113.NUMBER}]}}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: ew-1
                  namespace: istio-system
                  labels: {istio: eastwestgateway, security.istio.io/tlsMode: istio, topology.istio.io/network: nNUMBER}
                spec:
                  nodeName: node-NUMBER
                  containers:
                  - name: istio-proxy
                    image: proxyv2
                    env: [{name: ISTIO_META_REQUESTED_NETWORK_VIEW, value: nNUMBER}]
                status: {phase: Running, podIP: 10.NUMBER.9.9}
                ---
                apiVersion: networking.istio.io/v1
                kind: Gateway
                metadata: {name: cross-network, namespace: istio-system}
                spec:
                  selector: {istio: eastwestgateway}
                  servers:
                  - {port: {number: 15443, name: tls, protocol: TLS}, tls: {mode: AUTO_PASSTHROUGH}, hosts: ["*.local"]}
                """.replace("NUMBER", Integer.toString(number));
    }

    TwoClusterShop add(String cluster, String... texts) {
        manifests.computeIfAbsent(cluster, key -> new ArrayList<>()).addAll(List.of(texts));
        return this;
    }

    PlatformRouter router() {
        return PlatformRouter.of(mesh());
    }

    MeshRouter mesh() {
        ManifestReader reader = ManifestReader.strict();
        MeshTopology topology = (MeshTopology) reader.read("topology.yaml", """
                apiVersion: eastwest.io/v1
                kind: MeshTopology
                metadata: {name: shop}
                spec:
                  clusters: [{name: a, network: n1}, {name: b, network: n2}]
                  platform:
                """ + platform.indent(4))
                .orThrow()
                .get(0)
                .resource();
        MeshSnapshotBuilder mesh = MeshSnapshot.builder(topology);
        manifests.forEach((cluster, texts) -> texts.forEach(
                text -> mesh.addManifests(cluster, reader.read("a.yaml", text).orThrow())));
        return MeshRouter.of(mesh.build());
    }
}
