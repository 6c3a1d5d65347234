package io.eastwest.routing.ambient;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.routing.view.ClusterView;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Through which gateway a network is reached: security-ambient.md 5.7. */
class AmbientGatewaysTest {
    private static final String TERMINATES = "protocol: HBONE, tls: {mode: Terminate, options: {a: b}}";

    private static String gateway(String name, String className, String network, String listener, String status) {
        return """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: NAME, namespace: edge, labels: {topology.istio.io/network: "NETWORK"}}
                spec:
                  gatewayClassName: CLASS
                  listeners:
                  - {name: other, port: 80, protocol: HTTP}
                  - {name: mesh, port: 15009, LISTENER}
                status: {addresses: [STATUS]}
                """.replace("NAME", name)
                .replace("CLASS", className)
                .replace("NETWORK", network)
                .replace("LISTENER", listener)
                .replace("STATUS", status);
    }

    private static String eastWest(String network, String listener) {
        return gateway("ew", "istio-east-west", network, listener, "{type: IPAddress, value: 203.0.113.2}");
    }

    private static AmbientGateways of(HandMadeCluster own, HandMadeCluster... others) {
        return new AmbientGateways(
                Stream.concat(Stream.of(own), Stream.of(others))
                        .map(each -> (ClusterView) each)
                        .toList(),
                "td");
    }

    private static final HandMadeCluster NOTHING = new HandMadeCluster("c1");

    @Test
    void anEastWestGatewayOfAnotherClusterShowsItsOwnAccount() {
        HandMadeCluster other = new HandMadeCluster("c2").with(eastWest("n2", TERMINATES));

        assertThat(of(NOTHING, other).of("n2"))
                .hasValue(new AmbientGateway("n2", "c2", "edge/ew", "203.0.113.2", 15008, "td/ns/edge/sa/ew"));
        assertThat(of(NOTHING, other).of("n1")).isEmpty();
    }

    @Test
    void aPointerInTheOwnClusterSaysPortAndAccount() {
        String pointer = gateway("far", "istio-remote", "n2", "protocol: HBONE", "{value: far.example}");
        String named =
                pointer.replace("edge, labels", "edge, annotations: {gateway.istio.io/service-account: sa}, labels");

        assertThat(of(new HandMadeCluster("c1").with(pointer)).of("n2"))
                .hasValue(new AmbientGateway(
                        "n2", "c1", "edge/far", "far.example", 15009, "td/ns/edge/sa/far-istio-remote"));
        assertThat(of(new HandMadeCluster("c1").with(named)).of("n2"))
                .map(AmbientGateway::principal)
                .hasValue("td/ns/edge/sa/sa");
    }

    @Test
    void ofSeveralTheFirstIsUsed() {
        HandMadeCluster own = new HandMadeCluster("c1")
                .with(gateway("far", "istio-remote", "n2", "protocol: HBONE", "{value: 10.0.0.1}, {value: 10.0.0.2}"));
        HandMadeCluster other = new HandMadeCluster("c2").with(eastWest("n2", TERMINATES));

        assertThat(of(own, other).of("n2")).map(AmbientGateway::address).hasValue("10.0.0.1");
    }

    @ParameterizedTest
    @CsvSource({
        "istio-east-west, n2, 'protocol: HBONE'",
        "istio-east-west, n2, 'protocol: HTTPS, tls: {mode: Terminate, options: {a: b}}'",
        "istio-east-west, n2, 'protocol: HBONE, tls: {mode: Passthrough}'",
        "istio-east-west, '', 'protocol: HBONE, tls: {mode: Terminate, options: {a: b}}'",
        "istio-waypoint,  n2, 'protocol: HBONE, tls: {mode: Terminate, options: {a: b}}'",
        "istio-remote,    n2, 'protocol: HBONE, tls: {mode: Terminate, options: {a: b}}'",
    })
    void othersOfAnotherClusterAreNone(String className, String network, String listener) {
        HandMadeCluster other = new HandMadeCluster("c2")
                .with(gateway("ew", className, network, listener, "{type: IPAddress, value: 203.0.113.2}"));

        assertThat(of(NOTHING, other).of("n2")).isEmpty();
        assertThat(of(NOTHING, other).of("")).isEmpty();
    }

    @Test
    void withoutAnAddressThereIsNone() {
        HandMadeCluster other =
                new HandMadeCluster("c2").with(gateway("ew", "istio-east-west", "n2", TERMINATES, "{type: IPAddress}"));

        assertThat(of(NOTHING, other).of("n2")).isEmpty();
        assertThat(of(new HandMadeCluster("c1").with(eastWest("n1", TERMINATES)))
                        .of("n1"))
                .isEmpty();
    }
}
