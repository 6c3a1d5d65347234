package io.eastwest.routing.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.call.Connection;
import io.eastwest.routing.fixture.AmbientMesh;
import io.eastwest.routing.fixture.SmallMesh;
import io.eastwest.routing.fixture.Waypoints;
import io.eastwest.routing.trace.TraceSink;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Waypoints as endpoints of a service at an ingress gateway: load-balancing.md 8.3. */
class WaypointEndpointsTest {
    private static final String GATEWAY = """
            apiVersion: networking.istio.io/v1
            kind: Gateway
            metadata: {name: edge, namespace: edge}
            spec:
              selector: {app: ingress}
              servers: [{port: {number: 8080, name: http, protocol: HTTP}, hosts: ["*"]}]
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: ingress-1, namespace: edge, labels: {app: ingress}}
            spec: {nodeName: n1, serviceAccountName: ingress, containers: [{name: istio-proxy, image: proxyv2}]}
            status: {phase: Running, podIP: 10.0.5.1}
            ---
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: edge, namespace: edge}
            spec:
              hosts: ["*"]
              gateways: [edge]
              http: [{route: [{destination: {host: svc.foo.svc.cluster.local, port: {number: 80}}}]}]
            """;

    private static List<String> endpoints(String service, String second) {
        String waypoint = Waypoints.waypoint();
        String pod = waypoint.substring(waypoint.lastIndexOf("apiVersion: v1"))
                .replace("name: wp-1", "name: wp-2")
                .replace("10.0.9.1", "10.0.9.2")
                .replace("spec: {", "spec: {nodeName: n2, ");
        String called = Waypoints.service("svc", "istio.io/use-waypoint: wp, istio.io/ingress-use-waypoint: \"true\"");
        return AmbientMesh.with(
                        GATEWAY,
                        waypoint.replace("spec: {serviceAccountName", "spec: {nodeName: n1, serviceAccountName"),
                        pod.replace("labels:", "labels:\n    " + second),
                        called.replace("selector: {app: a}", "selector: {app: a}\n  " + service))
                .router()
                .proxy("c1/edge/ingress-1")
                .gateway(
                        Connection.builder()
                                .destinationAddress("10.0.5.1")
                                .destinationPort(8080)
                                .build(),
                        Optional.of(SmallMesh.request("GET", "shop.example.com", "/")),
                        endpoint -> false,
                        TraceSink.NONE)
                .endpoints()
                .stream()
                .map(each -> each.endpoint().address())
                .toList();
    }

    @Test
    void areAllPodsOfTheWaypoint() {
        assertThat(endpoints("type: ClusterIP", "a: b")).containsExactly("10.0.9.1:15008", "10.0.9.2:15008");
    }

    @Test
    void areThoseOfTheNodeWhereTheServiceThatIsCalledStaysOnItsNode() {
        assertThat(endpoints("internalTrafficPolicy: Local", "a: b")).containsExactly("10.0.9.1:15008");
    }

    @Test
    void thatAreBeingDrainedAreLeftOut() {
        assertThat(endpoints("type: ClusterIP", "istio.io/draining: \"true\"")).containsExactly("10.0.9.1:15008");
    }
}
